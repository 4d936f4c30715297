"""V001."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, Needs, rule
from xuke.model.views import Handling, Item, view


@rule("V001", Kind.ITEM, Kind.MEMORANDUM, needs=Needs.BASE, is_of_change=True)
def organ_follows_memorandum(item: Item, context: Context) -> Iterator[Finding]:
    """The organ of an item changes only where a memorandum lists the item; M005 judges transfers."""
    earlier = context.base_register(item.jurisdiction).get(Kind.ITEM, item.code)
    listed = context.register(item.jurisdiction).memoranda_listing(item.code)
    if earlier is None or listed or item.transferred:
        return
    organs = {each.suffix: each.organ for each in _handlings(view(earlier))}
    for handling in item.handlings():
        before = organs.get(handling.suffix, handling.organ)
        if before and handling.organ and before != handling.organ:
            name = context.register(item.jurisdiction).department_name
            words = {"code": item.code, "old": name(before), "new": name(handling.organ)}
            yield Finding(handling.place("organ"), say("V001.changed", **words))


def _handlings(earlier: object) -> list[Handling]:
    return earlier.handlings() if isinstance(earlier, Item) else []
