"""What an input workbook was made from, on a very hidden sheet: read back after other programs saved it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from xuke.tables.layout import Cell
from xuke.tables.stamp import NAME

#: Raised when a column changes its meaning, so that an older form is known when it comes back.
VERSION = 2

#: Characters of a cell with rows after which the next one begins; a cell may hold 32,767.
FULL = 8_000

#: Characters of a digest: half of SHA-256.
DIGITS = 32

#: The first cell of the sheet, which no other stamp begins with.
MARK = "input"

__all__ = [
    "MARK",
    "NAME",
    "VERSION",
    "RowKey",
    "RowStamp",
    "SheetStamp",
    "Stamp",
    "digest",
    "digest_of",
    "stamp_lines",
    "stamp_of",
]


#: The address of a row and the key of its element.
RowKey = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowStamp:
    """A row as it was written: its key (the address and the key of the element) and its digest."""

    key: RowKey
    digest: str


@dataclass(frozen=True, slots=True)
class SheetStamp:
    """A sheet as it was written; ``head`` is the last row of the headings, counted from 1."""

    id: str
    name: str
    head: int
    columns: tuple[str, ...]
    rows: tuple[RowStamp, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A form; ``commit`` is empty without a repository, ``department`` where all were asked."""

    table: str
    format: str
    commit: str
    is_dirty: bool
    jurisdiction: str
    department: str
    tool: str
    sheets: tuple[SheetStamp, ...]
    version: int = VERSION

    def sheet(self, name: str) -> SheetStamp | None:
        """A sheet by its id."""
        return next((each for each in self.sheets if each.id == name), None)


def digest(cells: Mapping[str, Cell]) -> str:
    """A digest of what stands in a row, by column: the order of columns and blank ones do not matter."""
    return digest_of(sorted(cells.items(), key=lambda each: each[0]))


def digest_of(cells: Iterable[tuple[str, Cell]]) -> str:
    """The same of cells that come by the names of their columns, sorted."""
    told = "\x1e".join(f"{name}\x1f{text}" for name, cell in cells if (text := _told(cell)))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def _told(cell: Cell) -> str:
    """A cell as every spreadsheet program gives it back: no kinds of numbers, no time of day."""
    if type(cell) is str:
        return cell.replace("\r\n", "\n").strip()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell)


def stamp_lines(stamp: Stamp) -> Iterator[tuple[str, ...]]:
    """The rows of the hidden sheet, every cell a text."""
    yield MARK, "version", str(stamp.version)
    yield MARK, "table", stamp.table
    yield MARK, "format", stamp.format
    yield MARK, "commit", stamp.commit, "dirty" if stamp.is_dirty else ""
    yield MARK, "jurisdiction", stamp.jurisdiction
    yield MARK, "department", stamp.department
    yield MARK, "xuke", stamp.tool
    for sheet in stamp.sheets:
        yield "sheet", sheet.id, sheet.name, str(sheet.head), " ".join(sheet.columns)
        yield from (("rows", sheet.id, f"[{text}]") for text in _together(sheet.rows))


def _together(rows: Iterable[RowStamp]) -> Iterator[str]:
    """The rows as JSON, many in a cell: a cell for each would cost as much as the rows themselves."""
    texts: list[str] = []
    size = 0
    for row in rows:
        texts.append(json.dumps([row.digest, *row.key]))
        size += len(texts[-1])
        if size > FULL:
            yield ",".join(texts)
            texts, size = [], 0
    if texts:
        yield ",".join(texts)


def stamp_of(lines: Iterable[Sequence[Cell]]) -> Stamp | None:
    """The stamp that the rows of a sheet hold; None where they hold none of ours, or not all of it."""
    texts = [[_told(cell) for cell in line] for line in lines]
    facts = {line[1]: line[2:] for line in texts if line[:1] == [MARK] and len(line) > 1}
    try:
        return Stamp(
            table=facts["table"][0],
            format=_first(facts["format"]),
            commit=_first(facts["commit"]),
            is_dirty="dirty" in facts["commit"],
            jurisdiction=facts["jurisdiction"][0],
            department=_first(facts["department"]),
            tool=_first(facts["xuke"]),
            sheets=tuple(_sheets(texts)),
            version=int(facts["version"][0]),
        )
    except (KeyError, IndexError, ValueError, TypeError, RecursionError):
        return None


def _first(texts: Sequence[str]) -> str:
    return texts[0] if texts else ""


def _sheets(lines: Sequence[Sequence[str]]) -> Iterator[SheetStamp]:
    rows: dict[str, list[RowStamp]] = {}
    for line in lines:
        if line[:1] == ["rows"]:
            found = (list(map(str, each)) for each in json.loads(line[2]))
            rows.setdefault(line[1], []).extend(RowStamp(tuple(each[1:]), each[0]) for each in found)
    for line in lines:
        if line[:1] == ["sheet"]:
            columns = tuple(line[4].split())
            yield SheetStamp(line[1], line[2], int(line[3]), columns, tuple(rows.get(line[1], ())))
