"""P008."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("P008", Kind.MEASURE, Kind.DEPARTMENT, Kind.JURISDICTION)
def lead_not_responsible(measure: View, context: Context) -> Iterator[Finding]:
    """A unit that leads a measure is not named again among the responsible ones."""
    register = context.register(measure.jurisdiction)
    groups = {each.text("id"): each.text("text") for each in register.reform.parts("groups")}
    lead = measure.texts("lead")
    for index, unit in enumerate(measure.texts("responsible")):
        if unit in lead:
            message = say("P008.twice", unit=groups.get(unit) or register.department_name(unit))
            also = measure.record.locate("lead", lead.index(unit))
            yield Finding(("responsible", index), message, (also,))
