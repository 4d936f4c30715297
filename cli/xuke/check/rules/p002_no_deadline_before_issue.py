"""P002."""

from collections.abc import Iterator

from xuke.check.printed import source_of
from xuke.figures.dues import Due, due_of, reckoned
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Part, View


@rule("P002", Kind.JURISDICTION, Kind.DOCUMENT, is_wide=True)
def no_deadline_before_issue(reform: View, context: Context) -> Iterator[Finding]:
    """No phase ends and no milestone is due before the date of the document that states it."""
    for phase in reform.parts("phases"):
        yield from _judge(reform, phase, Due(phase.day("until")), "until", context)
        for milestone in phase.parts("milestones"):
            yield from _judge(reform, milestone, Due(milestone.day("due")), "due", context)


@rule("P002", Kind.MEASURE, Kind.DOCUMENT, beside=(Kind.MEMORANDUM, Kind.JURISDICTION), is_wide=True)
def no_measure_due_before_issue(measure: View, context: Context) -> Iterator[Finding]:
    """No measure is due before the date of the document that states it."""
    due = due_of(context.register(measure.jurisdiction), measure)
    yield from _judge(measure, measure, due, due.field, context)


def _judge(record: View, part: Part, due: Due, field: str, context: Context) -> Iterator[Finding]:
    plan = source_of(record, part, context) if due.known else None
    issued = plan.day("date") if plan else None
    if due.known and plan and issued and due.known < issued:
        message = say("P002.before", due=reckoned(due), plan=plan.name, issued=str(issued))
        yield Finding((*part.pointer, field), message, (plan.record.locate("date"), *due.places))
