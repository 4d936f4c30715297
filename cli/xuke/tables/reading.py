"""A file handed in to sheets of entries, whatever program wrote it; the only door to python-calamine."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from io import BytesIO, StringIO
from pathlib import PurePath
from typing import Any, NamedTuple

from xuke.tables import ooxml, opendocument
from xuke.tables.facts import MOST_COLUMNS, MOST_ROWS, Facts, Fault, Place, Range
from xuke.tables.precheck import Format, UnreadableError, format_of, opened

#: Built-in formats that show dates; 27 to 36 and 50 to 58 are those of Chinese systems.
_DATES = {*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58}

_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DATE_CODE = re.compile(r"[yd]|年|日", re.IGNORECASE)

#: Excel counts a 29 February 1900 that never was.
_PHANTOM = 60


class Sort(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOL = "bool"
    FAULT = "fault"


class Entry(NamedTuple):
    """One cell with content: text as it stands, digits as stored, a date as 2018-09-25, the name of a fault.

    ``format`` is the number format: a code, or the number of a built-in one.
    """

    sort: Sort
    text: str
    format: str = ""


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """One sheet; rows and columns are counted from 0, and cells without content are not there."""

    name: str
    entries: Mapping[Place, Entry]
    height: int
    width: int
    merges: tuple[Range, ...] = ()
    is_hidden: bool = False
    hidden: frozenset[Place] = field(default=frozenset())
    #: Number formats of texts, where they are not the usual one.
    formats: Mapping[Place, str] = field(default_factory=dict)

    def row(self, row: int) -> Iterator[tuple[int, Entry]]:
        """The entries of one row, by column."""
        for column in range(self.width):
            found = self.entries.get((row, column))
            if found is not None:
                yield column, found


@dataclass(frozen=True, slots=True)
class ReadBook:
    """A file as it was read; ``encoding`` is that of a text."""

    name: str
    format: Format
    sheets: tuple[ReadSheet, ...]
    encoding: str = ""
    has_macros: bool = False


def read_book(name: str, data: bytes) -> ReadBook:
    """Read a file by what it is; UnreadableError names what cannot be read and the way out."""
    kind = format_of(name, data)
    if kind is Format.CSV:
        return _csv_book(name, data)
    with opened(data) as archive:
        scanned = (ooxml if kind is Format.XLSX else opendocument).scan(archive)
    return ReadBook(name, kind, tuple(_sheets(data, scanned)), has_macros=scanned.has_macros)


def _sheets(data: bytes, scanned: ooxml.Scanned) -> Iterator[ReadSheet]:
    names = [facts.name for facts in scanned.sheets]
    if len(set(names)) < len(names):
        raise UnreadableError("X001.damaged", member="sheets")
    values = _values(data, names)
    for facts, rows in zip(scanned.sheets, values, strict=True):
        yield _sheet(facts, rows, scanned.is_1904)


def _values(data: bytes, names: list[str]) -> list[list[list[Any]]]:
    import python_calamine  # noqa: PLC0415

    try:
        with python_calamine.load_workbook(BytesIO(data)) as book:
            sheets = [book.get_sheet_by_name(name) for name in names]
            return [each.to_python(skip_empty_area=False) for each in sheets]
    except (python_calamine.CalamineError, ValueError, OSError):
        raise UnreadableError("X001.damaged", member="content") from None


def _sheet(facts: Facts, rows: list[list[Any]], is_1904: bool) -> ReadSheet:
    entries = {
        (row, column): _entry(value)
        for row, cells in enumerate(rows)
        for column, value in enumerate(cells)
        if value != ""
    }
    for place, (digits, form) in facts.numbers.items():
        entries[place] = _number(digits, form, is_1904)
    for place, fault in facts.faults.items():
        entries[place] = Entry(Sort.FAULT, fault)
    width = max((column + 1 for _, column in entries), default=0)
    height = max((row + 1 for row, _ in entries), default=0)
    hides = facts.hidden_rows or facts.hidden_columns
    hidden = frozenset(place for place in entries if facts.hides(place)) if hides else frozenset[Place]()
    merges = tuple(facts.merges)
    return ReadSheet(facts.name, entries, height, width, merges, facts.is_hidden, hidden, facts.formats)


def _entry(value: Any) -> Entry:
    if type(value) is str:
        text = value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value
        # Nearly every cell is a text, and half of its time would be the names of the fields.
        return tuple.__new__(Entry, (Sort.TEXT, text, ""))
    match value:
        case bool():
            return Entry(Sort.BOOL, "true" if value else "false")
        case datetime() if value.time() != time():
            return Entry(Sort.DATE, value.isoformat(" ", "seconds"))
        case datetime():
            return Entry(Sort.DATE, value.date().isoformat())
        case date():
            return Entry(Sort.DATE, value.isoformat())
    return Entry(Sort.NUMBER, str(value))


def _number(digits: str, form: str, is_1904: bool) -> Entry:
    day = day_of_serial(digits, is_1904) if is_date_format(form) else None
    return Entry(Sort.DATE, day, form) if day else Entry(Sort.NUMBER, digits, form)


def is_date_format(form: str) -> bool:
    """Whether a number format shows a day: a built-in one by its number, any other by its letters."""
    if form.isdigit():
        return int(form) in _DATES
    return _DATE_CODE.search(_LITERAL.sub(_kept, form)) is not None


def _kept(found: re.Match[str]) -> str:
    # Chinese formats write 年 and 日 as quoted text.
    return found[0] if "年" in found[0] or "日" in found[0] else ""


def day_of_serial(digits: str, is_1904: bool) -> str | None:
    """The day, with its time where it has one, that Excel counts with a number; None where there is none."""
    try:
        serial = float(digits)
        if is_1904:
            start = date(1904, 1, 1)
        elif serial < 1 or _PHANTOM <= serial < _PHANTOM + 1:
            return None
        else:
            start = date(1899, 12, 31 if serial < _PHANTOM else 30)
        moment = datetime.combine(start, time()) + timedelta(days=serial)
    except (ValueError, OverflowError):
        return None
    moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
    return _entry(moment).text


def _csv_book(name: str, data: bytes) -> ReadBook:
    text, encoding = _decoded(data)
    entries: dict[Place, Entry] = {}
    line = 0
    try:
        for row, cells in enumerate(csv.reader(StringIO(text, newline=""), _dialect(text), strict=True)):
            _limit(name, cells, len(entries), row)
            entries.update(
                ((row, at), Entry(Sort.TEXT, _plain(each))) for at, each in enumerate(cells) if each
            )
            line = row + 1
    except csv.Error:
        raise UnreadableError("X001.csv", row=line + 1) from None
    width = max((column + 1 for _, column in entries), default=0)
    # Empty lines at the end are no rows: spreadsheets write them by the thousand.
    height = max((row + 1 for row, _ in entries), default=0)
    sheet = ReadSheet(PurePath(name).stem, entries, height, width)
    return ReadBook(name, Format.CSV, (sheet,), encoding)


def _plain(cell: str) -> str:
    return _entry(cell).text


def _decoded(data: bytes) -> tuple[str, str]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding), encoding.removesuffix("-sig").upper()
        except UnicodeDecodeError:
            continue
    raise UnreadableError("X001.encoding")


def _dialect(text: str) -> type[csv.Dialect]:
    head = text.partition("\n")[0]
    return csv.excel_tab if "\t" in head and "," not in head else csv.excel


def _limit(name: str, cells: list[str], entries: int, row: int) -> None:
    sheet = PurePath(name).stem
    if len(cells) > MOST_COLUMNS:
        raise UnreadableError("X001.columns", sheet=sheet, most=MOST_COLUMNS)
    if row >= MOST_ROWS and entries and any(cells):
        raise UnreadableError("X001.rows", sheet=sheet, most=MOST_ROWS)


__all__ = ["Entry", "Fault", "ReadBook", "ReadSheet", "Sort", "read_book"]
