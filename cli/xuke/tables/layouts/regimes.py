"""配套制度目录: the regimes that the reform ordered, and how far each is."""

from collections.abc import Iterator

from xuke.model.diagnostic import Label
from xuke.model.record import Kind
from xuke.model.views import View
from xuke.tables.columns import derived, field, number
from xuke.tables.layout import Book, Cell, Line, Show, Table
from xuke.words.zh import tables as zh

SCHEMA = "documents/document"


def lines(book: Book) -> Iterator[Line]:
    """Documents of the kind 制度 as they are written."""
    found = (each for each in book.register.of(Kind.DOCUMENT) if each.text("kind") == "regime")
    for place, regime in enumerate(found, 1):
        yield Line(regime, place, (regime.id,), regime.key)


def _number(book: Book, regime: View) -> Cell:
    del book
    return regime.text("number")


REGIMES = Table(
    id="regimes",
    title=zh.REGIMES,
    columns=(
        number(),
        field(SCHEMA, "title", width=36),
        derived("document_number", Label(SCHEMA, ("number",)), 18, _number),
        field(SCHEMA, "issuer", width=18),
        field(SCHEMA, "state", width=9),
        field(SCHEMA, "trial", width=7),
        field(SCHEMA, "date", width=14, show=Show.DATE),
        field(SCHEMA, "published", width=14, show=Show.DATE),
        field(SCHEMA, "source", "place", width=12),
        field(SCHEMA, "note", width=24),
    ),
    lines=lines,
    reads=(Kind.DOCUMENT,),
    kind=Kind.DOCUMENT,
)
