"""Tables of a report as sheets of a workbook: rows as they are read on the screen."""

from collections.abc import Iterable, Iterator, Sequence

from xuke.tables.archive import normalised
from xuke.tables.layout import Book, BookRequest, Cell, Column, Line, Show, Table
from xuke.tables.paper import sheet_of
from xuke.tables.workbook import written
from xuke.words.width import width

#: Widths of columns, in characters of the screen.
_NARROWEST, _WIDEST = 8, 40

#: A table as a report has it: its title, its headings, and its rows.
Plain = tuple[str, Sequence[str], Sequence[Sequence[str]]]


def plain_book(request: BookRequest, tables: Iterable[Plain]) -> bytes:
    """The workbook (xlsx), a sheet for each table; equal requests give equal bytes."""
    found = tuple(_table(*each) for each in tables)
    book = Book(request, found)
    return normalised(written([sheet_of(book, table, annex) for annex, table in enumerate(found, 1)]))


def _table(title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    columns = tuple(
        _column(place, heading, [heading, *(row[place] for row in rows)])
        for place, heading in enumerate(headings)
    )
    return Table(id=title, title=title, columns=columns, lines=lambda _: _lines(rows), reads=())


def _column(place: int, heading: str, texts: Sequence[str]) -> Column:
    is_count = all(text.isascii() and text.isdigit() and len(text) < _NARROWEST for text in texts[1:])

    def read(_book: Book, line: Line) -> Cell:
        text = str(line.subject[place])
        return int(text) if is_count else text

    widest = max(width(text) for text in texts) + 2
    room = min(max(widest, _NARROWEST), _WIDEST)
    return Column(f"c{place}", heading, room, read, Show.INT if is_count else Show.TEXT)


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[Line]:
    yield from (Line(row, place) for place, row in enumerate(rows, 1))
