"""划转前后对照表: organ, steps, materials and days of what is transferred, before and after."""

from functools import partial

from xuke.figures.reductions import Subject, after, before, promised
from xuke.model.limit import Unit
from xuke.model.record import Kind
from xuke.model.views import Item
from xuke.tables.columns import derived, item_columns
from xuke.tables.layout import Book, Cell, Column, Show, Table
from xuke.tables.layouts.transfers import lines
from xuke.tables.present import joined, limit_text
from xuke.words.zh import tables as zh


def _organ_before(book: Book, item: Item) -> Cell:
    return book.register.department_name(item.competent)


def _organ_after(book: Book, item: Item) -> Cell:
    return joined(book.register.department_name(each.organ) for each in item.transferred)


def _before(subject: Subject, book: Book, item: Item) -> Cell:
    del book
    return before(item, subject)


def _after(subject: Subject, book: Book, item: Item) -> Cell:
    del book
    return after(item, subject)


def _days_before(book: Book, item: Item) -> Cell:
    """The number of the baseline with the unit of the promised limit, which is its own unit too."""
    days, limit = before(item, Subject.TIME), promised(item)
    if days is None or limit is None or limit.unit is Unit.ON_THE_SPOT:
        return days
    return zh.LIMITS[limit.unit].format(value=f"{days:g}")


def _days_after(book: Book, item: Item) -> Cell:
    del book
    limit = promised(item)
    return limit_text({"value": limit.value, "unit": limit.unit.value}) if limit else None


def figures(subject: Subject, headings: tuple[str, str], width: float) -> tuple[Column, Column]:
    """Counts before and after, side by side."""
    return (
        derived(f"{subject}_before", headings[0], width, partial(_before, subject), Show.NUMBER),
        derived(f"{subject}_after", headings[1], width, partial(_after, subject), Show.NUMBER),
    )


BEFORE_AFTER = Table(
    id="before-after",
    title=zh.BEFORE_AFTER,
    columns=(
        *item_columns(26),
        derived("organ_before", zh.ORGAN_BEFORE, 15, _organ_before),
        derived("organ_after", zh.ORGAN_AFTER, 15, _organ_after),
        *figures(Subject.STEPS, (zh.STEPS_BEFORE, zh.STEPS_AFTER), 8),
        *figures(Subject.MATERIALS, (zh.MATERIALS_BEFORE, zh.MATERIALS_AFTER), 8),
        derived("days_before", zh.DAYS_BEFORE, 12, _days_before),
        derived("days_after", zh.DAYS_AFTER, 12, _days_after),
    ),
    lines=lines,
    reads=(Kind.ITEM, Kind.DEPARTMENT),
    kind=Kind.ITEM,
)
