"""The sheets of an input workbook: headings that stay, rows that are filled in, and help."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from xuke.model.place import letters
from xuke.tables.grid import need, units_of
from xuke.tables.inputs.field import Field, Form
from xuke.tables.inputs.help import described, example, prompt, way
from xuke.tables.inputs.lists import RECORD_KEYS, RECORD_OWNERS, Lists
from xuke.tables.inputs.table import InputSheet, InputTable
from xuke.tables.layout import Cell
from xuke.tables.present import told
from xuke.tables.sheet import Check, Drawn, Limit, Look, Merge, Sheet
from xuke.tables.wrap import text_width, wrapped
from xuke.words.zh import inputs as zh

#: Rows above the headings (title and rules), and rows of headings: groups and their fields.
ABOVE, HEADS = 2, 2

#: The last row of the headings, counted from 1.
HEAD = ABOVE + HEADS

#: Heights in points; rows of records grow no higher than HIGHEST, so that many are in sight.
TITLE_HEIGHT, NOTE_HEIGHT, HEAD_HEIGHT, HIGHEST = 28.0, 18.0, 32.0, 90.0

#: Widths of columns; those that stay in sight together are no wider than STILL.
WIDTHS = {
    Form.TEXT: 24.0,
    Form.CODE: 17.0,
    Form.DATE: 13.0,
    Form.INTEGER: 9.0,
    Form.NUMBER: 9.0,
    Form.YES_NO: 9.0,
    Form.CHOICE: 13.0,
    Form.REFERENCE: 20.0,
    Form.LIMIT: 14.0,
    Form.ROWS: 10.0,
}
STILL, PAPER = 75.0, 160.0

#: Room for the button of the filter, in units of width.
BUTTON = 3.0

HELP_WIDTHS = (18.0, 26.0, 7.0, 46.0, 34.0, 20.0, 34.0)

#: So many choices are written out in the help.
SHOWN = 12

_LOOKS = {
    Form.CODE: Look.OPEN_CODE,
    Form.INTEGER: Look.OPEN_INT,
    Form.NUMBER: Look.OPEN_NUMBER,
    Form.DATE: Look.OPEN_DATE,
}

#: What programs check; the first day that they all count alike is the least date.
_LIMITS = {
    Form.CODE: (Limit.FORMULA, "ISTEXT({cell})"),
    Form.DATE: (Limit.DATE, "61"),
    Form.INTEGER: (Limit.WHOLE, "0"),
    Form.NUMBER: (Limit.DECIMAL, "0"),
}

_STRICT = frozenset({Form.CODE, Form.CHOICE, Form.YES_NO})


class Row(NamedTuple):
    """A row: the key that its stamp holds, and its cells."""

    key: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A sheet with what is to be written on it."""

    sheet: InputSheet
    rows: tuple[Row, ...]
    title: str
    note: str


def drawn(block: Block, lists: Lists) -> Sheet:
    """A sheet of the form; what stands below the headings is open."""
    columns = block.sheet.columns
    widths = tuple(map(_width, columns))
    body = tuple(_drawn_row(row, columns, widths) for row in block.rows)
    return Sheet(
        name=block.sheet.title,
        widths=widths,
        rows=(*_above(block), *_headings(block), *body),
        head=HEAD,
        end=HEAD + max(len(body), 1),
        merges=tuple(_merges(block)),
        has_filter=True,
        heads=HEADS,
        still=_still(block.sheet, widths),
        blank=tuple(_look(field, None) for field in columns),
        checks=tuple(_check(block, place, lists) for place in range(len(columns))),
        is_one_page_wide=sum(widths) <= PAPER,
    )


def _width(field: Field) -> float:
    head = text_width(field.titles[-1] if len(field.titles) == 1 else _lower(field))
    return max(WIDTHS[field.form], min(head / 2 + BUTTON, 24.0))


def _still(sheet: InputSheet, widths: Sequence[float]) -> int:
    """Columns up to the key, as far as they leave room for others."""
    count = len(sheet.address) + 1 if sheet.address else sheet.place(sheet.key) + 1
    return min(count, sum(sum(widths[: place + 1]) <= STILL for place in range(len(widths))))


def _above(block: Block) -> Iterator[Drawn]:
    # Cells that are not drawn would show the borders of their columns.
    rest = ((None, Look.FORM_NOTE),) * (len(block.sheet.columns) - 1)
    yield Drawn(TITLE_HEIGHT, ((block.title, Look.ANNEX), *rest))
    yield Drawn(NOTE_HEIGHT, ((block.note, Look.FORM_NOTE), *rest))


def _lower(field: Field) -> str:
    """The heading below that of its group."""
    return zh.STEP.join(field.titles[1:])


