"""One value of a record as a cell, and back: what was written is read as the same value."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from typing import TypeAlias
from unicodedata import normalize

from xuke.model.diagnostic import Message, say
from xuke.model.document import Value
from xuke.model.limit import LIMIT_FIELDS, Unit
from xuke.model.names import even
from xuke.model.part import day_of
from xuke.tables.inputs.field import Field, Form, element_node
from xuke.tables.inputs.names import Names
from xuke.tables.layout import Cell, holds
from xuke.tables.present import limit_text
from xuke.words.labels import choices
from xuke.words.zh import inputs as zh

#: Before it a text is taken as it stands, as spreadsheet programs have it.
QUOTE = "'"

#: Excel counts days from here; an earlier one is text.
FIRST_DAY = date(1900, 3, 1)


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing is said in the cell, or what is said stands on a sheet of its own."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """A dash: the field is on purpose not there."""


@dataclass(frozen=True, slots=True)
class Hollow:
    """The first cell of a group whose mapping is there and holds nothing."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A value; None and an empty list are values too (无)."""

    value: Value


@dataclass(frozen=True, slots=True)
class Wrong:
    """What stands there is no value of the field."""

    message: Message


Reading: TypeAlias = Blank | Cleared | Hollow | Stated | Wrong


def written(field: Field, value: Value, names: Names, owner: str = "") -> Cell:
    """A value as it stands in a cell; ``owner`` is the department whose sections are meant.

    A value that does not fit its schema is shown as well as can be; ``fits`` tells.
    """
    if value is None:
        return zh.NONE
    if field.form is Form.ROWS:
        return zh.ELSEWHERE if value else zh.NONE
    if isinstance(value, list):
        return "\n".join(str(_one(field, each, names, owner)) for each in value) or zh.NONE
    return _one(field, value, names, owner)


def _one(field: Field, value: Value, names: Names, owner: str) -> Cell:
    match field.form, value:
        case Form.REFERENCE, str():
            return names.shown(field.refers, value, owner)
        case Form.CHOICE, str():
            return choices(field.schema, field.path, english=False).get(value, value)
        case ((Form.INTEGER | Form.NUMBER), int() | float()) if not isinstance(value, bool):
            return value
    return _plain_one(field.form, value)


def _plain_one(form: Form, value: Value) -> Cell:
    """What needs no more than the value itself."""
    match form, value:
        case Form.YES_NO, bool():
            return zh.YES if value else zh.NO
        case Form.DATE, str():
            day = day_of(value)
            return day if day and day >= FIRST_DAY else value
        case Form.TEXT, str():
            return value if _is_plain(value) else QUOTE + value
    return limit_text(value) or str(value)


def _is_plain(text: str) -> bool:
    """Whether a text is read as itself."""
    return text == text.strip() and text not in zh.RESERVED and not text.startswith(QUOTE)


def fits(field: Field, value: Value, names: Names, owner: str = "") -> bool:
    """Whether a cell can hold a value so that it comes back."""
    if field.form is Form.ROWS:
        return isinstance(value, list) and all(isinstance(each, dict) for each in value)
    if field.form is Form.LIMIT and isinstance(value, dict):
        beside = element_node(field.schema, field.path)["properties"].keys() - LIMIT_FIELDS
        value = {name: each for name, each in value.items() if name not in beside}
    cell = written(field, value, names, owner)
    is_whole = not isinstance(cell, str) or holds(cell)
    return is_whole and read(field, cell, names, owner) == Stated(value)


def read(field: Field, cell: Cell, names: Names, owner: str = "") -> Reading:
    """What a cell says; dates and numbers as the workbook holds them, all else as text."""
    text = _text(cell)
    mark = _mark(field, text.strip())
    if mark is not None:
        return mark
    if field.is_many:
        return _many(field, cell, names, owner)
    return _READERS[field.form](field, cell, names, owner)


def _mark(field: Field, text: str) -> Reading | None:
    """What a sign stands for; None for a text that is read for its words."""
    found: Reading | None = None
    if not text:
        found = Blank()
    elif text == zh.HOLLOW:
        found = Hollow()
    elif text in zh.DASHES:
        found = Cleared()
    elif text == zh.NONE:
        found = _none(field)
    elif field.form is Form.ROWS:
        found = Blank() if text == zh.ELSEWHERE else Wrong(say("inputs.rows", sheet=field.title))
    return found


def _none(field: Field) -> Reading | None:
    if field.is_many or field.form is Form.ROWS:
        return Stated([])
    return Stated(None) if field.is_nullable else None


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return zh.YES if cell else zh.NO
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell).replace("\r\n", "\n").replace("\r", "\n")


def _many(field: Field, cell: Cell, names: Names, owner: str) -> Reading:
    """One value a line; codes, choices and names on one line may also be parted by marks."""
    if field.form is Form.CODE and not isinstance(cell, str):
        return _read_code(field, cell, names, owner)
    found: list[Value] = []
    for text in _values(field, _text(cell), names, owner):
        one = _READERS[field.form](field, text, names, owner)
        if not isinstance(one, Stated):
            return one
        found.append(one.value)
    return Stated(found)


