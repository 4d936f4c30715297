"""A filing: its tables as one workbook, or one of them as CSV."""

import csv
from datetime import date
from io import StringIO

from xuke.model.memory import no_collection
from xuke.tables.archive import normalised
from xuke.tables.layout import Book, BookRequest, Cell, CellNotXml, CellRefusedError, CellTooLong, Show, Table
from xuke.tables.layouts import TABLES
from xuke.tables.paper import sheet_of
from xuke.tables.present import told
from xuke.tables.stamp import stamp_of
from xuke.tables.workbook import written
from xuke.words.inert import inert

__all__ = [
    "Book",
    "BookRequest",
    "CellNotXml",
    "CellRefusedError",
    "CellTooLong",
    "book_of",
    "csv_of",
    "filing_book",
    "open_book",
    "text_of",
]


def open_book(request: BookRequest) -> Book:
    """The tables asked for, in that order; what compares is left out where nothing is given to compare."""
    tables = (TABLES[name] for name in request.tables)
    return Book(request, tuple(table for table in tables if request.since or not table.needs_base))


def filing_book(request: BookRequest) -> bytes:
    """The workbook (xlsx); equal requests give equal bytes. A cell that Excel cannot hold is refused."""
    with no_collection():
        return book_of(open_book(request))


def book_of(book: Book) -> bytes:
    """The same for tables that are open already."""
    sheets = [sheet_of(book, table, annex) for annex, table in enumerate(book.tables, 1)]
    if book.request.edition == "working":
        sheets.append(stamp_of(book, [sheet.head for sheet in sheets]))
    return normalised(written(sheets))


def csv_of(table: str, request: BookRequest) -> str:
    """One table with its headings, dates as in the data, one line a row."""
    layout = TABLES[table]
    return text_of(Book(request, (layout,)), layout)


def text_of(book: Book, table: Table) -> str:
    """The same for a table that is open already."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.title for column in table.columns])
    writer.writerows(_plain(table, row.cells) for row in book.rows(table))
    return text.getvalue()


def _plain(table: Table, cells: tuple[Cell, ...]) -> list[str]:
    pairs = zip(cells, table.columns, strict=True)
    return [_text(cell, column.show) for cell, column in pairs]


def _text(cell: Cell, show: Show) -> str:
    return cell.isoformat() if isinstance(cell, date) else inert(told(cell, show))
