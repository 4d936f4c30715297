"""The body of a table as paper takes it: rows folded to a page, cells shared by rows, heights."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from xuke.tables.layout import Cell, Column, Row
from xuke.tables.pages import Run
from xuke.tables.present import date_text, told
from xuke.tables.sheet import BODY_SIZE
from xuke.tables.wrap import wrapped

#: Points of a line of body text, and of the room above and below it.
LINE, PADDING, LOWEST, HIGHEST = BODY_SIZE * 1.45, 6.0, 26.0, 400.0

#: Points of one unit of column width under the default font, and of the edges of a column.
COLUMN_UNIT, COLUMN_EDGE = 6.0, 3.75


class Piece(NamedTuple):
    """What stands in one cell; neighbours below with the same ``run`` share the cell."""

    value: Cell
    run: object


@dataclass(frozen=True, slots=True)
class Grid:
    """The body of a sheet, row by row."""

    rows: tuple[tuple[Piece, ...], ...]
    heights: tuple[float, ...]
    runs: tuple[Run, ...]
    #: The row of the table that each row shows; the same for all parts of a folded one.
    origins: tuple[int, ...]


def units_of(width: float, size: int = BODY_SIZE) -> int:
    """Half-width characters that fit in a column; a little is left for other fonts."""
    return max(2, int((width * COLUMN_UNIT - 2) / (size / 2)))


def lines_in(room: float) -> int:
    """Lines of body text in so many points."""
    return int((min(room, HIGHEST) - PADDING) / LINE)


def need(lines: int) -> float:
    """Points that so many lines of body text take."""
    return max(LOWEST, lines * LINE + PADDING)


def filed_cell(cell: Cell) -> Cell:
    """A cell of the filed edition, where dates are text as in official documents."""
    return date_text(cell) if isinstance(cell, date) else cell


def working(columns: Sequence[Column], rows: Sequence[Row], units: Sequence[int]) -> Grid:
    """Rows as they are: nothing merged, nothing folded, no height beyond what Excel allows."""
    pieces = tuple(
        tuple(Piece(cell, (place, number)) for number, cell in enumerate(row.cells))
        for place, row in enumerate(rows)
    )
    lines = [_lines(columns, row.cells, units) for row in rows]
    heights = tuple(min(need(max(map(len, each))), HIGHEST) for each in lines)
    return Grid(pieces, heights, (), tuple(range(len(rows))))


def filed(columns: Sequence[Column], rows: Sequence[Row], units: Sequence[int], limit: int) -> Grid:
    """Cells of one group shared, rows of more than ``limit`` lines folded into several."""
    pieces, origins = [], []
    for place, row in enumerate(rows):
        for part in _folded(columns, row, place, units, limit):
            pieces.append(part)
            origins.append(place)
    runs = tuple(_runs(columns, pieces, units))
    return Grid(tuple(pieces), _heights(columns, pieces, units, runs), runs, tuple(origins))


def _lines(columns: Sequence[Column], cells: Sequence[Cell], units: Sequence[int]) -> list[tuple[str, ...]]:
    triples = zip(columns, cells, units, strict=True)
    return [wrapped(told(cell, column.show), room) for column, cell, room in triples]


def _folded(
    columns: Sequence[Column], row: Row, place: int, units: Sequence[int], limit: int
) -> list[tuple[Piece, ...]]:
    cells = tuple(map(filed_cell, row.cells))
    lines = _lines(columns, cells, units)
    count = -(-max(map(len, lines)) // limit)
    quadruples = list(zip(columns, cells, lines, strict=True))
    return [
        tuple(
            Piece("".join(text[part * limit : (part + 1) * limit]) or None, (place, part))
            if len(text) > limit
            else Piece(cell, _run(column, row, place, cell))
            for column, cell, text in quadruples
        )
        for part in range(count)
    ]


def _run(column: Column, row: Row, place: int, cell: Cell) -> object:
    """What a cell shares with the one below: its group and, lest a value be lost, its value."""
    if column.level is None or len(row.groups) <= column.level:
        return place
    return row.groups[: column.level + 1], cell


def _runs(columns: Sequence[Column], pieces: Sequence[Sequence[Piece]], units: Sequence[int]) -> list[Run]:
    """All cells over more than one row, by column."""
    found = []
    for number, column in enumerate(columns):
        start = 0
        for _, same in groupby(pieces, key=lambda row: row[number].run):
            group = list(same)
            if len(group) > 1:
                text = told(group[0][number].value, column.show)
                points = need(len(wrapped(text, units[number])))
                found.append(Run(number, start, start + len(group), points))
            start += len(group)
    return found


def _heights(
    columns: Sequence[Column], pieces: Sequence[Sequence[Piece]], units: Sequence[int], runs: Sequence[Run]
) -> tuple[float, ...]:
    """Height of each row by the cells that it shares with no other."""
    shared = {(run.column, row) for run in runs for row in range(run.start, run.end)}
    return tuple(
        need(
            max(
                (
                    len(wrapped(told(piece.value, columns[number].show), units[number]))
                    for number, piece in enumerate(row)
                    if (number, place) not in shared
                ),
                default=1,
            )
        )
        for place, row in enumerate(pieces)
    )
