"""P004."""

from collections.abc import Iterator

from xuke.check.periods import is_reversed
from xuke.figures.dues import due_of, reckoned
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("P004", Kind.MEASURE, Kind.JURISDICTION, beside=(Kind.MEMORANDUM, Kind.DOCUMENT), is_wide=True)
def due_before_end(measure: View, context: Context) -> Iterator[Finding]:
    """No measure is due after the last day of the last phase; a phase without an end never ends."""
    register = context.register(measure.jurisdiction)
    due = due_of(register, measure)
    phases = register.reform.parts("phases")
    ends = [(end, phase) for phase in phases if (end := phase.day("until"))]
    if not due.known or not ends or len(ends) < len(phases) or any(map(is_reversed, phases)):
        return
    end, last = max(ends, key=lambda pair: pair[0])
    if due.known > end:
        also = register.place(Kind.JURISDICTION, measure.jurisdiction, *last.pointer, "until")
        message = say("P004.after", due=reckoned(due), phase=last.text("name"), end=str(end))
        yield Finding((due.field,), message, tuple(dict.fromkeys((*also, *due.places))))
