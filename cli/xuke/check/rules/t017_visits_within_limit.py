"""T017."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("T017", Kind.ITEM, Kind.JURISDICTION)
def visits_within_limit(item: Item, context: Context) -> Iterator[Finding]:
    """No applicant has to come more often than the policy allows."""
    register = context.register(item.jurisdiction)
    most = register.policy.number("visits_max")
    for each in item.stating("visits"):
        visits = each.stated_number("visits")
        if most is not None and visits is not None and visits > most:
            also = register.place(Kind.JURISDICTION, item.jurisdiction, "policy", "visits_max")
            words = {"code": each.code_by("visits"), "visits": visits, "most": most}
            yield Finding(each.place("visits"), say("T017.more", **words), also)
