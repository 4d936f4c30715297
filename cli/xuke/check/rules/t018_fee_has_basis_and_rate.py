"""T018."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("T018", Kind.ITEM)
def fee_has_basis_and_rate(item: Item, context: Context) -> Iterator[Finding]:
    """A fee that is charged has a law as its basis, and a published rate."""
    is_charged = item.get("fee", "charged") is True and item.active()
    missing = [each for each in ("basis", "standard") if is_charged and not item.has("fee", each)]
    if missing:
        fields = tuple(Label("items/item", ("fee", each)) for each in missing)
        yield Finding(("fee", "charged"), say("T018.missing", code=item.code, fields=fields))
