"""T014."""

from collections.abc import Iterator

from xuke.check.limits import is_longer
from xuke.model.diagnostic import Finding, Label, say
from xuke.model.limit import limit_said
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("T014", Kind.ITEM, Kind.JURISDICTION)
def within_ceiling(item: Item, context: Context) -> Iterator[Finding]:
    """No promise is longer than the ceiling that the policy sets for the item's category."""
    register, category = context.register(item.jurisdiction), item.text("category")
    ceilings = [each for each in register.policy.parts("ceilings") if each.text("category") == category]
    for ceiling in ceilings:
        highest = ceiling.limit("limit")
        also = register.place(Kind.JURISDICTION, item.jurisdiction, *ceiling.pointer, "limit")
        for each in item.stating("limit"):
            limits = each.stated("limit")
            promised = limits.limit("promised")
            if promised and highest and is_longer(promised, highest, register.conversion):
                both = {"promised": limit_said(promised), "ceiling": limit_said(highest)}
                label = Label("items/item", ("category",), category)
                message = say("T014.longer", code=each.code_by("limit"), category=label, **both)
                yield Finding((*limits.pointer, "promised"), message, also)
