"""Columns that several tables share, and the two ways to declare one."""

from collections.abc import Callable
from typing import Any

from xuke.model.diagnostic import Label
from xuke.model.views import Handling, Item, View, at
from xuke.tables.layout import Book, Cell, Column, Line, Show
from xuke.tables.present import dated, shown
from xuke.words.zh import tables as zh

#: Levels of merging: cells of one department, of one item, of one part of it.
DEPARTMENT, ITEM, PART = 0, 1, 2


def field(
    schema: str,
    *path: str,
    width: float,
    show: Show = Show.TEXT,
    level: int | None = None,
    of_part: bool = False,
) -> Column:
    """A field under its official heading, in the words of its schema."""

    def read(book: Book, line: Line) -> Cell:
        value = _value(line.subject, path, of_part)
        if isinstance(value, list) and show is Show.CODE:
            return "\n".join(map(str, value))
        return dated(value) if show is Show.DATE else shown(book.register, schema, path, value)

    return Column(".".join(path), Label(schema, path), width, read, show, path, of_part, level)


def derived(
    name: str,
    heading: Label | str,
    width: float,
    read: Callable[[Book, Any], Cell],
    show: Show = Show.TEXT,
    level: int | None = None,
) -> Column:
    """A column that is computed from the subject of its line, and so never read back."""
    return Column(name, heading, width, lambda book, line: read(book, line.subject), show, level=level)


def _value(subject: View, path: tuple[str, ...], of_part: bool) -> Any:
    """A field of the record, or of the row's part of it; a handling inherits from its item."""
    whole = subject.record.fields
    if not of_part:
        return at(whole, *path)
    inherits = isinstance(subject, Handling) and subject.get(path[0]) is None
    return at(whole if inherits else subject.fields, *path)


def section(
    schema: str,
    owner: str,
    width: float,
    *,
    name: str = "section",
    level: int | None = None,
    of_part: bool = False,
) -> Column:
    """A section by its name; ``owner`` is the field of the department that it belongs to."""

    def read(book: Book, line: Line) -> Cell:
        unit, own = _value(line.subject, (owner,), False), _value(line.subject, (name,), of_part)
        return book.register.section_name(str(unit), own) if isinstance(own, str) else None

    return Column(name, Label(schema, (name,)), width, read, Show.TEXT, (name,), of_part, level)


def number(level: int | None = None) -> Column:
    """序号, counted by the table."""
    return Column("number", zh.NUMBER, 5, lambda _, line: line.number, Show.INT, level=level)


def handling_text(handling: Handling) -> str:
    """A business item by suffix and name; empty for an item without such."""
    return f"{handling.suffix} {handling.text('name')}" if handling.suffix else ""


def handling_column(width: float) -> Column:
    """The business item that a row is about; empty where the row is about the whole item."""
    return derived("handling", zh.HANDLING, width, _handling)


def _handling(book: Book, subject: Item | Handling) -> Cell:
    del book
    return handling_text(subject) if isinstance(subject, Handling) else ""


def item_columns(name_width: float = 24) -> tuple[Column, ...]:
    """序号, competent department, name and code of an item, merged over its rows."""
    return (
        number(ITEM),
        field("items/item", "competent", width=12, level=DEPARTMENT),
        field("items/item", "name", width=name_width, level=ITEM),
        field("items/item", "code", width=14.5, show=Show.CODE, level=ITEM),
    )


def item_line(place: int, subject: Item | Handling, *groups: str) -> Line:
    """A row about an item or about a part of it."""
    record = subject.record
    return Line(subject, place, (str(record.fields.get("competent")), record.key.id, *groups), record.key)
