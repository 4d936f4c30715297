"""T010."""

from collections.abc import Iterator
from decimal import Decimal

from xuke.check.limits import is_beyond_law
from xuke.figures.stated import exact
from xuke.model.diagnostic import Finding, say
from xuke.model.limit import limit_said
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Handling, Item


@rule("T010", Kind.ITEM, Kind.JURISDICTION)
def steps_sum_to_promise(item: Item, context: Context) -> Iterator[Finding]:
    """The counted steps sum to the promised limit; T001 and T003 judge one beyond the law."""
    conversion = context.register(item.jurisdiction).conversion
    for each in item.stating("steps", "limit"):
        limits, days = each.stated("limit"), counted_days(each)
        promised = limits.limit("promised")
        if days is None or promised is None or days == promised.value:
            continue
        if not is_beyond_law(item, limits, conversion):
            code, total = each.code_by("steps", "limit"), f"{days.normalize():f}"
            message = say("T010.sum", code=code, days=total, promised=limit_said(promised))
            also = (item.record.locate(*limits.pointer, "promised"),)
            yield Finding(each.place("steps"), message, also)


def counted_days(handling: Handling) -> Decimal | None:
    """Days of the counted steps; None without steps, or where one leaves its days or its counting open."""
    steps = handling.stated_parts("steps")
    counted = [each.number("days") for each in steps if each.get("counted") is True]
    is_open = any(not each.has("counted") for each in steps) or not steps
    known = [exact(each) for each in counted if each is not None]
    return None if is_open or len(known) < len(counted) else sum(known, Decimal())
