"""P004."""

from collections.abc import Iterator

from xuke.check.periods import is_reversed
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("P004", Kind.MEASURE, Kind.JURISDICTION)
def due_before_end(measure: View, context: Context) -> Iterator[Finding]:
    """No measure is due after the last day of the last phase; a phase without an end never ends."""
    register, due = context.register(measure.jurisdiction), measure.day("due")
    phases = register.reform.parts("phases")
    ends = [(end, phase) for phase in phases if (end := phase.day("until"))]
    if not due or not ends or len(ends) < len(phases) or any(map(is_reversed, phases)):
        return
    end, last = max(ends, key=lambda pair: pair[0])
    if due > end:
        also = register.place(Kind.JURISDICTION, measure.jurisdiction, *last.pointer, "until")
        message = say("P004.after", due=str(due), phase=last.text("name"), end=str(end))
        yield Finding(("due",), message, also)
