"""统计汇总: how much is transferred, by department and by category, and what it saves in days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from xuke.figures.organs import NAMES, by_decider
from xuke.figures.reductions import Reduction, Subject, total
from xuke.figures.transfer import LICENCE, Transfer, counted, grouped, is_cancelled, transfer_of
from xuke.model.record import Kind
from xuke.model.views import Item
from xuke.tables.columns import DEPARTMENT, derived
from xuke.tables.layout import Bars, Book, Cell, Column, Line, Show, Table
from xuke.tables.layouts.staffing import minima
from xuke.words.labels import enum_label
from xuke.words.zh import tables as zh
from xuke.words.zh.stats import WORDS


@dataclass(frozen=True, slots=True)
class Share:
    """The figures of a group of licences."""

    scope: str
    name: str
    transfer: Transfer
    days: Reduction


def lines(book: Book) -> Iterator[Line]:
    """By department in the official order, by category, by who decides, and all."""
    register, items = book.register, counted(book.register)
    departments = {
        register.department_name(name): found for name, found in grouped(items, "competent").items()
    }
    categories = {_category(name): found for name, found in grouped(items, "category").items()}
    yield from _lines(book, zh.BY_DEPARTMENT, departments)
    yield from _lines(book, zh.BY_CATEGORY, categories)
    yield from _organs(book, items)
    yield from _lines(book, zh.ALL, {zh.TOTAL: items})


def _organs(book: Book, items: list[Item]) -> Iterator[Line]:
    for decider, (found, transfer) in by_decider(items, book.register).items():
        days = total(found, Subject.TIME, book.register.conversion)
        yield Line(Share(zh.BY_ORGAN, WORDS[NAMES[decider].name], transfer, days), None, (zh.BY_ORGAN,))


def _category(name: str) -> str:
    return enum_label("items/item", ("category",), name, False) if name else zh.NO_CATEGORY


def _lines(book: Book, scope: str, groups: Mapping[str, list[Item]]) -> Iterator[Line]:
    for name, items in groups.items():
        days = total(items, Subject.TIME, book.register.conversion)
        yield Line(Share(scope, name, transfer_of(items), days), None, (scope,))


def remarks(book: Book) -> Iterator[str]:
    """What is not counted, and the staff against what the policy asks for."""
    licences = book.register.licences
    others = sum(item.text("type") != LICENCE for item in licences)
    cancelled = sum(item.text("type") == LICENCE and is_cancelled(item) for item in licences)
    if others or cancelled:
        yield zh.NOT_LICENCES.format(count=others, cancelled=cancelled)
    yield from minima(book.register)


def _count(name: str, heading: str) -> Column:
    def read(book: Book, share: Share) -> Cell:
        del book
        return getattr(share.transfer, name)  # type: ignore[no-any-return]

    return derived(name, heading, 9, read, Show.INT)


def _rate(name: str, heading: str) -> Column:
    def read(book: Book, share: Share) -> Cell:
        del book
        rate: Fraction | None = getattr(share.transfer, name)
        return None if rate is None else float(rate)

    return derived(name, heading, 9, read, Show.PERCENT)


def _days(name: str, heading: str) -> Column:
    def read(book: Book, share: Share) -> Cell:
        del book
        return getattr(share.days, name) if share.days.n else None

    return derived(name, heading, 9, read, Show.NUMBER)


STATISTICS = Table(
    id="statistics",
    title=zh.STATISTICS,
    columns=(
        derived("scope", zh.SCOPE, 9, lambda _, share: share.scope, level=DEPARTMENT),
        derived("name", zh.SCOPED, 18, lambda _, share: share.name),
        _count("items", zh.LICENCES),
        _count("whole", zh.WHOLE),
        _count("partial", zh.PARTIAL),
        _count("resident", zh.RESIDENT),
        _count("excluded", zh.EXCLUDED),
        _count("other", zh.OTHER),
        _rate("rate", zh.RATE),
        _rate("whole_rate", zh.WHOLE_RATE),
        _count("handlings", zh.HANDLINGS),
        _count("handlings_moved", zh.MOVED_COUNT),
        _rate("handling_rate", zh.HANDLING_RATE),
        _days("n", zh.TIMED),
        _days("before", zh.DAYS_SUM_BEFORE),
        _days("after", zh.DAYS_SUM_AFTER),
    ),
    lines=lines,
    reads=(Kind.ITEM, Kind.DEPARTMENT, Kind.JURISDICTION, Kind.POST, Kind.HELPER),
    charts=(
        Bars(zh.CHART_RATE, "name", ("rate",), zh.BY_DEPARTMENT, Show.PERCENT),
        Bars(zh.CHART_DAYS, "name", ("before", "after"), zh.BY_DEPARTMENT),
    ),
    remarks=remarks,
)
