"""Two versions as a workbook: what changed by department, and every change with old beside new."""

from collections.abc import Sequence
from dataclasses import replace

from xuke.diff.comparison import Comparison
from xuke.model.memory import no_collection
from xuke.model.record import Snapshot
from xuke.model.register import Register
from xuke.tables.archive import normalised
from xuke.tables.layout import Book, BookRequest, Column, Table
from xuke.tables.layouts.change_summary import summary_table
from xuke.tables.layouts.changes import CHANGES, told_lines
from xuke.tables.paper import sheet_of
from xuke.tables.tally import tallies
from xuke.tables.workbook import written


def comparison_book(request: BookRequest, found: Comparison, remarks: Sequence[str]) -> bytes:
    """The workbook (xlsx) of the changes that are asked for; equal requests give equal bytes.

    ``remarks`` stand below the summary: which versions are compared, and what adds up.
    """
    with no_collection():
        old = Register(request.since or Snapshot({}), request.jurisdiction)
        counted = tallies(old, Register(request.snapshot, request.jurisdiction), found)
        tables = (summary_table(counted, remarks), _changes(found))
        book = Book(request, tables)
        return normalised(written([sheet_of(book, table, annex) for annex, table in enumerate(tables, 1)]))


def _changes(found: Comparison) -> Table:
    """调整对照表 of these changes; what stands now is coloured and has what stood there as a note."""
    columns = tuple(map(_noted, CHANGES.columns))
    lines = lambda book: told_lines(book, found.changes, found.replaced)  # noqa: E731
    return replace(CHANGES, columns=columns, lines=lines, remarks=lambda _: ())


def _noted(column: Column) -> Column:
    return replace(column, noted="old") if column.id == "new" else column
