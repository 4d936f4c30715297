"""委托、授权、承接事项清单: powers that came from elsewhere, and powers given to others."""

from collections.abc import Iterator, Sequence

from xuke.model.diagnostic import Label
from xuke.model.record import Kind
from xuke.model.views import Handling, Item
from xuke.tables.columns import derived, field, handling_column, item_columns, item_line
from xuke.tables.layout import Book, Cell, Line, Show, Table
from xuke.words.zh import tables as zh

#: States in which somebody else acts (下放, 委托, 授权).
OUT = ("delegated", "entrusted_out", "authorised_out")

ITEM = "items/item"


def lines(book: Book) -> Iterator[Line]:
    """Items that came in, and business items that went out; the number counts items."""
    found = filter(None, map(_concerned, book.register.licences))
    for place, subjects in enumerate(found, 1):
        for subject in subjects:
            yield item_line(place, subject)


def _concerned(item: Item) -> Sequence[Handling | Item]:
    """The whole item where it only came in, in one row."""
    out = [each for each in item.handlings() if each.state in OUT]
    if not _came_in(item):
        return out
    return item.handlings() if out else [item]


def _came_in(item: Item) -> bool:
    return item.text("power_source") not in {"", "statutory"} or item.text("origin", "kind") == "taken_over"


def _origin(book: Book, subject: Item | Handling) -> Cell:
    """Who gave it: the entruster, or where it was taken over from."""
    del book
    fields = Item(subject.record.fields, (), subject.record)
    return fields.text("entrustment", "entruster") or fields.text("origin", "from")


DELEGATIONS = Table(
    id="delegations",
    title=zh.DELEGATIONS,
    columns=(
        *item_columns(20),
        handling_column(11),
        field(ITEM, "power_source", width=10),
        field(ITEM, "disposition", "state", width=9, of_part=True),
        field(ITEM, "organ", width=12, of_part=True),
        derived("origin", Label("items/entrustment", ("entruster",)), 12, _origin),
        field(ITEM, "entrustment", "letter", width=12),
        field(ITEM, "entrustment", "from", width=13, show=Show.DATE),
        field(ITEM, "entrustment", "until", width=13, show=Show.DATE),
        field(ITEM, "entrustment", "announcement", width=12),
        field(ITEM, "disposition", "reason", width=14, of_part=True),
    ),
    lines=lines,
    reads=(Kind.ITEM, Kind.DEPARTMENT),
    kind=Kind.ITEM,
)
