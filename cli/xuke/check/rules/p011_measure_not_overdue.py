"""P011."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("P011", Kind.MEASURE)
def measure_not_overdue(measure: View, context: Context) -> Iterator[Finding]:
    """A measure whose progress is reported is done by its deadline; the last day still counts."""
    due, state = measure.day("due"), measure.text("state")
    if due and due < context.today and state and state != "done":
        label = Label("measures/measure", ("state",), state)
        message = say("P011.overdue", due=str(due), today=str(context.today), state=label)
        yield Finding(("due",), message, (measure.record.locate("state"),))
