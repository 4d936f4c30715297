"""T004."""

from collections.abc import Iterator

from xuke.check.limits import cites_article
from xuke.model.diagnostic import Finding, say
from xuke.model.limit import limit_said
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("T004", Kind.ITEM)
def article_of_limit(item: Item, context: Context) -> Iterator[Finding]:
    """A statutory limit names the law and the article that set it."""
    for each in item.stating("limit"):
        limits = each.stated("limit")
        limit, basis = limits.limit("statutory"), limits.text("statutory", "basis")
        place, code = (*limits.pointer, "statutory"), each.code_by("limit")
        if limit and not basis:
            yield Finding(place, say("T004.none", code=code, limit=limit_said(limit)))
        elif limit and not cites_article(basis):
            message = say("T004.article", code=code, limit=limit_said(limit), basis=basis)
            yield Finding((*place, "basis"), message)
