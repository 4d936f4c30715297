"""T001."""

from collections.abc import Iterator

from xuke.check.limits import is_longer
from xuke.model.diagnostic import Finding, say
from xuke.model.limit import limit_said
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("T001", Kind.ITEM, Kind.JURISDICTION)
def promise_within_law(item: Item, context: Context) -> Iterator[Finding]:
    """The promised limit is no longer than the statutory one, where the two can be compared."""
    conversion = context.register(item.jurisdiction).conversion
    for each in item.stating("limit"):
        limits = each.stated("limit")
        promised, statutory = (limits.limit(name) for name in ("promised", "statutory"))
        if promised and statutory and is_longer(promised, statutory, conversion):
            words = {"promised": limit_said(promised), "statutory": limit_said(statutory)}
            message = say("T001.longer", code=each.code_by("limit"), **words)
            yield Finding(
                (*limits.pointer, "promised"), message, (item.record.locate(*limits.pointer, "statutory"),)
            )
