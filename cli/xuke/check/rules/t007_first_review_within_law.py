"""T007."""

from collections.abc import Iterator

from xuke.check.limits import cites_article, is_longer, licensed, working_days
from xuke.model.diagnostic import Finding, say
from xuke.model.limit import limit_said
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item

LIMIT = working_days(20)


@rule("T007", Kind.ITEM, Kind.JURISDICTION)
def first_review_within_law(item: Item, context: Context) -> Iterator[Finding]:
    """The first review before forwarding takes 20 working days at most, unless a cited law says otherwise."""
    limit = item.limit("forwarding", "limit") if licensed(item) else None
    conversion = context.register(item.jurisdiction).conversion
    is_set_by_law = cites_article(item.text("forwarding", "limit", "basis"))
    if limit and not is_set_by_law and is_longer(limit, LIMIT, conversion):
        message = say("T007.longer", code=item.code, limit=limit_said(limit))
        yield Finding(("forwarding", "limit"), message)
