"""V003."""

from collections.abc import Iterator

from xuke.check.renumbered import predecessor, replaced_codes
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, Needs, rule
from xuke.model.views import Item


@rule("V003", Kind.ITEM, needs=Needs.BASE, is_of_change=True)
def new_code_names_the_old(item: Item, context: Context) -> Iterator[Finding]:
    """An item under a new code names the code that it replaces."""
    register, base = (each(item.jurisdiction) for each in (context.register, context.base_register))
    earlier = predecessor(item, register, base)
    if earlier is not None and earlier.code not in replaced_codes(register):
        words = {"code": item.code, "old": earlier.code, "name": item.name}
        yield Finding(("code",), say("V003.renumbered", **words))
