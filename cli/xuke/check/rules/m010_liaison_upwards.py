"""M010."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item, Memo

#: Powers that come from a superior, who goes on directing how they are used.
FROM_ABOVE = ("delegated_down", "authorised_by_superior", "entrusted_by_superior")


@rule("M010", Kind.MEMORANDUM, Kind.ITEM, Kind.JURISDICTION)
def liaison_upwards(memo: Memo, context: Context) -> Iterator[Finding]:
    """Where a superior takes part in an item, the memorandum says who keeps in touch with it."""
    register = context.register(memo.jurisdiction)
    is_required = "liaison" in register.policy.texts("clauses")
    if memo.text("liaison") or memo.stage("liaison").fields or is_required:
        return
    if found := [item for _, item in register.listed_items(memo) if _has_superior(item)]:
        also = tuple(each.record.locate() for each in found)
        yield Finding(("liaison",), say("M010.nobody", codes=tuple(each.code for each in found)), also)


def _has_superior(item: Item) -> bool:
    return item.text("power_source") in FROM_ABOVE or bool(item.part("forwarding").fields)
