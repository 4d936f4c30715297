"""调整情况汇总表: what changed between two versions, department by department."""

from collections.abc import Iterable, Iterator, Sequence

from xuke.model.diagnostic import Label
from xuke.tables.columns import derived, number
from xuke.tables.layout import Book, Cell, Column, Line, Show, Table
from xuke.tables.layouts.changes import CHANGES
from xuke.tables.tally import Sort, Tally, together
from xuke.words.zh import tables as zh


def summary_table(found: Sequence[Tally], remarks: Sequence[str]) -> Table:
    """The table of these departments, with remarks below it."""
    return Table(
        id="change-summary",
        title=zh.CHANGE_SUMMARY,
        columns=_COLUMNS,
        lines=lambda book: _lines(book, found),
        reads=CHANGES.reads,
        remarks=lambda _: (zh.SUMMARY_ADDS_UP, *remarks),
    )


def _lines(book: Book, found: Iterable[Tally]) -> Iterator[Line]:
    """Departments with changes, the others together, and all."""
    every = list(found)
    told = [each for each in every if each.is_touched]
    rest = [each for each in every if not each.is_touched]
    yield from (Line((_name(book, each), each), place) for place, each in enumerate(told, 1))
    if rest:
        name = zh.OTHER_DEPARTMENTS.format(count=len(rest))
        yield Line((name, together("", rest)))
    yield Line((zh.TOTAL, together("", every)))


def _name(book: Book, tally: Tally) -> str:
    for register in (book.register, book.base):
        if register and tally.department in register.departments:
            return register.department_name(tally.department)
    return tally.department or zh.WHOLE_PLACE


def _count(name: str, heading: str) -> Column:
    def read(book: Book, subject: tuple[str, Tally]) -> Cell:
        del book
        return getattr(subject[1], name)  # type: ignore[no-any-return]

    return derived(name, heading, 9, read, Show.INT)


def _sort(sort: Sort) -> Column:
    return derived(sort.value, zh.SORTS[sort], 8, lambda _, subject: subject[1].items.get(sort, 0), Show.INT)


_COLUMNS = (
    number(),
    derived("department", Label("items/item", ("competent",)), 18, lambda _, subject: subject[0]),
    _count("before", zh.ROWS_BEFORE),
    _count("out", zh.ROWS_OUT),
    _count("into", zh.ROWS_INTO),
    _count("after", zh.ROWS_AFTER),
    *map(_sort, Sort),
    _count("changed", zh.CHANGED_ITEMS),
    _count("others", zh.CHANGED_OTHERS),
)
