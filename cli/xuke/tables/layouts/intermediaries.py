"""中介服务及收费清单: what applicants have to buy from others, and what they pay to the administration."""

from collections.abc import Callable, Iterator

from xuke.model.diagnostic import Label
from xuke.model.record import Kind
from xuke.model.views import Item, View
from xuke.tables.columns import DEPARTMENT, derived, field, number
from xuke.tables.layout import Book, Cell, Line, Show, Table
from xuke.tables.present import joined, limit_text
from xuke.words.labels import property_title
from xuke.words.zh import tables as zh

SCHEMA = "lists/intermediary"


def lines(book: Book) -> Iterator[Line]:
    """Services, then charges of the list, then items that state a charge of their own."""
    register = book.register
    charging = (item for item in register.licences if item.get("fee", "charged") is True)
    subjects = (*register.of(Kind.INTERMEDIARY), *register.of(Kind.FEE), *charging)
    for place, subject in enumerate(subjects, 1):
        yield Line(subject, place, (subject.key.kind, subject.id), subject.key)


def _scope(book: Book, subject: View) -> Cell:
    del book
    titles = {
        Kind.INTERMEDIARY: ("lists", ("intermediaries",)),
        Kind.FEE: ("lists", ("fees",)),
        Kind.ITEM: ("items/item", ("fee",)),
    }
    schema, path = titles[subject.key.kind]
    return property_title(schema, path, False)


def _items(book: Book, subject: View) -> list[Item]:
    """The item itself, or those that ask for a service."""
    if subject.key.kind is Kind.ITEM:
        return [Item(subject.fields, (), subject.record)]
    licences = book.register.licences if subject.key.kind is Kind.INTERMEDIARY else []
    return [item for item in licences if subject.id in item.texts("intermediaries")]


def _codes(book: Book, subject: View) -> Cell:
    return "\n".join(item.code for item in _items(book, subject))


def _organs(book: Book, subject: View) -> Cell:
    return joined(book.register.department_name(item.competent) for item in _items(book, subject))


def _charge(name: str) -> Callable[[Book, View], Cell]:
    """What is charged: written at the charge itself, or under ``fee`` of a service or an item."""

    def read(book: Book, subject: View) -> Cell:
        del book
        return subject.text(name) if subject.key.kind is Kind.FEE else subject.text("fee", name)

    return read


def _basis(book: Book, subject: View) -> Cell:
    del book
    return subject.text("basis") if subject.key.kind is Kind.INTERMEDIARY else ""


def _limit(book: Book, subject: View) -> Cell:
    """Of a service; the limit of an item is another matter."""
    del book
    return limit_text(subject.get("limit")) if subject.key.kind is Kind.INTERMEDIARY else ""


INTERMEDIARIES = Table(
    id="intermediaries",
    title=zh.INTERMEDIARIES,
    columns=(
        number(),
        derived("scope", zh.CHARGE_SCOPE, 11, _scope, level=DEPARTMENT),
        field(SCHEMA, "name", width=20),
        derived("codes", zh.ASKING_CODES, 16, _codes, Show.CODE),
        derived("organs", Label("items/item", ("competent",)), 14, _organs),
        derived("basis", Label(SCHEMA, ("basis",)), 18, _basis),
        field(SCHEMA, "provider", width=13),
        derived("limit", Label(SCHEMA, ("limit",)), 11, _limit),
        derived("fee.basis", Label(SCHEMA, ("fee", "basis")), 16, _charge("basis")),
        derived("fee.standard", Label(SCHEMA, ("fee", "standard")), 16, _charge("standard")),
        field(SCHEMA, "note", width=13),
    ),
    lines=lines,
    reads=(Kind.INTERMEDIARY, Kind.FEE, Kind.ITEM, Kind.DEPARTMENT),
)
