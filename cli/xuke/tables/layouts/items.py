"""行政许可事项清单: every item, one row a business item."""

from collections.abc import Iterator

from xuke.model.diagnostic import Label
from xuke.model.record import Kind
from xuke.model.views import Handling
from xuke.tables.columns import ITEM, derived, field, item_columns, item_line
from xuke.tables.layout import Book, Cell, Column, Line, Show, Table
from xuke.tables.present import basis_text
from xuke.words.zh import tables as zh


def lines(book: Book) -> Iterator[Line]:
    """By department and code; the number counts items, not rows."""
    for place, item in enumerate(book.register.licences, 1):
        for handling in item.handlings():
            yield item_line(place, handling)


def _handling_name(book: Book, line: Line) -> Cell:
    del book
    return line.subject.text("name") if line.subject.suffix else None


def _bases(book: Book, handling: Handling) -> Cell:
    del book
    return basis_text(handling.stated_parts("bases"))


ITEMS = Table(
    id="items",
    title=zh.ITEMS,
    columns=(
        *item_columns(20),
        field("items/item", "type", width=8, level=ITEM),
        field("items/handling", "suffix", width=7, show=Show.CODE, of_part=True),
        Column(
            "handling",
            Label("items/handling", ("name",)),
            10,
            _handling_name,
            pointer=("name",),
            of_part=True,
        ),
        derived("bases", Label("items/item", ("bases",)), 22, _bases, level=ITEM),
        field("items/item", "organ", width=12, of_part=True),
        field("items/item", "limit", "statutory", width=10, of_part=True),
        field("items/item", "limit", "promised", width=10, of_part=True),
        field("items/item", "service_kind", width=7, of_part=True),
        field("items/item", "disposition", "state", width=9, of_part=True),
    ),
    lines=lines,
    reads=(Kind.ITEM, Kind.DEPARTMENT),
    kind=Kind.ITEM,
    importable=True,
)
