"""Findings that only follow from what is wrong with the text of another record, or with a code."""

from collections.abc import Collection, Iterable, Iterator

from xuke.check.odd_names import OddNames
from xuke.identifiers.item_code import basic_code
from xuke.model.diagnostic import Diagnostic
from xuke.model.place import Location, Position
from xuke.model.record import Key, Kind, Snapshot

#: Rules that find what belongs to an item by its code.
_BY_CODE = frozenset({"L012", "L013", "L014", "L015", "M005"})


def resting(
    found: Iterable[Diagnostic], snapshot: Snapshot, unsound: Collection[Key]
) -> Iterator[Diagnostic]:
    """The findings that stand by themselves.

    No place of their other side lies in a record that its schema refuses, and they do not miss what
    names an item, or the parent of one, because that has no code of one.
    """
    odd = OddNames(snapshot)
    spans: dict[str, list[tuple[Position, Position]]] = {}
    for record in (snapshot.records[key] for key in unsound if key in snapshot.records):
        place = record.locate()
        spans.setdefault(place.path, []).append((place.start, place.end))
    for each in found:
        is_beside = any(_is_in(other, spans.get(other.path, ())) for other in each.also)
        if not (is_beside or _is_missed(each, odd)):
            yield each


def _is_missed(found: Diagnostic, odd: OddNames) -> bool:
    record = found.record
    if found.message.name == "C005.orphan" and record:
        return odd.has(record.jurisdiction, record.kind, str(dict(found.message.words)["parent"]))
    if found.code not in _BY_CODE or record is None or record.kind is not Kind.ITEM:
        return False
    return basic_code(record.id) is None


def _is_in(place: Location, spans: Iterable[tuple[Position, Position]]) -> bool:
    return any(start <= place.start < end for start, end in spans)
