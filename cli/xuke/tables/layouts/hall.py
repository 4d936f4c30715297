"""进驻大厅事项目录: what is handled in a hall, at which window, whoever decides it."""

from collections.abc import Iterator

from xuke.model.record import Kind
from xuke.model.views import Handling
from xuke.tables.columns import field, handling_column, item_columns, item_line
from xuke.tables.layout import Book, Line, Table
from xuke.words.zh import tables as zh


def lines(book: Book) -> Iterator[Line]:
    """Business items that name a hall, cancelled ones aside; the number counts items."""
    found = [[each for each in item.handlings() if _resides(each)] for item in book.register.licences]
    for place, handlings in enumerate(filter(None, found), 1):
        for handling in handlings:
            yield item_line(place, handling)


def _resides(handling: Handling) -> bool:
    return handling.state != "cancelled" and bool(handling.stated_text("hall"))


HALL = Table(
    id="hall",
    title=zh.HALL,
    columns=(
        *item_columns(20),
        handling_column(12),
        field("items/item", "disposition", "state", width=10, of_part=True),
        field("items/item", "hall", width=14, of_part=True),
        field("items/item", "window", width=14, of_part=True),
        field("items/item", "service_kind", width=8, of_part=True),
        field("items/item", "window_authority", "kind", width=10),
        field("items/item", "accepts_at", width=14),
        field("items/item", "issues_at", width=14),
        field("items/item", "online", width=14),
    ),
    lines=lines,
    reads=(Kind.ITEM, Kind.DEPARTMENT, Kind.HALL, Kind.WINDOW),
    kind=Kind.ITEM,
)
