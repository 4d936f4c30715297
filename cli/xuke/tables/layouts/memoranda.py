"""备忘录签订情况表: with whom a memorandum is signed, since when, over how many items."""

from collections.abc import Iterator

from xuke.model.diagnostic import Label
from xuke.model.record import Kind
from xuke.model.views import Memo
from xuke.tables.columns import derived, field, number
from xuke.tables.layout import Book, Cell, Line, Show, Table
from xuke.tables.present import joined
from xuke.words.zh import tables as zh

SCHEMA = "memorandum"


def lines(book: Book) -> Iterator[Line]:
    """By the official order of the giving departments."""
    for place, memo in enumerate(book.register.memoranda.values(), 1):
        yield Line(memo, place, (memo.giver,), memo.key)


def remarks(book: Book) -> Iterator[str]:
    """Departments that give items without a memorandum."""
    register = book.register
    giving = (name for name in register.departments if register.transferred_of(name))
    lacking = [name for name in giving if name not in register.memoranda]
    if lacking:
        yield zh.NO_MEMORANDUM.format(departments=joined(map(register.department_name, lacking)))


def _number(book: Book, memo: Memo) -> Cell:
    del book
    return memo.text("number")


def _count(book: Book, memo: Memo) -> Cell:
    del book
    return len(memo.covered())


def _supplements(book: Book, memo: Memo) -> Cell:
    del book
    return joined(
        (each.text("number") or each.text("text")) + ("" if each.has("date") else zh.NOT_YET_SIGNED)
        for each in memo.parts("supplements")
    )


MEMORANDA = Table(
    id="memoranda",
    title=zh.MEMORANDA,
    columns=(
        number(),
        field(SCHEMA, "giver", width=14),
        field(SCHEMA, "taker", width=14),
        field(SCHEMA, "witnesses", width=12),
        field(SCHEMA, "title", width=22),
        derived("document_number", Label(SCHEMA, ("number",)), 15, _number),
        field(SCHEMA, "status", width=9),
        field(SCHEMA, "signed", width=14, show=Show.DATE),
        field(SCHEMA, "effective", width=14, show=Show.DATE),
        derived("count", zh.LISTED_ITEMS, 8, _count, Show.INT),
        field(SCHEMA, "handover", "date", width=14, show=Show.DATE),
        derived("supplements", Label(SCHEMA, ("supplements",)), 15, _supplements),
    ),
    lines=lines,
    reads=(Kind.MEMORANDUM, Kind.DEPARTMENT, Kind.ITEM),
    kind=Kind.MEMORANDUM,
    remarks=remarks,
)
