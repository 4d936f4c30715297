"""Findings about records that came from a workbook, told at their cells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, Label, Message, say
from xuke.model.document import Value
from xuke.model.part import at, element_name
from xuke.model.place import Location, Pointer
from xuke.model.record import Key, Snapshot
from xuke.tables.merge import MISSING, Conflict
from xuke.words.schemas import schema_of_kind

Cells = Mapping[tuple[Key, tuple[str, ...]], Location]


#: Cells that say again what the first one says.
Repeats = Mapping[tuple[Key, tuple[str, ...]], Sequence[Location]]


def at_cells(
    found: Iterable[Diagnostic], snapshot: Snapshot, cells: Cells, repeats: Repeats
) -> Iterator[Diagnostic]:
    """Each finding at the nearest cell that speaks of its place; others where they stand in the register.

    Cells that say the same again follow as other sides.
    """
    for each in found:
        record = snapshot.records.get(each.record) if each.record else None
        spot = _spot(record.key, _steps(record.fields, each.pointer), cells) if record else None
        also = (each.location, *each.also, *repeats.get(spot, ())) if spot else ()
        yield replace(each, location=cells[spot], also=also) if spot else each


def _spot(key: Key, steps: tuple[str, ...], cells: Cells) -> tuple[Key, tuple[str, ...]] | None:
    for count in range(len(steps), -1, -1):
        if (key, steps[:count]) in cells:
            return key, steps[:count]
    return None


def _steps(fields: Any, pointer: Pointer) -> tuple[str, ...]:
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
