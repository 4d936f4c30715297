"""The hidden sheet of a working workbook: what it was made from, and a digest of each row."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from xuke.tables.layout import LAYOUT_VERSION, Book, Cell, Row, Table
from xuke.tables.present import told
from xuke.tables.sheet import Drawn, Look, Sheet, Visibility

NAME = "_xuke"

WIDTHS = (14.0, 16.0, 40.0, 70.0)


def digest(row: Row, table: Table) -> str:
    """SHA-256 of the cells as shown, so that a row that was touched is known when it comes back."""
    shown = (told(cell, column.show) for cell, column in zip(row.cells, table.columns, strict=True))
    return sha256("\x1f".join(shown).encode("utf-8", "surrogatepass")).hexdigest()


def stamp_of(book: Book, heads: Sequence[int]) -> Sheet:
    """``heads`` is the row of the headings on each sheet."""
    rows = (*_facts(book), *_tables(book, heads))
    drawn = tuple(Drawn(15.0, tuple((cell, Look.TEXT) for cell in row)) for row in rows)
    return Sheet(NAME, WIDTHS, drawn, visibility=Visibility.HIDDEN)


def _facts(book: Book) -> Iterator[tuple[Cell, ...]]:
    request = book.request
    workspace = request.snapshot.workspace
    yield "workspace", "format", str(workspace.fields.get("format", "")) if workspace else None, None
    yield "workspace", "jurisdiction", request.jurisdiction, None
    yield "workspace", "commit", request.commit or None, "dirty" if request.is_dirty else None
    yield "workspace", "xuke", request.version, None
    yield "workspace", "layout", str(LAYOUT_VERSION), None


def _tables(book: Book, heads: Sequence[int]) -> Iterator[tuple[Cell, ...]]:
    for table, head in zip(book.tables, heads, strict=True):
        yield "table", table.id, str(head), " ".join(column.id for column in table.columns)
        for place, row in enumerate(book.rows(table), head + 1):
            yield table.id, str(place), str(row.key or "") or None, digest(row, table)
