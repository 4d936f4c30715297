"""What a user asks of a comparison: which part of it, and what besides the changes."""

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from xuke.check.suspects import makes_suspect
from xuke.commands.session import Session
from xuke.commands.units import Units
from xuke.diff.compare import compare
from xuke.diff.comparison import HANDED_OVER, Comparison, comparison
from xuke.diff.concern import concerns
from xuke.diff.kinds import ChangeKind, kinds, replaced
from xuke.diff.select import is_called, within
from xuke.diff.suggest import suggestions
from xuke.diff.totals import Total, totals
from xuke.document.read import read
from xuke.model.change import Change, Edited, Moved, after
from xuke.model.diagnostic import Label
from xuke.model.errors import UsageFault
from xuke.model.record import Key, Kind, Record, Snapshot
from xuke.model.views import Memo, view
from xuke.report.changes import CHANGES
from xuke.sources.counting import counted
from xuke.sources.differing import Half
from xuke.sources.load import records_of
from xuke.words.schemas import property_of, schema_of_kind
from xuke.words.templates import Language, template

#: Formats that are papers.
PAPERS = ("html", "xlsx")


@dataclass(frozen=True)
class Paper:
    """What is asked for: the form, the file, and the two revisions as a user names them."""

    form: str
    file: str | None
    old: str
    new: str | None
    force: bool

    def check(self) -> None:
        """Refuse what would fill a screen with signs that nobody can read."""
        is_shown = self.form == "html" and not sys.stdout.isatty()
        if self.form in PAPERS and self.file is None and not is_shown:
            raise UsageFault("page.needs_file")


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of a comparison, as they were given."""

    kinds: tuple[Kind, ...] = ()
    department: str | None = None
    fields: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    moves: bool = False
    suggest: bool = False
    totals: bool = False


def compared(session: Session, halves: tuple[Half, Half], units: Units, asked: Asked) -> Comparison:
    """The changes that are asked for; totals and questions are those of all that differs."""
    fields, names = _fields(asked), _names(asked.changes)
    everything = list(_wanted(compare(*(half.snapshot for half in halves)), asked))
    words = replaced(everything)
    chosen = _of_department(everything, units, asked.department)
    if names:
        chosen = [each for each in chosen if is_called(each, names, words)]
    if fields:
        chosen = [kept for each in chosen if (kept := within(each, fields)) is not None]
    memos = _memoranda(halves[1], chosen)
    return Comparison(
        tuple(chosen),
        words,
        _handed_over(memos, chosen, words),
        _suspect(memos, chosen),
        tuple(_totals(session, halves, everything)) if asked.totals else (),
        tuple(suggestions(everything)) if asked.suggest else (),
    )


def _wanted(changes: Iterable[Change], asked: Asked) -> Iterator[Change]:
    """Those of the kinds that are asked for; a move alone is no change, but one of a record that changed."""
    last: Key | None = None
    for each in changes:
        is_told = asked.moves or not isinstance(each, Moved) or each.key == last
        if is_told and (not asked.kinds or each.key.kind in asked.kinds):
            yield each
            last = each.key


def _of_department(changes: list[Change], units: Units, name: str | None) -> list[Change]:
    if name is None or not changes:
        return changes
    ids = units.ids(name, sorted({each.key.jurisdiction for each in changes}))
    if not ids:
        raise UsageFault("diff.unknown_department", name=name)
    return [each for each in changes if concerns(each, ids)]


def _fields(asked: Asked) -> list[tuple[str, ...]]:
    found = [tuple(name.split(".")) for name in asked.fields]
    for way in found:
        if not any(property_of(schema_of_kind(kind), way[:1]) for kind in asked.kinds or Kind):
            raise UsageFault("diff.unknown_field", name=".".join(way))
    return found


def _names(given: Sequence[str]) -> set[str]:
    """Names of changes, by their words in either language too."""
    known: dict[str, str] = {}
    for name in (*CHANGES, *ChangeKind):
        known.update({template(f"diff.{name}", each).lower(): str(name) for each in Language})
        known[str(name)] = str(name)
    for each in given:
        if each.lower() not in known:
            raise UsageFault("diff.unknown_change", name=each, known=(*CHANGES, *map(str, ChangeKind)))
    return {known[each.lower()] for each in given}


def with_memoranda(changes: Sequence[Change], snapshot: Snapshot) -> Comparison:
    """Changes as they are told where the new register is at hand as a whole."""
    found, paths = comparison(changes), _papers(changes)
    memos = [Memo(each.fields, (), each) for each in snapshot.of(Kind.MEMORANDUM) if each.path in paths]
    listing, suspect = _handed_over(memos, changes, found.replaced), _suspect(memos, changes)
    return replace(found, memoranda=listing, suspect=suspect)


def _memoranda(half: Half, changes: Sequence[Change]) -> list[Memo]:
    """Those of the departments of which items changed; only these are read."""
    return list(_read(half, sorted(_papers(changes))))


def _papers(changes: Sequence[Change]) -> set[str]:
    items = [record for each in changes if each.key.kind is Kind.ITEM for record in after(each)]
    return {f"memoranda/{each.key.jurisdiction}/{view(each).text('competent')}.yaml" for each in items}


def _handed_over(
    memos: Sequence[Memo], changes: Sequence[Change], words: Mapping[Key, ChangeKind]
) -> dict[Key, tuple[Record, ...]]:
    """The memoranda that list the items which are handed over."""
    given = [each for each in changes if HANDED_OVER.intersection(kinds(each, words))]
    items = [record for each in given for record in after(each)[:1]]
    listing = {each.key: tuple(memo.record for memo in memos if _lists(memo, each.key)) for each in items}
    return {key: found for key, found in listing.items() if found}


def _suspect(memos: Sequence[Memo], changes: Sequence[Change]) -> dict[Key, tuple[Record, ...]]:
    """The memoranda of which an edited item is no longer what was signed."""
    edited = [each for each in changes if isinstance(each, Edited) and each.key.kind is Kind.ITEM]
    found = {
        each.key: tuple(
            memo.record
            for memo in memos
            if memo.jurisdiction == each.key.jurisdiction and makes_suspect(memo, each.old, each.new)
        )
        for each in edited
    }
    return {key: records for key, records in found.items() if records}


def _read(half: Half, paths: Collection[str]) -> Iterator[Memo]:
    for file in half.listing.read(paths):
        document, _ = read(file.path, file.data)
        made = map(view, records_of(document) if document else ())
        yield from (each for each in made if isinstance(each, Memo))


def _lists(memo: Memo, item: Key) -> bool:
    is_here = memo.jurisdiction == item.jurisdiction
    return is_here and any(each.text("code") == item.id for each in memo.listed)


def _totals(session: Session, halves: tuple[Half, Half], changes: Sequence[Change]) -> Iterator[Total]:
    """Of the kinds that changed; none where they cannot be right, and then it is said why."""
    if any(half.unread for half in halves):
        session.tell("diff.no_totals")
        return
    found = {each.key.kind for each in changes if not isinstance(each, Moved)}
    old, new = counted((halves[0].listing, halves[1].listing), found, session.jurisdiction or "")
    for total in totals(changes, old, new):
        if total.right == total.after:
            yield total
        else:
            words = {"right": total.right, "after": total.after}
            session.tell("diff.uneven", kind=Label(schema_of_kind(total.kind), ()), **words)
