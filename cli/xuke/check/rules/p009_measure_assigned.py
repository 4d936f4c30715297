"""P009."""

import re
from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.limit import limit_said
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View, day_of

#: What a plan may print instead of a date.
WORDS = ("长期", "按上级要求")

_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


@rule("P009", Kind.MEASURE)
def measure_assigned(measure: View, context: Context) -> Iterator[Finding]:
    """A measure has a responsible unit, and a deadline that is a date, an allowed word or not stated.

    Requirements (工作要求) address everyone: they need no responsible unit.
    """
    if measure.text("kind") != "requirement" and not measure.texts("responsible"):
        yield Finding(("responsible",), say("P009.responsible"))
    due, within = measure.text("due"), measure.limit("within")
    if due and within:
        message = say("P009.both", due=due, within=limit_said(within))
        yield Finding(("due",), message, (measure.record.locate("within"),))
    if due and due not in WORDS and day_of(due) is None:
        is_no_day = _DATE.fullmatch(due) is not None
        message = say("P009.no_day", due=due) if is_no_day else say("P009.due", due=due, words=WORDS)
        yield Finding(("due",), message)
