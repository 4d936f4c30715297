"""P011."""

from collections.abc import Iterator

from xuke.figures.dues import due_of, reckoned
from xuke.figures.measures import Standing, standing_of
from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("P011", Kind.MEASURE, beside=(Kind.MEMORANDUM, Kind.DOCUMENT, Kind.JURISDICTION), is_wide=True)
def measure_not_overdue(measure: View, context: Context) -> Iterator[Finding]:
    """A measure whose progress is reported is done by its deadline; the last day still counts."""
    due, state = due_of(context.register(measure.jurisdiction), measure), measure.text("state")
    if standing_of(due, state, context.today) is Standing.OVERDUE:
        label = Label("measures/measure", ("state",), state)
        message = say("P011.overdue", due=reckoned(due), today=str(context.today), state=label)
        yield Finding((due.field,), message, (measure.record.locate("state"), *due.places))
