"""监管事项目录清单: what a department supervises, whoever approves it."""

from collections.abc import Iterator

from xuke.model.record import Kind
from xuke.model.views import View
from xuke.tables.columns import DEPARTMENT, derived, field, number, section
from xuke.tables.layout import Book, Cell, Line, Show, Table
from xuke.tables.ranks import in_order
from xuke.words.zh import tables as zh

SCHEMA = "duties/supervision"


def lines(book: Book) -> Iterator[Line]:
    """By the official order of the supervising departments."""
    entries = in_order(book.register, Kind.SUPERVISION, "supervisor")
    for place, entry in enumerate(entries, 1):
        yield Line(entry, place, (entry.text("supervisor"), entry.id), entry.key)


def _names(book: Book, entry: View) -> Cell:
    records = (book.register.get(Kind.ITEM, code) for code in entry.texts("items"))
    return "\n".join(str(record.fields.get("name")) for record in records if record)


SUPERVISION = Table(
    id="supervision",
    title=zh.SUPERVISION,
    columns=(
        number(),
        field(SCHEMA, "supervisor", width=12, level=DEPARTMENT),
        field(SCHEMA, "id", width=12, show=Show.CODE),
        field(SCHEMA, "name", width=18),
        field(SCHEMA, "items", width=14.5, show=Show.CODE),
        derived("names", zh.SUPERVISED_NAMES, 22, _names),
        section(SCHEMA, "supervisor", 12),
        field(SCHEMA, "object", width=12),
        field(SCHEMA, "basis", width=16),
        field(SCHEMA, "method", width=8),
        field(SCHEMA, "ratio", width=8),
        field(SCHEMA, "frequency", width=8),
        field(SCHEMA, "from", width=14, show=Show.DATE),
    ),
    lines=lines,
    reads=(Kind.SUPERVISION, Kind.DEPARTMENT, Kind.ITEM),
    kind=Kind.SUPERVISION,
    importable=True,
)
