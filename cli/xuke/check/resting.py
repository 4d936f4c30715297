"""Findings that only follow from what is wrong with the text of another record, or with a code."""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from xuke.check.odd_names import OddNames
from xuke.identifiers.item_code import basic_code
from xuke.model.diagnostic import Diagnostic
from xuke.model.files import seat
from xuke.model.owners import OWNER
from xuke.model.place import Location, Position
from xuke.model.record import Key, Kind, Record, Snapshot
from xuke.model.views import view

#: Rules that find what belongs to an item by its code.
_BY_CODE = frozenset({"L012", "L013", "L014", "L015", "M005"})


def resting(
    found: Iterable[Diagnostic], snapshot: Snapshot, unsound: Collection[Key]
) -> Iterator[Diagnostic]:
    """The findings that stand by themselves.

    No place of their other side lies in a record that its schema refuses, and they do not miss what
    names an item, or the parent of one, because that has no code of one; nor a department's items because
    one of them is refused or names a department that is not there.
    """
    odd, lost = OddNames(snapshot), _Lost(snapshot, unsound)
    spans: dict[str, list[tuple[Position, Position]]] = {}
    for record in (snapshot.records[key] for key in unsound if key in snapshot.records):
        place = record.locate()
        spans.setdefault(place.path, []).append((place.start, place.end))
    for each in found:
        is_beside = any(_is_in(other, spans.get(other.path, ())) for other in each.also)
        if not (is_beside or _is_missed(each, odd) or lost.explain(each)):
            yield each


class _Lost:
    """Items of which cannot be told that they are none of their department's, by the file that holds them."""

    def __init__(self, snapshot: Snapshot, unsound: Collection[Key]) -> None:
        self._snapshot = snapshot
        self._unsound = unsound

    def explain(self, found: Diagnostic) -> bool:
        """Whether a department may miss items only because they are such."""
        if found.message.name != "F002.no_items" or found.record is None:
            return False
        post = view(self._snapshot.records[found.record])
        return (post.jurisdiction, post.text("from_department")) in self._departments

    @cached_property
    def _departments(self) -> set[tuple[str, str]]:
        items = self._snapshot.of(Kind.ITEM)
        places = (seat(each.path) for each in items if each.key in self._unsound or self._is_stray(each))
        return {(each.jurisdiction, each.department) for each in places if each}

    def _is_stray(self, item: Record) -> bool:
        owner = view(item).text(OWNER[Kind.ITEM])
        return self._snapshot.get(item.key.jurisdiction, Kind.DEPARTMENT, owner) is None


def _is_missed(found: Diagnostic, odd: OddNames) -> bool:
    record = found.record
    if found.message.name == "C005.orphan" and record:
        return odd.has(record.jurisdiction, record.kind, str(dict(found.message.words)["parent"]))
    if found.code not in _BY_CODE or record is None or record.kind is not Kind.ITEM:
        return False
    return basic_code(record.id) is None


def _is_in(place: Location, spans: Iterable[tuple[Position, Position]]) -> bool:
    return any(start <= place.start < end for start, end in spans)
