"""Tables of a report as sheets of a workbook: rows as they are read on the screen."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from xuke.model.record import Kind
from xuke.tables.archive import normalised
from xuke.tables.layout import Bars, Book, BookRequest, Cell, Column, Line, Show, Table
from xuke.tables.layouts import TABLES
from xuke.tables.paper import sheet_of
from xuke.tables.workbook import written
from xuke.words.width import width

#: Widths of columns, in characters of the screen.
_NARROWEST, _WIDEST = 8, 40

#: What Excel allows as the name of a sheet.
_LONGEST_NAME = 31

#: What every table of a report has behind its title.
_READS = (Kind.ITEM, Kind.JURISDICTION)

_FIGURE = re.compile(r"(-?[0-9]{1,12}(?:\.[0-9]+)?)(%?)").fullmatch


class Leaf(NamedTuple):
    """A table as a report has it; ``charts`` draw its first ``charted`` rows.

    Charts name columns by their places: ``c0`` is the first. Of a leaf with ``figures``, columns that hold
    nothing but numbers or percentages are cells that can be reckoned with.
    """

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    remarks: Sequence[str] = ()
    charts: tuple[Bars, ...] = ()
    charted: int = 0
    has_figures: bool = False


def plain_book(request: BookRequest, leaves: Iterable[Leaf], first: Iterable[str] = ()) -> bytes:
    """The workbook (xlsx): filing tables that go first, then a sheet for each leaf.

    Equal requests give equal bytes.
    """
    found = (*(TABLES[name] for name in first), *map(_table, leaves))
    book = Book(request, found)
    sheets = [sheet_of(book, table, annex) for annex, table in enumerate(found, 1)]
    names = _names([each.name for each in sheets])
    return normalised(written([replace(each, name=name) for each, name in zip(sheets, names, strict=True)]))


def _names(titles: Sequence[str]) -> list[str]:
    """Titles as names of sheets: no longer than Excel allows, and no two alike."""
    names: list[str] = []
    for title in titles:
        name = title[:_LONGEST_NAME]
        names.append(f"{name[: _LONGEST_NAME - 3]} {len(names) + 1}" if name in names else name)
    return names


def bars(title: str, *places: int, show: Show = Show.NUMBER) -> Bars:
    """A chart of columns of a leaf by the names in its first column."""
    return Bars(title, "c0", tuple(f"c{place}" for place in places), Leaf.__name__, show)


def _table(leaf: Leaf) -> Table:
    columns = tuple(
        _column(place, heading, [row[place] for row in leaf.rows], has_figures=leaf.has_figures)
        for place, heading in enumerate(leaf.headings)
    )
    return Table(
        id=leaf.title,
        title=leaf.title,
        columns=columns,
        lines=lambda _: _lines(leaf),
        reads=_READS if leaf.has_figures else (),
        charts=leaf.charts,
        remarks=lambda _: leaf.remarks,
    )


def _column(place: int, heading: str, texts: Sequence[str], *, has_figures: bool) -> Column:
    show = _show(texts, has_figures=has_figures) if place or not has_figures else Show.TEXT

    def read(_book: Book, line: Line) -> Cell:
        return _cell(str(line.subject[place]), show)

    widest = max(map(width, (heading, *texts))) + 2
    return Column(f"c{place}", heading, min(max(widest, _NARROWEST), _WIDEST), read, show)


def _show(texts: Sequence[str], *, has_figures: bool) -> Show:
    if not has_figures:
        is_count = all(text.isascii() and text.isdigit() and len(text) < _NARROWEST for text in texts)
        return Show.INT if is_count else Show.TEXT
    found = [_FIGURE(text) for text in texts if text]
    signs = {each[2] if each else None for each in found}
    if signs in ({"%"}, {""}):
        return Show.PERCENT if signs == {"%"} else Show.NUMBER
    return Show.TEXT


def _cell(text: str, show: Show) -> Cell:
    if show is Show.TEXT or not text:
        return text
    number = float(text.removesuffix("%"))
    if show is Show.PERCENT:
        return round(number / 100, 6)
    return int(number) if number.is_integer() else number


def _lines(leaf: Leaf) -> Iterator[Line]:
    for place, row in enumerate(leaf.rows, 1):
        yield Line(row, place, (Leaf.__name__,) if place <= leaf.charted else ())
