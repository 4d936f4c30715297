"""A drawn sheet: what stands where and how it looks, in values that no library knows."""

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import NamedTuple

from xuke.tables.layout import Cell, Show

TITLE_FONT, HEAD_FONT, BODY_FONT = "方正小标宋简体", "黑体", "仿宋_GB2312"

#: Sizes in points.
TITLE_SIZE, ANNEX_SIZE, HEAD_SIZE, BODY_SIZE = 22, 16, 12, 11


class Style(NamedTuple):
    """Font and its size, alignment, number format, and whether there are borders.

    ``color`` and ``fill`` are RGB, empty for the program's own; an ``is_open`` cell can be
    edited on a locked sheet.
    """

    font: str
    size: int
    horizontal: str
    format: str = "@"
    has_border: bool = True
    wraps: bool = True
    color: str = ""
    fill: str = ""
    is_open: bool = False


class Look(Enum):
    """The looks of cells, a handful for a whole workbook."""

    ANNEX = Style(HEAD_FONT, ANNEX_SIZE, "left", has_border=False, wraps=False)
    TITLE = Style(TITLE_FONT, TITLE_SIZE, "center", has_border=False)
    NOTE = Style(HEAD_FONT, HEAD_SIZE, "center", has_border=False)
    UNIT = Style(BODY_FONT, HEAD_SIZE, "left", has_border=False)
    DAY = Style(BODY_FONT, HEAD_SIZE, "right", has_border=False)
    HEAD = Style(HEAD_FONT, HEAD_SIZE, "center")
    TEXT = Style(BODY_FONT, BODY_SIZE, "left")
    CODE = Style(BODY_FONT, BODY_SIZE, "center")
    INT = Style(BODY_FONT, BODY_SIZE, "center", "0")
    NUMBER = Style(BODY_FONT, BODY_SIZE, "center", "General")
    PERCENT = Style(BODY_FONT, BODY_SIZE, "center", "0.0%")
    DATE = Style(BODY_FONT, BODY_SIZE, "center", 'yyyy"年"m"月"d"日"')
    CHANGED = Style(BODY_FONT, BODY_SIZE, "left", fill="FFF2CC")
    REMARK = Style(BODY_FONT, BODY_SIZE, "left", has_border=False)
    FORM_NOTE = Style(BODY_FONT, BODY_SIZE, "left", has_border=False, wraps=False, color="7F7F7F")
    FORM_HEAD = Style(HEAD_FONT, BODY_SIZE, "center", fill="DDEBF7")
    FORM_MUST = Style(HEAD_FONT, BODY_SIZE, "center", color="C00000", fill="DDEBF7")
    OPEN_TEXT = Style(BODY_FONT, BODY_SIZE, "left", is_open=True)
    OPEN_CODE = Style(BODY_FONT, BODY_SIZE, "center", is_open=True)
    OPEN_INT = Style(BODY_FONT, BODY_SIZE, "center", "0", is_open=True)
    OPEN_NUMBER = Style(BODY_FONT, BODY_SIZE, "center", "General", is_open=True)
    OPEN_PLAIN = Style(BODY_FONT, BODY_SIZE, "left", has_border=False, is_open=True)
    OPEN_DATE = Style(BODY_FONT, BODY_SIZE, "center", "yyyy-mm-dd", is_open=True)


#: The look of a body cell, by how its column is shown.
BODY = {
    Show.TEXT: Look.TEXT,
    Show.CODE: Look.CODE,
    Show.DATE: Look.DATE,
    Show.INT: Look.INT,
    Show.NUMBER: Look.NUMBER,
    Show.PERCENT: Look.PERCENT,
}


class Drawn(NamedTuple):
    """One row: its height in points, and what stands in each column."""

    height: float
    cells: tuple[tuple[Cell, Look] | None, ...]


class Merge(NamedTuple):
    """A merged range; rows and columns counted from 1, both ends within."""

    top: int
    left: int
    bottom: int
    right: int


class Limit(StrEnum):
    """What a program lets into a cell; NOTE shows its note and refuses nothing."""

    NOTE = "none"
    LIST = "list"
    DATE = "date"
    WHOLE = "whole"
    DECIMAL = "decimal"
    FORMULA = "custom"


class Check(NamedTuple):
    """What a column takes from row ``first`` down.

    ``formula`` is a list, a condition or the least value. What does not fit is refused where
    ``is_strict``, else asked about; ``error`` is empty where nothing is said at all.
    """

    column: int
    first: int
    limit: Limit
    title: str
    note: str
    formula: str = ""
    error: str = ""
    is_strict: bool = False


class CellNote(NamedTuple):
    """What is said of a cell when it is pointed at; rows and columns counted from 1."""

    row: int
    column: int
    text: str


class Visibility(StrEnum):
    """Whether users see a sheet; a very hidden one is not even offered."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    VERY_HIDDEN = "veryHidden"


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart over rows ``first`` to ``last``; columns counted from 1, size in points."""

    title: str
    names: int
    #: Each with its name.
    series: tuple[tuple[int, str], ...]
    first: int
    last: int
    format: str
    anchor: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; ``head`` is the last row of the headings, ``end`` the last row of the body.

    There are ``heads`` rows of headings; they and the first ``still`` columns stay in sight. A
    page ends after each row of ``breaks``. ``hidden`` columns are counted from 1. ``blank`` are
    the looks of columns below what is written; a sheet with such columns is locked above them.
    """

    name: str
    widths: tuple[float, ...]
    rows: tuple[Drawn, ...]
    head: int = 0
    end: int = 0
    merges: tuple[Merge, ...] = ()
    breaks: tuple[int, ...] = ()
    charts: tuple[Chart, ...] = ()
    hidden: tuple[int, ...] = ()
    has_filter: bool = False
    visibility: Visibility = Visibility.VISIBLE
    heads: int = 1
    still: int = 0
    blank: tuple[Look, ...] = ()
    checks: tuple[Check, ...] = ()
    is_one_page_wide: bool = True
    notes: tuple[CellNote, ...] = ()
