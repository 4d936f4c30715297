"""What a filing table is: columns, rows and the ground that they are read from."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, Literal, TypeAlias

from xuke.model.diagnostic import Label
from xuke.model.place import Pointer
from xuke.model.record import Key, Kind, Snapshot
from xuke.model.register import Register
from xuke.words.render import Language, label

#: Raised when a column changes its meaning, so that an older sheet is known when it comes back.
LAYOUT_VERSION = 1

#: What Excel can hold in one cell.
LONGEST_CELL = 32_767

#: What programs take for a character that they escaped.
_ESCAPED = re.compile("_x[0-9A-Fa-f]{4}_").search

Edition = Literal["filed", "working"]
Cell: TypeAlias = "str | int | float | date | None"


class Show(StrEnum):
    """How a cell is shown; a code is text that no program may take for a number."""

    TEXT = "text"
    CODE = "code"
    DATE = "date"
    INT = "int"
    NUMBER = "number"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class BookRequest:
    """All that a workbook depends on; ``date`` is 填报日期 and blank where it is None."""

    snapshot: Snapshot
    jurisdiction: str
    edition: Edition
    tables: tuple[str, ...]
    since: Snapshot | None
    commit: str
    is_dirty: bool
    date: date | None
    version: str
    unit: str


@dataclass(frozen=True, slots=True)
class Line:
    """What one row is about; cells named in ``totals`` are given, not read.

    ``groups`` leads from the widest group to the narrowest: department, item, part of it.
    """

    subject: Any
    number: int | None = None
    groups: tuple[str, ...] = ()
    key: Key | None = None
    totals: Mapping[str, Cell] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of cells, in the order of the columns of its table."""

    cells: tuple[Cell, ...]
    groups: tuple[str, ...] = ()
    key: Key | None = None


class Book:
    """The ground of all tables of one request; what tables share is looked up once."""

    def __init__(self, request: BookRequest, tables: "tuple[Table, ...]") -> None:
        self.request = request
        self.tables = tables
        self._rows: dict[str, tuple[Row, ...]] = {}

    @cached_property
    def register(self) -> Register:
        """The jurisdiction as it is filed."""
        return Register(self.request.snapshot, self.request.jurisdiction)

    @cached_property
    def base(self) -> Register | None:
        """The jurisdiction as it was before, or None where nothing is compared."""
        since = self.request.since
        return Register(since, self.request.jurisdiction) if since else None

    def rows(self, table: "Table") -> tuple[Row, ...]:
        """The rows of a table in their official order."""
        if table.id not in self._rows:
            self._rows[table.id] = tuple(table.row(self, line) for line in table.lines(self))
        return self._rows[table.id]

    @cached_property
    def origins(self) -> frozenset[str]:
        """Provenances of all that the tables read, of what they compare with too."""
        kinds = {kind for table in self.tables for kind in table.reads}
        sides = (self.request.snapshot, self.request.since)
        found = (
            record.provenance
            for side in sides
            if side
            for kind in kinds
            for record in side.of(kind, self.request.jurisdiction)
        )
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class Column:
    """One column, and the field that it shows.

    ``pointer`` is where the value is read back to, inside the record or, where ``of_part``
    says so, inside the row's part of it; None for what is derived. Cells of equal groups are
    merged up to ``level``: 0 for the department, 1 for the item. Cells that are ``noted`` are
    told from the others, and have what stands in the column of that name as a note.
    """

    id: str
    heading: Label | str
    width: float
    read: Callable[[Book, Line], Cell]
    show: Show = Show.TEXT
    pointer: Pointer | None = None
    of_part: bool = False
    level: int | None = None
    noted: str = ""

    @property
    def title(self) -> str:
        """The heading as printed."""
        return label(self.heading, Language.ZH) if isinstance(self.heading, Label) else self.heading

    def cell(self, book: Book, line: Line) -> Cell:
        """What a line shows here; a line of totals shows nothing else."""
        return self.read(book, line) if line.totals is None else line.totals.get(self.id)


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart of columns of a table, over the rows whose first group is ``group``."""

    title: str
    names: str
    series: tuple[str, ...]
    group: str
    show: Show = Show.NUMBER


def _silent(book: Book) -> Iterable[str]:
    del book
    return ()


@dataclass(frozen=True, slots=True)
class Table:
    """A filing table: ``title`` without the place, ``kind`` of the record behind a row if one."""

    id: str
    title: str
    columns: tuple[Column, ...]
    lines: Callable[[Book], Iterable[Line]]
    reads: tuple[Kind, ...]
    kind: Kind | None = None
    importable: bool = False
    seals: tuple[str, ...] = ()
    charts: tuple[Bars, ...] = ()
    needs_base: bool = False
    remarks: Callable[[Book], Iterable[str]] = field(default=_silent)

    def row(self, book: Book, line: Line) -> Row:
        """The cells of a line; refused where Excel could not hold one whole."""
        cells = tuple(_sound(self, column, line, column.cell(book, line)) for column in self.columns)
        return Row(cells, line.groups, line.key)

    def place(self, column: str) -> int:
        """Where a column stands, counted from 0."""
        return next(place for place, each in enumerate(self.columns) if each.id == column)


class CellRefusedError(ValueError):
    """A value that no cell can hold unchanged."""

    def __init__(self, table: Table, column: Column, key: Key | None, detail: str) -> None:
        super().__init__(f"{table.id} {column.id} {key or ''}: {detail}")
        self.table, self.column, self.key, self.detail = table.id, column.title, key, detail


class CellTooLong(CellRefusedError):  # noqa: N818
    """A text longer than Excel holds; ``detail`` is its length."""


class CellNotXml(CellRefusedError):  # noqa: N818
    """A text with a character that XML forbids; ``detail`` is its code point, as in U+0007."""


def _sound(table: Table, column: Column, line: Line, cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    if len(cell) > LONGEST_CELL:
        raise CellTooLong(table, column, line.key, str(len(cell)))
    # Every forbidden character is unprintable, and asking that first is fast.
    if not cell.isprintable():
        for character in filter(_is_forbidden, cell):
            raise CellNotXml(table, column, line.key, f"U+{ord(character):04X}")
    return cell or None


def holds(text: str) -> bool:
    """Whether a cell can hold a text, and every program gives it back."""
    return len(text) <= LONGEST_CELL and not _ESCAPED(text) and not any(map(_is_forbidden, text))


def _is_forbidden(character: str) -> bool:
    code = ord(character)
    return (code < 0x20 and character not in "\t\n") or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF)
