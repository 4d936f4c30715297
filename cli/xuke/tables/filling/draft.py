"""A map proposed for a form: its headings looked up among those of the filing tables."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from xuke.document.emit import scalar
from xuke.model.diagnostic import Label
from xuke.model.names import even
from xuke.model.place import letters
from xuke.tables.layout import Column, Table
from xuke.tables.layouts import ALL
from xuke.tables.reading import ReadBook, ReadSheet
from xuke.words.schemas import property_of

#: Headings stand among the first rows, over so many of them, and so many are recognised at least.
DEEPEST, HEADS, FEWEST = 40, 3, 2


class Found(NamedTuple):
    """The table that fits a sheet best: ``head`` is the last row of its headings, counted from 1."""

    table: Table
    head: int
    #: Ids of the table's columns by the column of the form, counted from 1.
    columns: Mapping[int, str]


def draft(book: ReadBook) -> list[str]:
    """The lines of a map; empty where no heading of any sheet is known."""
    found = [(sheet, best) for sheet in book.sheets if not sheet.is_hidden and (best := recognised(sheet))]
    lines = ["sheets:"] if found else []
    for sheet, best in found:
        lines.append(f"  - sheet: {scalar(sheet.name)}")
        lines.append("    rows:")
        lines.append(f"      table: {best.table.id}")
        lines.append(f"      start: {best.head + 1}")
        lines.append("      columns:")
        lines.extend(f"        {letters(column)}: {name}" for column, name in sorted(best.columns.items()))
    return lines


def recognised(sheet: ReadSheet) -> Found | None:
    """The table with most headings on a sheet, in the highest rows that have them all."""
    found = [each for table in ALL for each in _candidates(sheet, table) if len(each.columns) >= FEWEST]
    return max(found, key=lambda each: (len(each.columns), -each.head), default=None)


def _candidates(sheet: ReadSheet, table: Table) -> Iterator[Found]:
    names = _names(table)
    for last in range(min(sheet.height, DEEPEST)):
        columns: dict[int, str] = {}
        for row in range(last, max(last - HEADS, -1), -1):
            for column, entry in sheet.row(row):
                name = names.get(even(entry.text))
                if name and column + 1 not in columns and name not in columns.values():
                    columns[column + 1] = name
        if any(names.get(even(entry.text)) for _, entry in sheet.row(last)):
            yield Found(table, _bottom(sheet, last, columns), columns)


def _bottom(sheet: ReadSheet, last: int, columns: Mapping[int, str]) -> int:
    """The last row of the headings, those among them that are merged downwards to their ends."""
    below = [
        bottom for top, left, bottom, _ in sheet.merges if last - HEADS < top <= last and left + 1 in columns
    ]
    return max((*below, last)) + 1


def _names(table: Table) -> dict[str, str]:
    """Ids of columns by all that their headings may be called; the official heading has precedence."""
    found: dict[str, str] = {}
    for each in table.columns:
        found.setdefault(even(each.title), each.id)
    for each in table.columns:
        for name in _synonyms(each):
            found.setdefault(even(name), each.id)
    return found


def _synonyms(column: Column) -> tuple[str, ...]:
    heading = column.heading
    known = property_of(heading.schema, heading.path) if isinstance(heading, Label) else None
    return tuple(known[1].get("x-synonyms", ())) if known else ()
