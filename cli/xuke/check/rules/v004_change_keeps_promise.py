"""V004."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.limit import limit_said
from xuke.model.record import Kind
from xuke.model.rule import Context, Needs, rule
from xuke.model.views import Item


@rule("V004", Kind.ITEM, needs=Needs.BASE, is_of_change=True)
def change_keeps_promise(item: Item, context: Context) -> Iterator[Finding]:
    """A promised limit does not become longer."""
    register = context.register(item.jurisdiction)
    earlier = context.base_register(item.jurisdiction).get(Kind.ITEM, item.code)
    new, old = (
        item.limit("limit", "promised"),
        Item(earlier.fields, (), earlier).limit("limit", "promised") if earlier else None,
    )
    if earlier is None or new is None or old is None:
        return
    if (register.conversion.compare(new, old) or 0) > 0:
        words = {"old": limit_said(old), "new": limit_said(new)}
        yield Finding(("limit", "promised"), say("V004.longer", code=item.code, **words))
