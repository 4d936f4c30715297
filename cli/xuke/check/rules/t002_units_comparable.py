"""T002."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.limit import limit_said
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("T002", Kind.ITEM, Kind.JURISDICTION)
def units_comparable(item: Item, context: Context) -> Iterator[Finding]:
    """Promised and statutory limit are in units that the jurisdiction can compare; else both are shown."""
    conversion = context.register(item.jurisdiction).conversion
    for each in item.stating("limit"):
        limits = each.stated("limit")
        promised, statutory = limits.limit("promised"), limits.limit("statutory")
        if promised and statutory and conversion.compare(promised, statutory) is None:
            both = {"promised": limit_said(promised), "statutory": limit_said(statutory)}
            message = say("T002.unlike", code=each.code_by("limit"), **both)
            also = (item.record.locate(*limits.pointer, "statutory"),)
            yield Finding((*limits.pointer, "promised"), message, also)
