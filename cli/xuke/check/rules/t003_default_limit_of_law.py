"""T003."""

from collections.abc import Iterator

from xuke.check.limits import DEFAULT, is_longer, licensed
from xuke.model.diagnostic import Finding, say
from xuke.model.limit import limit_said
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("T003", Kind.ITEM, Kind.JURISDICTION)
def default_limit_of_law(item: Item, context: Context) -> Iterator[Finding]:
    """Without a statutory limit of its own a licence is decided within 20 working days."""
    conversion = context.register(item.jurisdiction).conversion
    for each in licensed(item, "limit"):
        limits = each.stated("limit")
        promised = limits.limit("promised")
        if promised and not limits.has("statutory") and is_longer(promised, DEFAULT, conversion):
            message = say("T003.longer", code=each.code_by("limit"), promised=limit_said(promised))
            yield Finding((*limits.pointer, "promised"), message)
