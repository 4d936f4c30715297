"""L020."""

from collections.abc import Iterator

from xuke.check.transfers import moved
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("L020", Kind.ITEM, Kind.JURISDICTION, Kind.DEPARTMENT)
def new_letter_after_transfer(item: Item, context: Context) -> Iterator[Finding]:
    """After a transfer the superior entrusts the bureau: the letter is not older than the transfer."""
    start = item.day("entrustment", "from")
    if start and item.text("power_source") == "entrusted_by_superior":
        old = [each for each in moved(item, context.today) if (each.effective or start) > start]
        for each in old[:1]:
            register = context.register(item.jurisdiction)
            words = {
                "code": item.code,
                "start": str(start),
                "day": str(each.effective),
                "bureau": register.department_name(register.bureau),
            }
            also = (item.record.locate(*each.place("disposition", "effective")),)
            yield Finding(("entrustment", "from"), say("L020.old", **words), also)
