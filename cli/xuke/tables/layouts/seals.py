"""审批专用章启用停用备案表: seals in use, and those that departments stopped and returned."""

from collections.abc import Iterator

from xuke.model.diagnostic import Label
from xuke.model.record import Kind
from xuke.model.views import View
from xuke.tables.columns import derived, field, number
from xuke.tables.layout import Book, Cell, Line, Show, Table
from xuke.tables.present import dated
from xuke.words.zh import tables as zh

SCHEMA = "seals/seal"


def lines(book: Book) -> Iterator[Line]:
    """The seals on file, then the ones that memoranda stop."""
    for place, subject in enumerate((*book.register.of(Kind.SEAL), *_stopped(book)), 1):
        yield Line(subject, place, (subject.id, str(place)), subject.key)


def _stopped(book: Book) -> Iterator[View]:
    for memo in book.register.memoranda.values():
        for part in memo.parts("handover", "seals"):
            yield View(part.fields, part.pointer, memo.record)


def _owner(book: Book, subject: View) -> Cell:
    own = subject.record.fields.get("giver" if subject.key.kind is Kind.MEMORANDUM else "owner")
    return book.register.department_name(str(own))


def _until(book: Book, subject: View) -> Cell:
    del book
    return dated(subject.get("stopped") if subject.key.kind is Kind.MEMORANDUM else subject.get("until"))


SEALS = Table(
    id="seals",
    title=zh.SEALS,
    columns=(
        number(),
        derived("owner", Label(SCHEMA, ("owner",)), 15, _owner),
        field(SCHEMA, "name", width=20, of_part=True),
        field(SCHEMA, "places", width=16, of_part=True),
        field(SCHEMA, "from", width=14, show=Show.DATE, of_part=True),
        derived("until", Label(SCHEMA, ("until",)), 14, _until, Show.DATE),
        field("memorandum/returned_seal", "returned", width=14, show=Show.DATE, of_part=True),
        field(SCHEMA, "imprint_filed", width=8, of_part=True),
        field(SCHEMA, "recognised_by", width=11, of_part=True),
        field(SCHEMA, "prohibited", width=14, of_part=True),
        field(SCHEMA, "exception", width=16, of_part=True),
    ),
    lines=lines,
    reads=(Kind.SEAL, Kind.MEMORANDUM, Kind.DEPARTMENT),
)