def _values(field: Field, text: str, names: Names, owner: str) -> list[str]:
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 or field.form is Form.TEXT:
        return lines
    # A name may hold a mark itself; a code never does.
    is_one = field.form is not Form.CODE and isinstance(
        _READERS[field.form](field, lines[0], names, owner), Stated
    )
    return lines if is_one else [part for part in re.split(zh.PARTED, lines[0]) if part]


def _read_text(field: Field, cell: Cell, names: Names, owner: str) -> Reading:
    del field, names, owner
    text = _text(cell)
    plain = text.strip()
    return Stated(text[1:] if text.startswith(QUOTE) else plain)


def _read_code(field: Field, cell: Cell, names: Names, owner: str) -> Reading:
    """Codes have no digits to guess: a number is refused, wide signs are narrowed."""
    del names, owner
    if not isinstance(cell, str):
        return Wrong(say("inputs.number", field=field.label, found=_text(cell)))
    code = even(cell)
    return Stated(code) if code.isascii() else Wrong(say("inputs.code", field=field.label, found=cell))


def _read_date(field: Field, cell: Cell, names: Names, owner: str) -> Reading:
    del names, owner
    if isinstance(cell, datetime):
        return Stated(cell.date().isoformat())
    if isinstance(cell, date):
        return Stated(cell.isoformat())
    parts = re.fullmatch(zh.DAY, even(_text(cell)))
    written_day = "{:0>4}-{:0>2}-{:0>2}".format(*parts.groups()) if parts else ""
    if day_of(written_day):
        return Stated(written_day)
    return Wrong(say("inputs.date", field=field.label, found=_text(cell)))


def _read_integer(field: Field, cell: Cell, names: Names, owner: str) -> Reading:
    number = _number(cell)
    if number is not None and number == int(number):
        return Stated(int(number))
    return Wrong(say("inputs.integer", field=field.label, found=_text(cell)))


def _read_number(field: Field, cell: Cell, names: Names, owner: str) -> Reading:
    number = _number(cell)
    if number is None:
        return Wrong(say("inputs.no_number", field=field.label, found=_text(cell)))
    return Stated(number)


def _number(cell: Cell) -> int | float | None:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell if isfinite(cell) else None
    text = normalize("NFKC", _text(cell)).strip()
    if re.fullmatch(r"-?[0-9]{1,15}", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?[0-9]{1,15}\.[0-9]{1,15}", text) else None


def _read_yes_no(field: Field, cell: Cell, names: Names, owner: str) -> Reading:
    del names, owner
    text = even(_text(cell)).upper()
    if text in zh.YESES or text in zh.NOES:
        return Stated(text in zh.YESES)
    return Wrong(say("inputs.yes_no", field=field.label, found=_text(cell)))


def _read_choice(field: Field, cell: Cell, names: Names, owner: str) -> Reading:
    """By label in either language, or by the value itself."""
    del names, owner
    wanted = even(_text(cell)).lower()
    for value, texts in _choices(field):
        if wanted in texts:
            return Stated(value)
    known = tuple(choices(field.schema, field.path, english=False).values())
    return Wrong(say("inputs.choice", field=field.label, found=_text(cell), known=known))


def _choices(field: Field) -> Iterator[tuple[str, frozenset[str]]]:
    chinese, english = (choices(field.schema, field.path, english=side) for side in (False, True))
    for value, label in chinese.items():
        yield value, frozenset(even(each).lower() for each in (label, english[value], value))


def _read_reference(field: Field, cell: Cell, names: Names, owner: str) -> Reading:
    text = _text(cell).strip()
    found = names.found(field.refers, text, owner)
    if len(found) == 1:
        return Stated(found[0])
    if found:
        return Wrong(say("inputs.ambiguous", field=field.label, found=text, known=found))
    return Wrong(say("inputs.unknown", field=field.label, found=text))


def _read_limit(field: Field, cell: Cell, names: Names, owner: str) -> Reading:
    del names, owner
    text = even(_text(cell))
    for unit, pattern in zh.LIMITS.items():
        match = re.fullmatch(pattern, text)
        if match:
            number = int(match["value"]) if "value" in match.groupdict() else 0
            return Stated({"value": number, "unit": str(Unit(unit))})
    return Wrong(say("inputs.limit", field=field.label, found=_text(cell)))


_READERS: Mapping[Form, Callable[[Field, Cell, Names, str], Reading]] = {
    Form.TEXT: _read_text,
    Form.CODE: _read_code,
    Form.DATE: _read_date,
    Form.INTEGER: _read_integer,
    Form.NUMBER: _read_number,
    Form.YES_NO: _read_yes_no,
    Form.CHOICE: _read_choice,
    Form.REFERENCE: _read_reference,
    Form.LIMIT: _read_limit,
}
