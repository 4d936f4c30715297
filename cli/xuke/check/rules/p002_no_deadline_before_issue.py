"""P002."""

from collections.abc import Iterator

from xuke.check.printed import source_of
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Part, View


@rule("P002", Kind.JURISDICTION, Kind.DOCUMENT, is_wide=True)
def no_deadline_before_issue(reform: View, context: Context) -> Iterator[Finding]:
    """No phase ends and no milestone is due before the date of the document that states it."""
    for phase in reform.parts("phases"):
        yield from _judge(reform, phase, "until", context)
        for milestone in phase.parts("milestones"):
            yield from _judge(reform, milestone, "due", context)


@rule("P002", Kind.MEASURE, Kind.DOCUMENT, is_wide=True)
def no_measure_due_before_issue(measure: View, context: Context) -> Iterator[Finding]:
    """No measure is due before the date of the document that states it."""
    yield from _judge(measure, measure, "due", context)


def _judge(record: View, part: Part, field: str, context: Context) -> Iterator[Finding]:
    due = part.day(field)
    plan = source_of(record, part, context) if due else None
    issued = plan.day("date") if plan else None
    if due and plan and issued and due < issued:
        message = say("P002.before", due=str(due), plan=plan.name, issued=str(issued))
        yield Finding((*part.pointer, field), message, (plan.record.locate("date"),))
