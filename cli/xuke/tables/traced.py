"""Findings about records that came from a workbook, told at their cells."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, Label, Message, say
from xuke.model.document import Value
from xuke.model.part import at, element_name
from xuke.model.place import Location, Pointer, Position
from xuke.model.record import Key, Record, Snapshot
from xuke.tables.merge import MISSING, Conflict
from xuke.tables.spots import Spots, Steps
from xuke.words.schemas import schema_of_kind


def at_cells(found: Iterable[Diagnostic], snapshot: Snapshot, spots: Spots) -> Iterator[Diagnostic]:
    """Each finding at the nearest cell that speaks of its place; others where they stand in the register.

    Other sides are told at their cells too, and cells that say the same again follow as such.
    """
    sides = _Sides(snapshot, spots)
    for each in found:
        record = snapshot.records.get(each.record) if each.record else None
        near = spots.nearest(record.key, _steps(record.fields, each.pointer)) if record else None
        also = tuple(map(sides.cell, each.also))
        if near:
            cell, spot = near
            others = (*also, *spots.repeats.get(spot, ()))
            yield replace(each, location=cell, also=(each.location, *(at for at in others if at != cell)))
        else:
            yield replace(each, also=also)


class _Sides:
    """The cells of places in the register that came from a workbook."""

    def __init__(self, snapshot: Snapshot, spots: Spots) -> None:
        self._snapshot, self._spots = snapshot, spots

    @cached_property
    def _known(self) -> dict[Key, list[Steps]]:
        """What the workbook speaks of, by record."""
        return self._spots.known()

    @cached_property
    def _records(self) -> dict[str, list[tuple[Position, Record]]]:
        """The records of these, as they follow each other in their files."""
        found: dict[str, list[tuple[Position, Record]]] = {}
        for record in (
            self._snapshot.records[each] for each in self._known if each in self._snapshot.records
        ):
            found.setdefault(record.path, []).append((record.locate().start, record))
        return {path: sorted(pairs, key=lambda pair: pair[0]) for path, pairs in found.items()}

    def cell(self, side: Location) -> Location:
        """The nearest cell around a place; one that no workbook speaks of stays."""
        pairs = self._records.get(side.path, [])
        place = bisect_right(pairs, side.start, key=lambda pair: pair[0])
        record = pairs[place - 1][1] if place else None
        if record is None or side.start >= record.locate().end:
            return side
        near = self._spots.nearest(record.key, self._around(record, side.start))
        return near[0] if near else side

    def _around(self, record: Record, start: Position) -> Steps:
        """The narrowest of what is spoken of in a record that a position lies in."""
        found: tuple[Position, int, Steps] = (record.locate().start, 0, ())
        known = self._known[record.key]
        for steps in (*known, *(each for outer in known for each in self._spots.fields(record.key, outer))):
            place = _place(record, steps)
            if place and place.start <= start < place.end:
                found = max(found, (place.start, -len(steps), steps))
        return found[2]


def _place(record: Record, steps: Steps) -> Location | None:
    """Where a field stands in the register, by names as cells know it; None where it is not written."""
    pointer: list[str | int] = []
    value: Any = record.fields
    for step in steps:
        names = [element_name(each) for each in value] if isinstance(value, list) else []
        pointer.append(names.index(step) if step in names else step)
        value = at(value, pointer[-1])
    return record.locate(*pointer) if value is not None else None


def _steps(fields: Any, pointer: Pointer) -> Steps:
    """A pointer by names, as cells know it."""
    steps: list[str] = []
    value: Value = fields
    for step in pointer:
        value = at(value, step)
        steps.append((element_name(value) if isinstance(step, int) else "") or str(step))
    return tuple(steps)


def conflict_findings(conflicts: Iterable[Conflict]) -> Iterator[Diagnostic]:
    """A finding for each conflict, with the three values."""
    for each in conflicts:
        label = Label(schema_of_kind(each.key.kind), each.path) if each.path else str(each.key)
        message = say(
            "X007.field",
            field=label,
            base=_told(each, each.base),
            mine=_told(each, each.mine),
            theirs=_told(each, each.theirs),
        )
        yield Diagnostic("X007", ALL["X007"], each.place, message, each.key)


def _told(each: Conflict, value: Any) -> str | Message | Label:
    if value is MISSING:
        return say("books.absent_value")
    is_label = isinstance(value, str) and each.path
    return Label(schema_of_kind(each.key.kind), each.path, value) if is_label else str(value)
