"""未划转和暂不划转事项清单: what stays with its department, and why."""

from collections.abc import Iterator

from xuke.model.record import Kind
from xuke.tables.columns import field, handling_column, item_columns, item_line, section
from xuke.tables.layout import Book, Line, Table
from xuke.words.zh import tables as zh

#: What needs no place in a list of what stays.
GONE = ("transferred", "cancelled")


def lines(book: Book) -> Iterator[Line]:
    """Business items neither transferred nor cancelled; the number counts items."""
    kept = [[each for each in item.handlings() if each.state not in GONE] for item in book.register.licences]
    for place, handlings in enumerate(filter(None, kept), 1):
        for handling in handlings:
            yield item_line(place, handling)


RETAINED = Table(
    id="retained",
    title=zh.RETAINED,
    columns=(
        *item_columns(),
        handling_column(12),
        field("items/item", "disposition", "state", width=11, of_part=True),
        field("items/item", "disposition", "exclusion", width=13, of_part=True),
        field("items/item", "disposition", "reason", width=20, of_part=True),
        field("items/item", "organ", width=13, of_part=True),
        section("items/item", "competent", 13, of_part=True),
        field("items/item", "hall", width=13, of_part=True),
    ),
    lines=lines,
    reads=(Kind.ITEM, Kind.DEPARTMENT, Kind.JURISDICTION, Kind.HALL),
    kind=Kind.ITEM,
)
