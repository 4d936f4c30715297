"""L014."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("L014", Kind.ITEM, Kind.SUPERVISION, own="status disposition handlings")
def cancelled_item_supervised(item: Item, context: Context) -> Iterator[Finding]:
    """A cancelled item keeps a supervision entry: what needs no licence any more is still watched."""
    active = item.active()
    is_cancelled = {each.state for each in active} == {"cancelled"}
    if is_cancelled and not context.register(item.jurisdiction).supervision_of(item.code):
        yield Finding(active[0].place("disposition", "state"), say("L014.none", code=item.code, others=""))
