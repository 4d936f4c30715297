"""T008."""

from collections.abc import Iterator
from math import ceil

from xuke.check.limits import is_longer, licensed, working_days
from xuke.check.steps import is_delivery
from xuke.model.diagnostic import Finding, say
from xuke.model.limit import Conversion, Limit, Unit
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Handling, Item

LIMIT = working_days(10)


@rule("T008", Kind.ITEM, Kind.JURISDICTION)
def delivery_within_law(item: Item, context: Context) -> Iterator[Finding]:
    """The licence is delivered within 10 working days after the decision."""
    conversion = context.register(item.jurisdiction).conversion
    sides = licensed(item, "steps", "limit")
    yield from dict.fromkeys(finding for each in sides for finding in _findings(each, conversion))


def _findings(handling: Handling, conversion: Conversion) -> Iterator[Finding]:
    for step in filter(is_delivery, handling.stated_parts("steps")):
        days = step.number("days") or 0
        if is_longer(Limit(ceil(days), _unit(handling)), LIMIT, conversion):
            message = say("T008.longer", code=handling.code_by("steps"), step=step.text("name"), days=days)
            yield Finding((*step.pointer, "days"), message)


def _unit(handling: Handling) -> Unit:
    """Days of steps are in the unit of the promised limit; where that has none, in the law's."""
    promised = handling.stated("limit").limit("promised")
    return Unit.WORKING_DAY if promised is None or promised.is_immediate else promised.unit
