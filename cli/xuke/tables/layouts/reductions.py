"""环节、材料、时限精简情况表: what the reform saves, item by item and in all."""

from collections.abc import Iterator
from functools import partial

from xuke.figures.reductions import Reduction, Subject, promised, reduction_of, total
from xuke.figures.transfer import is_cancelled
from xuke.model.record import Kind
from xuke.model.views import Item, Part
from xuke.tables.columns import derived, field, item_columns, item_line
from xuke.tables.layout import Book, Cell, Column, Line, Show, Table
from xuke.tables.layouts.before_after import figures
from xuke.words.labels import enum_label
from xuke.words.zh import tables as zh

TARGETS = ("policy", "targets", "subject")


def measured(book: Book) -> list[Item]:
    """Items in force that state what they were before."""
    return [item for item in book.register.licences if item.has("baseline") and not is_cancelled(item)]


def lines(book: Book) -> Iterator[Line]:
    """Items with a baseline, then the totals."""
    items = measured(book)
    for place, item in enumerate(items, 1):
        yield item_line(place, item)
    if items:
        cells: dict[str, Cell] = {"competent": zh.TOTAL, "unit": zh.LIMITS["working_day"].format(value="")}
        for subject, each in totals(book).items():
            cells |= {
                f"{subject}_before": each.before,
                f"{subject}_after": each.after,
                f"{subject}_cut": _rate(each),
            }
        yield Line(None, None, (zh.TOTAL,), None, cells)


def totals(book: Book) -> dict[Subject, Reduction]:
    """Sums over the items that state both sides."""
    items, conversion = measured(book), book.register.conversion
    return {subject: total(items, subject, conversion) for subject in Subject}


def _rate(reduction: Reduction | None) -> float | None:
    rate = reduction.rate if reduction else None
    return None if rate is None else float(rate)


def _cut(subject: Subject, book: Book, item: Item) -> Cell:
    del book
    return _rate(reduction_of(item, subject))


def _unit(book: Book, item: Item) -> Cell:
    del book
    limit = promised(item)
    return enum_label("items/item", ("limit", "promised", "unit"), limit.unit, False) if limit else None


def remarks(book: Book) -> Iterator[str]:
    """Over how many items each total goes, and what the policy aims at."""
    if measured(book):
        counts = {str(subject): each.n for subject, each in totals(book).items()}
        yield zh.COUNTED.format_map(counts)
        yield zh.TIME_COUNTED
    for target in book.register.policy.parts("targets"):
        yield from _target(target)


def _target(target: Part) -> Iterator[str]:
    for name, direction in (("reduction", zh.DECREASE), ("increase", zh.INCREASE)):
        figure = target.number(name)
        if figure is not None:
            yield zh.TARGET.format(
                subject=enum_label("reform", TARGETS, target.text("subject"), False),
                direction=direction,
                figure=f"{figure:g}",
                least=zh.OR_MORE if target.get("at_least") is True else "",
                reading=target.text("reading"),
            )


def _columns(subject: Subject, headings: tuple[str, str, str]) -> tuple[Column, ...]:
    cut = derived(f"{subject}_cut", headings[2], 9, partial(_cut, subject), Show.PERCENT)
    return (*figures(subject, headings[:2], 8), cut)


REDUCTIONS = Table(
    id="reductions",
    title=zh.REDUCTIONS,
    columns=(
        *item_columns(),
        *_columns(Subject.STEPS, (zh.STEPS_BEFORE, zh.STEPS_AFTER, zh.STEPS_CUT)),
        *_columns(Subject.MATERIALS, (zh.MATERIALS_BEFORE, zh.MATERIALS_AFTER, zh.MATERIALS_CUT)),
        *_columns(Subject.TIME, (zh.DAYS_BEFORE, zh.DAYS_AFTER, zh.DAYS_CUT)),
        derived("unit", zh.DAYS_UNIT, 8, _unit),
        field("items/item", "baseline", "on", width=14, show=Show.DATE),
    ),
    lines=lines,
    reads=(Kind.ITEM, Kind.DEPARTMENT, Kind.JURISDICTION),
    kind=Kind.ITEM,
    remarks=remarks,
)
