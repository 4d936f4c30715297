"""Two workbooks cell by cell: what was filed, and what was found."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from xuke.model.place import letters
from xuke.tables.reading import Entry, ReadBook, ReadSheet, Sort

#: The number format of text: its code, or its number among the built-in ones.
_TEXT = {"@", "49"}


class Sign(StrEnum):
    """How a file differs from what was filed."""

    CELL = "cell"
    FORMAT = "format"
    SHEET_MISSING = "sheet_missing"
    SHEET_EXTRA = "sheet_extra"
    PART_MISSING = "part_missing"
    PART_EXTRA = "part_extra"
    PART_CHANGED = "part_changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference; ``place`` is a sheet or a part, ``cell`` its address where there is one."""

    sign: Sign
    place: str
    cell: str = ""
    filed: str = ""
    found: str = ""


def differences(filed: ReadBook, found: ReadBook) -> Iterator[Difference]:
    """By the sheets as they were filed, then what came in addition."""
    there = {sheet.name: sheet for sheet in found.sheets}
    for sheet in filed.sheets:
        if sheet.name in there:
            yield from _cells(sheet, there.pop(sheet.name))
        else:
            yield Difference(Sign.SHEET_MISSING, sheet.name)
    for name in there:
        yield Difference(Sign.SHEET_EXTRA, name)


def is_alike(filed: ReadBook, found: ReadBook) -> bool:
    """Whether half of the cells say what a sheet of the same name says, wherever in it."""
    said = {sheet.name: {entry.text for entry in sheet.entries.values()} for sheet in filed.sheets}
    cells = [(sheet.name, entry.text) for sheet in found.sheets for entry in sheet.entries.values()]
    return 2 * sum(text in said.get(name, ()) for name, text in cells) > len(cells)


def _cells(filed: ReadSheet, found: ReadSheet) -> Iterator[Difference]:
    for row, column in sorted({*filed.entries, *found.entries}):
        old, new = filed.entries.get((row, column)), found.entries.get((row, column))
        address = f"{letters(column + 1)}{row + 1}"
        if not _same(old, new):
            yield Difference(Sign.CELL, filed.name, address, _text(old), _text(new))
            continue
        form = found.formats.get((row, column), "")
        if filed.formats.get((row, column)) in _TEXT and form not in _TEXT:
            yield Difference(Sign.FORMAT, filed.name, address, "@", form or "General")


def _same(old: Entry | None, new: Entry | None) -> bool:
    if old is None or new is None:
        return old is new
    if old.sort is Sort.NUMBER and new.sort is Sort.NUMBER:
        # Programs keep 15 digits of a number.
        return math.isclose(float(old.text), float(new.text), rel_tol=1e-12)
    return (old.sort, old.text) == (new.sort, new.text)


def _text(entry: Entry | None) -> str:
    return entry.text if entry else ""
