"""P012."""

from collections.abc import Iterator

from xuke.check.printed import last_day, source_of
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View

#: States of a hall whose use still lies ahead.
AHEAD = ("planned", "under_construction")


@rule("P012", Kind.HALL, Kind.DOCUMENT, is_wide=True)
def future_not_past(hall: View, context: Context) -> Iterator[Finding]:
    """A hall not yet in use is not due before the day on which its document was published."""
    if hall.text("state") in AHEAD:
        yield from _judge(hall, "planned_use", context)


@rule("P012", Kind.EVALUATION, Kind.DOCUMENT, is_wide=True)
def evaluation_not_past(evaluation: View, context: Context) -> Iterator[Finding]:
    """An evaluation is not announced for a day before its document was published."""
    yield from _judge(evaluation, "due", context)


@rule("P012", Kind.INDICATOR, Kind.DOCUMENT, is_wide=True)
def indicator_not_past(indicator: View, context: Context) -> Iterator[Finding]:
    """An indicator is not due before its document was published."""
    yield from _judge(indicator, "due", context)


def _judge(record: View, field: str, context: Context) -> Iterator[Finding]:
    document = source_of(record, record, context)
    side = "published" if document and document.day("published") else "date"
    published = document.day(side) if document else None
    printed = record.text(field)
    day = last_day(printed, published) if published else None
    if document and day and published and day < published:
        message = say(
            "P012.past", printed=printed, day=str(day), published=str(published), title=document.name
        )
        yield Finding((field,), message, (document.record.locate(side),))
