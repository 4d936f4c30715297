"""T001."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Message, say
from xuke.model.limit import Limit
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("T001", Kind.ITEM, Kind.JURISDICTION)
def promise_within_law(item: Item, context: Context) -> Iterator[Finding]:
    """The promised limit is no longer than the statutory one, where the two can be compared."""
    conversion = context.register(item.jurisdiction).conversion
    for place, each in {each.place("limit"): each for each in item.active()}.items():
        promised, statutory = (item.limit(*place, name) for name in ("promised", "statutory"))
        if promised and statutory and (conversion.compare(promised, statutory) or 0) > 0:
            also = (item.record.locate(*place, "statutory"),)
            words = {"promised": _words(promised), "statutory": _words(statutory)}
            yield Finding((*place, "promised"), say("T001.longer", code=each.code_by("limit"), **words), also)


def _words(limit: Limit) -> Message:
    return say(f"T.{limit.unit}", value=limit.value)
