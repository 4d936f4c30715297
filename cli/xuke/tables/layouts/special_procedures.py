"""特殊环节标准表: surveys, arguments, reviews and hearings, each with its standard (方案 (八))."""

from collections.abc import Iterator

from xuke.model.record import Kind
from xuke.model.views import Handling, View, at
from xuke.tables.columns import PART, derived, field, handling_text, item_columns
from xuke.tables.layout import Book, Cell, Line, Table
from xuke.words.zh import tables as zh

SCHEMA = "items/special_procedure"


def lines(book: Book) -> Iterator[Line]:
    """One row a procedure where it is written: at the item, or at a business item that differs."""
    number = 0
    for item in book.register.licences:
        kept = [each for each in item.stating("special_procedures") if each.state != "cancelled"]
        found = [part for each in kept for part in each.stated_parts("special_procedures")]
        number += bool(found)
        for part in found:
            subject = View(part.fields, part.pointer, item.record)
            owner = str(part.pointer[1]) if part.pointer[0] == "handlings" else ""
            yield Line(subject, number, (item.competent, item.code, owner), item.key)


def _handling(book: Book, subject: View) -> Cell:
    """The business item that states it; its place says so."""
    del book
    found = at(subject.record.fields, *subject.pointer[:2]) if subject.pointer[0] == "handlings" else None
    return handling_text(Handling(found, (), subject.record)) if isinstance(found, dict) else ""


SPECIAL_PROCEDURES = Table(
    id="special-procedures",
    title=zh.SPECIAL_PROCEDURES,
    columns=(
        *item_columns(16),
        derived("handling", zh.HANDLING, 9, _handling, level=PART),
        field(SCHEMA, "kind", width=10, of_part=True),
        field(SCHEMA, "days", width=10, of_part=True),
        field(SCHEMA, "counted", width=7, of_part=True),
        field(SCHEMA, "basis", width=13, of_part=True),
        field(SCHEMA, "method", width=14, of_part=True),
        field(SCHEMA, "organisation", width=15, of_part=True),
        field(SCHEMA, "experts", width=15, of_part=True),
        field(SCHEMA, "requirements", width=15, of_part=True),
        field(SCHEMA, "result", width=16, of_part=True),
    ),
    lines=lines,
    reads=(Kind.ITEM, Kind.DEPARTMENT),
    kind=Kind.ITEM,
)
