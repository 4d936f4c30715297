"""The table of what only follows from what."""

from collections.abc import Collection, Container, Sequence

from xuke.check import excused, linked, linked_counts, linked_posts
from xuke.check.consequences import Link, one_each


class _Rules:
    """Holds the codes of all rules, an office's own among them, but not those of texts, schemas and keys."""

    def __contains__(self, name: object) -> bool:
        return str(name)[0] not in "YSK"


_RULES: Container[str] = _Rules()
_SCHEMA = frozenset(f"S{number:03}" for number in range(1, 8))
_TEXTS = frozenset(f"Y{number:03}" for number in range(1, 11))
_MISSED = frozenset(linked.SOURCES)
_SUFFIXES = frozenset({"M006.suffixes", "M006.unlisted", "M006.undivided"})
_ROWS = frozenset({"Q001.rows", "Q001.parts_rows"})
_ASTRAY = frozenset({"K001", "K002", *_SCHEMA})
_IDLE = frozenset({"K005", "K008"})


def links(settings: str) -> Sequence[Link]:
    """The table, with what ``settings`` in whose text something is wrong may excuse."""
    if not settings:
        return LINKS
    return (Link(_TEXTS, excused.unclear(settings), _RULES, excused.covered), *LINKS)


#: In this order: what an earlier one explains is explained.
LINKS = (
    # A jurisdiction, a folder or a file that is not there under its name: all that is sought in it.
    Link({"K002"}, linked.unknown_place, {"K002"}, linked.abroad),
    Link({"K009"}, linked.unread, {"K002", *_MISSED}, linked.nowhere),
    Link({"K009"}, linked.unread, {"K004", "V002", *_ROWS}, linked.bare),
    Link({"K009"}, linked.unread, _IDLE, excused.all_gone),
    Link({"K004"}, linked.unread, _MISSED, linked.nowhere),
    Link({"K003"}, linked.itself, {"K001"}, linked.itself),
    # Two records with one name: what is said of either, and of the name that one of them should have.
    Link({"K001"}, linked.kind, {"K002"}, linked.sought_kind, needs=one_each),
    Link({"K001"}, linked.kind, {"V002"}, linked.kind, needs=one_each),
    Link({"K001"}, linked.kind, _IDLE, excused.kind_gone, needs=one_each),
    Link({"K001"}, linked.itself, _RULES, linked.itself),
    Link({"K001"}, linked.itself, _RULES, linked.spoken_of),
    Link({"K001"}, linked.served, _MISSED, linked.missed),
    Link({"K001"}, linked.kind, {"L015.missing"}, linked.missed_kind, needs=one_each),
    # Settings that cannot be used as they are: what they would have excused.
    Link(_SCHEMA, excused.entry, {"K005", "K006", "K008"}, excused.entry),
    Link(_SCHEMA, excused.excusing, _RULES, excused.excusable, needs=one_each),
    Link({"K002", "K004", "K005.place"}, excused.moving, _RULES, excused.movable),
    Link({"P002"}, linked.spot, {"P001.reversed"}, linked.spot),
    Link(_RULES, excused.hidden, {"K005.idle"}, excused.excusing),
    Link({"K005.idle"}, excused.excusing, _RULES, excused.excusable, needs=one_each, told="K005.meant"),
    Link({"K006.unknown"}, excused.excusing, _RULES, excused.excusable, needs=one_each, told="K006.meant"),
    # A record of which its department, or its own name, is in doubt.
    Link({"K003"}, linked.misfiled, {"K002"}, linked.without_section),
    Link({"K003"}, linked.misfiled, {"F002", "F007"}, linked.itself),
    Link({"K003"}, linked.misfiled, _MISSED, linked.missed),
    Link({"K002"}, linked.unowned, _MISSED, linked.missed),
    Link({"K002"}, linked_posts.seal, {"L008"}, linked_posts.sealed),
    Link({"S004", "S005", "S006"}, linked.nameless, {"K002"}, linked.sought_kind, needs=one_each),
    Link({"S004", "S005", "S006"}, linked.nameless, _IDLE, excused.kind_gone, needs=one_each),
    Link({"Y003"}, linked.run_together, {"K002"}, linked.sought_kind, needs=one_each),
    # What is missing or refused is not counted, and serves nothing.
    Link({"V002"}, linked.removed, {"K002"}, linked.uncited, points=True),
    Link({"K002"}, linked.without_phase, {"P001.gap"}, linked.place),
    Link({"K002"}, linked.emptied, _ROWS, linked_counts.counted),
    Link({"K002"}, linked.emptied, _IDLE, excused.kind_gone),
    Link({"K001", "K003"}, linked.kind, _ROWS, linked_counts.counted, needs=linked_counts.gap),
    Link(_SCHEMA, linked_counts.field, _ROWS, linked_counts.condition, needs=linked_counts.gap),
    Link(_ROWS, linked_counts.counted, _IDLE, excused.kind_gone),
    Link({"K001", *_SCHEMA}, linked_posts.lost, {"F003"}, linked_posts.short),
    Link(_SCHEMA, linked.refused, _MISSED, linked.missed),
    Link(_SCHEMA, linked.emptied_files, _MISSED, linked.missed_all),
    Link({"Y003", "Y006", "Y007"}, linked.misread, _MISSED, linked.missed, needs=one_each),
    Link({"Y003", "Y010"}, linked.spoilt, _RULES, linked.spoken),
    Link(_SCHEMA, linked.without_origin, {"L031"}, linked.filed),
    Link(_SCHEMA, linked.without_origin, {"K008"}, excused.excused_file),
    # What contradicts one value of an item, and what only looks at that value.
    Link({"C002"}, linked.itself, {"L015"}, linked.itself),
    Link({"C006", "L003.handling"}, linked.itself, _SUFFIXES, linked.spoken_of),
    Link({"M006.state", *_SUFFIXES}, linked.spoken_of, {"L004", "L006", "L028", "L029"}, linked.itself),
    Link({"L015.enforcement"}, linked.spoken_of, {"L015.missing"}, linked.itself),
    Link({"C001"}, linked.itself, {"V003"}, linked.itself),
    Link({"K002"}, linked.spot, {"V001"}, linked.spot),
    Link({"T001", "T005"}, linked.handling, {"T010", "T020", "V004"}, linked.handling),
    Link({"T020", "V004"}, linked.handling, {"T010"}, linked.handling),
    Link({"L016"}, linked.competent_kind, _ROWS, linked_counts.counted),
    Link({"M001"}, linked.unlisted, {"M005.none"}, linked.competent),
    # One item where another should be.
    Link(
        {"Q001.rows"},
        linked_counts.surplus,
        {"Q001.rows"},
        linked_counts.shortage,
        needs=one_each,
        told="Q001.moved",
    ),
    Link({"M005.several"}, linked.place, {"M005.none"}, linked.place, needs=one_each, told="M005.instead"),
    Link(
        {"M005.none"},
        linked.competent,
        {"F002.no_posts", "F007"},
        linked.itself,
        needs=linked.moved_items,
    ),
    # Posts of one department, told wherever they are added up.
    Link(_ASTRAY, linked_posts.astray, {"F002.no_posts"}, linked_posts.adding, needs=one_each),
    Link(
        {"F002.no_items"}, linked.place, {"F002.no_posts"}, linked.place, needs=one_each, told="F002.swapped"
    ),
    Link({"F002", "F005"}, linked_posts.giver, {"F001.differ"}, linked_posts.giver),
    Link(_ASTRAY, linked_posts.astray, {"F001.differ"}, linked_posts.adding, needs=one_each),
    # A department without any supervision lacks it for all its items.
    Link({"L012"}, linked.lacking, {"L013", "L014"}, linked.lacking),
    Link({"L013"}, linked.lacking, {"L014"}, linked.lacking),
)


def causes_of(codes: Collection[str]) -> set[str]:
    """Some codes, and those from which findings of theirs may follow."""
    known = set(codes)
    while (
        more := {code for link in LINKS if _meets(link.results, known) for code in _codes(link.causes)}
        - known
    ):
        known |= more
    return known


def _meets(names: Container[str], codes: Collection[str]) -> bool:
    return names is _RULES or not _codes(names).isdisjoint(codes)


def _codes(names: Container[str]) -> set[str]:
    """The codes of some names; none for those of all rules, which are judged with whatever else is."""
    return {name.partition(".")[0] for name in names} if isinstance(names, set | frozenset) else set()
