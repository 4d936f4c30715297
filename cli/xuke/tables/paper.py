"""A table on paper: title, unit and date, headings, body, remarks, signatures; A4 landscape, page by page."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from xuke.tables import grid
from xuke.tables.chart import Frame, charts_of
from xuke.tables.layout import Book, Cell, Column, Show, Table
from xuke.tables.pages import Page, paged, parts
from xuke.tables.present import date_text, told
from xuke.tables.sheet import BODY, HEAD_SIZE, CellNote, Drawn, Look, Merge, Sheet
from xuke.tables.wrap import wrapped
from xuke.words.zh import tables as zh

#: A4 landscape within its margins, in points; a little is kept back for other printers.
PAGE_WIDTH, PAGE_HEIGHT, SPARE = 769.0, 487.0, 0.96

#: Texts are centred in columns up to this width.
NARROW = 13

#: Width of the hidden column of keys.
KEY_WIDTH = 40.0

#: Heights in points of the rows above the headings, and of a row of signatures.
ANNEX_HEIGHT, TITLE_HEIGHT, NOTE_HEIGHT, UNIT_HEIGHT, SIGN_HEIGHT = 24.0, 40.0, 20.0, 24.0, 34.0

HEAD_LINE = HEAD_SIZE * 1.45


def sheet_of(book: Book, table: Table, annex: int) -> Sheet:
    """One table as a sheet of a workbook."""
    return Draft(book, table, annex).sheet()


@dataclass(frozen=True)
class Draft:
    """A sheet while it is laid out."""

    book: Book
    table: Table
    annex: int

    @property
    def is_filed(self) -> bool:
        """Whether it is the edition that is handed in."""
        return self.book.request.edition == "filed"

    @cached_property
    def widths(self) -> tuple[float, ...]:
        """Column widths, stretched to the page where they leave it room."""
        widths = [column.width for column in self.table.columns]
        room = (PAGE_WIDTH - len(widths) * grid.COLUMN_EDGE) / grid.COLUMN_UNIT
        factor = max(1.0, room / sum(widths))
        return tuple(round(width * factor, 2) for width in widths)

    @cached_property
    def scale(self) -> float:
        """How much the sheet shrinks to be one page wide, in whole percents as Excel does."""
        total = sum(width * grid.COLUMN_UNIT + grid.COLUMN_EDGE for width in self.widths)
        return min(100, int(100 * PAGE_WIDTH / total + 0.001)) / 100

    @cached_property
    def units(self) -> tuple[int, ...]:
        """Characters that fit in each column."""
        return tuple(map(grid.units_of, self.widths))

    @cached_property
    def top(self) -> tuple[Drawn, ...]:
        """All rows above the headings."""
        return tuple(self._top())

    def _top(self) -> Iterator[Drawn]:
        request, register = self.book.request, self.book.register
        yield self._across(ANNEX_HEIGHT, zh.ANNEX.format(number=self.annex), Look.ANNEX)
        title = zh.TITLE.format(place=register.title, title=self.table.title)
        yield self._across(TITLE_HEIGHT, title, Look.TITLE)
        if note := note_of(self.book):
            yield self._across(NOTE_HEIGHT, note, Look.NOTE)
        day = date_text(request.date) if request.date else zh.BLANK_DATE
        cells: list[tuple[Cell, Look] | None] = [None] * len(self.widths)
        cells[0] = zh.UNIT.format(unit=request.unit), Look.UNIT
        cells[self.middle] = zh.FILED_ON.format(date=day), Look.DAY
        yield Drawn(UNIT_HEIGHT, tuple(cells))

    @cached_property
    def middle(self) -> int:
        """The column, counted from 0, in which the right part of a row begins."""
        half, total = 0.0, sum(self.widths)
        for place, width in enumerate(self.widths[:-1]):
            half += width
            if half > total * 0.6:
                return place or 1
        return len(self.widths) - 1

    @cached_property
    def headings(self) -> Drawn:
        """The row of headings, repeated on every page."""
        titles = [column.title for column in self.table.columns]
        rooms = [grid.units_of(width, HEAD_SIZE) for width in self.widths]
        lines = max(len(wrapped(title, room)) for title, room in zip(titles, rooms, strict=True))
        return Drawn(lines * HEAD_LINE + 8, tuple((title, Look.HEAD) for title in titles))

    @property
    def room(self) -> float:
        """Points for the body of a page after the first."""
        return PAGE_HEIGHT * SPARE / self.scale - self.headings.height

    @property
    def first_room(self) -> float:
        """Points for the body of the first page."""
        return self.room - sum(row.height for row in self.top)

    @cached_property
    def grid(self) -> grid.Grid:
        """The body."""
        columns, rows = self.table.columns, self.book.rows(self.table)
        if self.is_filed:
            return grid.filed(columns, rows, self.units, grid.lines_in(self.first_room))
        return grid.working(columns, rows, self.units)

    @cached_property
    def tail(self) -> tuple[Drawn, ...]:
        """Remarks and signatures."""
        body = () if self.grid.rows else (self._across(grid.LOWEST, zh.EMPTY, Look.CODE),)
        return (*body, *map(self._remark, self.table.remarks(self.book)), *self._signatures())

    def _remark(self, text: str) -> Drawn:
        lines = len(wrapped(text, grid.units_of(sum(self.widths))))
        return self._across(grid.need(lines), text, Look.REMARK)

    def _signatures(self) -> Iterator[Drawn]:
        for labels in filter(None, (self.table.seals, zh.SIGNATURES)):
            if len(labels) > len(self.widths):
                yield self._across(SIGN_HEIGHT, zh.GAP.join(labels), Look.REMARK)
                continue
            cells: list[tuple[Cell, Look] | None] = [None] * len(self.widths)
            for place, label in zip(self._seats(len(labels)), labels, strict=True):
                cells[place] = label, Look.REMARK
            yield Drawn(SIGN_HEIGHT, tuple(cells))

    def _seats(self, count: int) -> list[int]:
        """Columns, counted from 0, at which equal parts of the width begin."""
        total, edges = sum(self.widths), [0.0]
        for width in self.widths:
            edges.append(edges[-1] + width)
        seats: list[int] = []
        for part in range(count):
            low = seats[-1] + 1 if seats else 0
            high = len(self.widths) - (count - part)
            best = min(range(low, high + 1), key=lambda place: abs(edges[place] - total * part / count))
            seats.append(best)
        return seats

    def _across(self, height: float, text: str, look: Look) -> Drawn:
        return Drawn(height, ((text, look), *[None] * (len(self.widths) - 1)))

    @cached_property
    def pages(self) -> list[Page]:
        """Body and tail by pages; the working edition is left to the program that prints it."""
        heights = (*self.grid.heights, *(row.height for row in self.tail))
        if not self.is_filed:
            return [Page(0, len(heights), heights)]
        return paged(heights, self.grid.runs, self.first_room, self.room)

    def sheet(self) -> Sheet:
        """Everything in its place; rows counted from 1."""
        head = len(self.top) + 1
        end = head + len(self.grid.rows)
        last = end + len(self.tail)
        breaks = [head + page.end for page in self.pages]
        charts = charts_of(self.table, self.book.rows(self.table), self._frame(head, last))
        return Sheet(
            name=self.table.title,
            widths=self.widths if self.is_filed else (*self.widths, KEY_WIDTH),
            rows=(*self._rows(),),
            head=head,
            end=end,
            merges=tuple(self._merges(head)),
            breaks=tuple(breaks if charts else breaks[:-1]),
            charts=charts,
            hidden=() if self.is_filed else (len(self.widths) + 1,),
            has_filter=not self.is_filed,
            notes=tuple(self._notes(head)),
        )

    def _notes(self, head: int) -> Iterator[CellNote]:
        """Where a row of the table begins, what its noted cells are to be compared with."""
        rows = self.book.rows(self.table)
        first = {origin: place for place, origin in reversed([*enumerate(self.grid.origins)])}
        noted = [(place, each) for place, each in enumerate(self.table.columns, 1) if each.noted]
        for number, column in noted:
            source = self.table.place(column.noted)
            for origin, place in first.items():
                if text := told(rows[origin].cells[source], column.show):
                    yield CellNote(head + place + 1, number, text)

    def _frame(self, head: int, last: int) -> Frame:
        width = PAGE_WIDTH * SPARE / self.scale
        return Frame(head, last, self.grid.origins, width, self.room)

    def _rows(self) -> Iterator[Drawn]:
        yield from self.top
        yield self._keyed(self.headings, zh.KEY, Look.HEAD)
        heights = [height for page in self.pages for height in page.heights]
        rows = self.book.rows(self.table)
        for place, origin in enumerate(self.grid.origins):
            drawn = Drawn(heights[place], self._cells(place))
            yield self._keyed(drawn, str(rows[origin].key or ""), Look.CODE)
        yield from self.tail

    def _keyed(self, row: Drawn, key: str, look: Look) -> Drawn:
        return row if self.is_filed else Drawn(row.height, (*row.cells, (key or None, look)))

    def _cells(self, place: int) -> tuple[tuple[Cell, Look], ...]:
        """The cells of a row; of a shared cell only the first row of a page holds the value."""
        pairs = zip(self.grid.rows[place], self.table.columns, strict=True)
        return tuple(
            (None if (place, number) in self._covered else piece.value, look_of(piece.value, column))
            for number, (piece, column) in enumerate(pairs)
        )

    @cached_property
    def _covered(self) -> frozenset[tuple[int, int]]:
        """Rows and columns that lie below the first row of a merged cell."""
        return frozenset(
            (row, run.column)
            for run in parts(self.grid.runs, self.pages)
            for row in range(run.start + 1, run.end)
        )

    def _merges(self, head: int) -> Iterator[Merge]:
        for number, row in enumerate((*self.top, None, *[None] * len(self.grid.rows), *self.tail), 1):
            if row is not None:
                yield from _row_merges(row, number)
        for run in parts(self.grid.runs, self.pages):
            yield Merge(head + run.start + 1, run.column + 1, head + run.end, run.column + 1)


def _row_merges(row: Drawn, number: int) -> Iterator[Merge]:
    """Each written cell with the empty ones to its right."""
    seats = [place for place, cell in enumerate(row.cells) if cell is not None]
    for start, end in zip(seats, [*seats[1:], len(row.cells)], strict=True):
        if end - start > 1:
            yield Merge(number, start + 1, number, end)


def look_of(value: Cell, column: Column) -> Look:
    """By how the column is shown, what is noted in colour; a text is text, and centred if narrow."""
    if column.noted:
        return Look.CHANGED
    if isinstance(value, str) and (column.show is not Show.TEXT or column.width <= NARROW):
        return Look.CODE
    return BODY[column.show]


def note_of(book: Book) -> str:
    """What must stand under every title: origin of the data, and whether it is committed."""
    return origin_note(book.origins, book.request.is_dirty)


def origin_note(origins: Collection[str], is_dirty: bool) -> str:
    """The same for data of these provenances."""
    notes = (
        ("demonstration" in origins, zh.DEMONSTRATION),
        ("unattributed" in origins, zh.UNATTRIBUTED),
        (is_dirty, zh.DIRTY),
    )
    return zh.JOINT.join(text for is_so, text in notes if is_so)
