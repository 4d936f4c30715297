"""改革任务进展表: who leads each task of the plan, until when, and how far it is."""

from collections import Counter
from collections.abc import Iterator

from xuke.figures.dues import due_of, with_day
from xuke.model.diagnostic import Label
from xuke.model.record import Kind
from xuke.model.views import View
from xuke.tables.columns import derived, field
from xuke.tables.layout import Book, Cell, Line, Show, Table
from xuke.tables.present import dated
from xuke.words.labels import choices
from xuke.words.render import Language, render
from xuke.words.zh import tables as zh

SCHEMA = "measures/measure"


def lines(book: Book) -> Iterator[Line]:
    """Tasks in the order of the plan, under its own numbers."""
    for measure in book.register.of(Kind.MEASURE):
        yield Line(measure, None, (measure.id,), measure.key)


def remarks(book: Book) -> Iterator[str]:
    """How many tasks stand how; what nobody reported on is counted apart."""
    counts = Counter(each.text("state") for each in book.register.of(Kind.MEASURE))
    names = {**choices(SCHEMA, ("state",), False), "": zh.UNREPORTED}
    if counts:
        found = (zh.TASKS.format(state=name, count=counts[state]) for state, name in names.items())
        yield zh.TASK_COUNTS.format(count=counts.total(), parts=zh.AND.join(found))


def _due(book: Book, measure: View) -> Cell:
    """The day, stated or computed; where none can be computed, the words and why."""
    due = due_of(book.register, measure)
    words = with_day(due)
    return due.known or (render(words, Language.ZH) if words else dated(measure.get("due")))


PROGRESS = Table(
    id="progress",
    title=zh.PROGRESS,
    columns=(
        field(SCHEMA, "number", width=6, show=Show.CODE),
        field(SCHEMA, "kind", width=8),
        field(SCHEMA, "title", width=28),
        field(SCHEMA, "lead", width=15),
        field(SCHEMA, "responsible", width=44),
        derived("due", Label(SCHEMA, ("due",)), 14, _due, Show.DATE),
        field(SCHEMA, "phase", width=11),
        field(SCHEMA, "state", width=9),
        field(SCHEMA, "evidence", width=13),
        field(SCHEMA, "note", width=17),
    ),
    lines=lines,
    reads=(Kind.MEASURE, Kind.DEPARTMENT, Kind.JURISDICTION),
    kind=Kind.MEASURE,
    remarks=remarks,
)
