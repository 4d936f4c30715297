"""M005."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("M005", Kind.ITEM, Kind.MEMORANDUM)
def item_in_one_memorandum(item: Item, context: Context) -> Iterator[Finding]:
    """A transferred item stands in exactly one memorandum."""
    listing = context.register(item.jurisdiction).memoranda_listing(item.code)
    if item.transferred and len(listing) != 1:
        also = tuple(memo.record.locate(*entry.pointer, "code") for memo, entry in listing)
        place = item.transferred[0].place("disposition", "state")
        yield Finding(place, say("M005.count", code=item.code, count=len(listing)), also)
