"""L030."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("L030", Kind.ITEM)
def forwarding_complete(item: Item, context: Context) -> Iterator[Finding]:
    """An item that is forwarded to a superior names the receiver and the limit of the first review."""
    is_forwarded = item.has("forwarding") and item.active()
    needed = ("receiver", "limit") if is_forwarded else ()
    missing = [each for each in needed if not item.has("forwarding", each)]
    if missing:
        fields = tuple(Label("items/item", ("forwarding", each)) for each in missing)
        yield Finding(("forwarding", missing[0]), say("L030.missing", code=item.code, fields=fields))
