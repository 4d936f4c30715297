"""M005."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Message, say
from xuke.model.place import Location
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("M005", Kind.ITEM, Kind.MEMORANDUM, beside=[Kind.DEPARTMENT])
def item_in_one_memorandum(item: Item, context: Context) -> Iterator[Finding]:
    """A transferred item stands in exactly one memorandum; M006 judges those that are withdrawn."""
    listing = context.register(item.jurisdiction).memoranda_listing(item.code)
    is_over = item.text("status") == "withdrawn"
    if item.transferred and not is_over and len(listing) != 1:
        also = tuple(memo.record.locate(*entry.pointer, "code") for memo, entry in listing)
        place = item.transferred[0].place("disposition", "state")
        yield Finding(place, _message(item, len(listing)), also or _expected(item, context))


def _message(item: Item, count: int) -> Message:
    if not count:
        return say("M005.none", code=item.code, others="")
    return say("M005.several", code=item.code, count=count)


def _expected(item: Item, context: Context) -> tuple[Location, ...]:
    """Where the department's memorandum lists its items, if there is one."""
    return context.register(item.jurisdiction).place(Kind.MEMORANDUM, item.competent, "items")