def _headings(block: Block) -> Iterator[Drawn]:
    columns = block.sheet.columns
    looks = [Look.FORM_MUST if each.is_required else Look.FORM_HEAD for each in columns]
    upper = tuple(zip((each.titles[0] for each in columns), looks, strict=True))
    yield Drawn(HEAD_HEIGHT, upper)
    groups = {each.titles[0] for each in columns if each.titles[1:]}
    # A column whose title is that of its group is named again below it.
    lower = (_lower(each) or (each.title if each.title in groups else None) for each in columns)
    yield Drawn(HEAD_HEIGHT, tuple(zip(lower, looks, strict=True)))


def _merges(block: Block) -> Iterator[Merge]:
    """A group over its columns, a single heading over both rows."""
    top, columns = ABOVE + 1, list(enumerate(block.sheet.columns, 1))
    for _, group in groupby(columns, key=lambda pair: pair[1].titles[0]):
        places = [(place, len(field.titles)) for place, field in group]
        first, last = places[0][0], places[-1][0]
        if len(places) > 1:
            yield Merge(top, first, top, last)
        elif places[0][1] == 1:
            yield Merge(top, first, HEAD, first)


def _drawn_row(row: Row, columns: Sequence[Field], widths: Sequence[float]) -> Drawn:
    # A blank cell looks as its column does, and is not written.
    pairs = zip(columns, row.cells, strict=True)
    cells = tuple(None if cell is None else (cell, _look(field, cell)) for field, cell in pairs)
    triples = zip(row.cells, widths, strict=True)
    lines = max(len(wrapped(_told(cell), units_of(width))) for cell, width in triples)
    return Drawn(min(need(lines), HIGHEST), cells)


def _told(cell: Cell) -> str:
    return cell.isoformat() if isinstance(cell, date) else told(cell)


def _look(field: Field, cell: Cell) -> Look:
    """By the form; a text among dates or numbers stays a text."""
    if isinstance(cell, str) and field.form is not Form.CODE:
        return Look.OPEN_TEXT
    return _LOOKS.get(field.form, Look.OPEN_TEXT)


def _check(block: Block, place: int, lists: Lists) -> Check:
    field, first = block.sheet.columns[place], HEAD + 1
    title, note = prompt(field)
    limit, formula = _LIMITS.get(field.form, (Limit.NOTE, ""))
    letter = letters(place + 1)
    found = _list(block, field, first, lists)
    if found or field.is_many:
        limit, formula = Limit.LIST if found else Limit.NOTE, found
    error = "" if field.is_many or limit is Limit.NOTE else zh.REFUSED[field.form]
    is_strict = field.form in _STRICT and bool(error)
    return Check(
        place + 1, first, limit, title, note, formula.format(cell=letter + str(first)), error, is_strict
    )


def _list(block: Block, field: Field, first: int, lists: Lists) -> str:
    """What a drop-down shows: a defined name, or the sections of the department of the row."""
    if not field.owner:
        return lists.of(field)
    if block.sheet.is_main:
        return lists.sections(f"${letters(block.sheet.place(field.owner) + 1)}{first}")
    return lists.sections(f"INDEX({RECORD_OWNERS},MATCH($A{first},{RECORD_KEYS},0))")


def help_sheet(table: InputTable, lists: Lists) -> Sheet:
    """Every column of every sheet, with what belongs there."""
    head = Drawn(HEAD_HEIGHT, tuple((text, Look.FORM_HEAD) for text in zh.HELP_HEADS))
    rows = [row for sheet in table.sheets for row in _helps(sheet, lists)]
    title = Drawn(TITLE_HEIGHT, ((zh.HELP, Look.ANNEX),))
    return Sheet(
        name=zh.HELP,
        widths=HELP_WIDTHS,
        rows=(title, head, *map(_help_row, rows)),
        head=2,
        end=2 + len(rows),
        has_filter=True,
        still=2,
    )


def _help_row(texts: Sequence[str]) -> Drawn:
    triples = zip(texts, HELP_WIDTHS, strict=True)
    lines = max(len(wrapped(text, units_of(width))) for text, width in triples)
    return Drawn(need(lines), tuple((text or None, Look.TEXT) for text in texts))


def _helps(sheet: InputSheet, lists: Lists) -> Iterator[tuple[str, ...]]:
    for field in sheet.columns:
        must = zh.MUST if field.is_required else ""
        texts = (sheet.title, field.heading, must, described(field), way(field), example(field))
        yield (*texts, _offered(lists.texts(field)))


def _offered(texts: Sequence[str]) -> str:
    shown = zh.AND.join(texts[:SHOWN])
    return shown if len(texts) <= SHOWN else zh.MANY_CHOICES.format(shown=shown, count=len(texts))
