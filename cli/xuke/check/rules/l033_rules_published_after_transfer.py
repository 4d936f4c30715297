"""L033."""

from collections.abc import Iterator

from xuke.check.publication import unpublished
from xuke.check.transfers import moved
from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("L033", Kind.ITEM, Kind.JURISDICTION)
def rules_published_after_transfer(item: Item, context: Context) -> Iterator[Finding]:
    """Conditions, guide and standard of a transferred item are complete and published."""
    policy, gone = context.register(item.jurisdiction).policy, moved(item, context.today)
    if gone and policy.get("publish_transferred") is True:
        is_bare = not all(each.stated_text("conditions") for each in gone)
        conditions = (Label("items/item", ("conditions",)),) if is_bare else ()
        missing = (*conditions, *unpublished(item, context.today))
        if missing:
            place = gone[0].place("disposition", "state")
            yield Finding(place, say("L033.missing", code=item.code, missing=missing))
