"""权责清单: powers of departments with their responsibilities, one row a responsibility."""

from collections.abc import Iterator

from xuke.model.diagnostic import Label
from xuke.model.record import Kind
from xuke.model.views import Part, View
from xuke.tables.columns import DEPARTMENT, ITEM, field, number, section
from xuke.tables.layout import Book, Cell, Column, Line, Show, Table
from xuke.tables.present import basis_text
from xuke.tables.ranks import in_order
from xuke.words.zh import tables as zh

SCHEMA = "duties/power"


def lines(book: Book) -> Iterator[Line]:
    """By the official order of the departments; the number counts powers."""
    for place, power in enumerate(in_order(book.register, Kind.POWER, "department"), 1):
        groups = (power.text("department"), power.id)
        for part in power.parts("responsibilities") or [Part({}, ())]:
            yield Line(View(part.fields, part.pointer, power.record), place, groups, power.key)


def _bases(book: Book, line: Line) -> Cell:
    del book
    return basis_text(Part(line.subject.record.fields, ()).parts("bases"))


def _responsibility(name: str, width: float) -> Column:
    def read(book: Book, line: Line) -> Cell:
        del book
        return line.subject.text(name)  # type: ignore[no-any-return]

    heading = Label(SCHEMA, ("responsibilities", name))
    return Column(f"responsibilities.{name}", heading, width, read, pointer=(name,), of_part=True)


POWERS = Table(
    id="powers",
    title=zh.POWERS,
    columns=(
        number(ITEM),
        field(SCHEMA, "department", width=12, level=DEPARTMENT),
        field(SCHEMA, "code", width=14.5, show=Show.CODE, level=ITEM),
        field(SCHEMA, "name", width=16, level=ITEM),
        field(SCHEMA, "type", width=9, level=ITEM),
        Column("bases", Label(SCHEMA, ("bases",)), 20, _bases, level=ITEM),
        _responsibility("stage", 10),
        _responsibility("text", 30),
        field(SCHEMA, "accountability", width=16, level=ITEM),
        section(SCHEMA, "department", 10, level=ITEM),
        field(SCHEMA, "oversight_phone", width=10, show=Show.CODE, level=ITEM),
    ),
    lines=lines,
    reads=(Kind.POWER, Kind.DEPARTMENT),
    kind=Kind.POWER,
    importable=True,
)
