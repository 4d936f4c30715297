"""V006."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind, Record
from xuke.model.register import Register
from xuke.model.rule import Context, Needs, rule
from xuke.model.views import Item, view


@rule("V006", Kind.ITEM, needs=Needs.BASE)
def superior_item_unchanged(item: Item, context: Context) -> Iterator[Finding]:
    """Name and bases of a superior's item change there first; C013 judges a list that is here."""
    earlier = context.base_register(item.jurisdiction).get(Kind.ITEM, item.code)
    if earlier is None or not item.texts("superior_numbers") or _is_listed(item, context):
        return
    for name in ("name", "bases"):
        if item.get(name) != view(earlier).get(name):
            field = Label("items/item", (name,))
            yield Finding((name,), say("V006.changed", code=item.code, field=field), (earlier.locate(name),))


def _is_listed(item: Item, context: Context) -> bool:
    superior = context.register(item.jurisdiction).reform.text("jurisdiction", "superior")
    listed: Record | None = (
        Register(context.snapshot, superior).get(Kind.ITEM, item.code) if superior else None
    )
    return listed is not None
