"""L034."""

from collections.abc import Iterator

from xuke.check.transfers import moved
from xuke.model.diagnostic import Finding, Label, Word, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item

_SEES = {Kind.ITEM: "competent status", Kind.DEPARTMENT: "order"}
_OWN = "competent status disposition handlings"


@rule("L034", Kind.ITEM, Kind.ITEM, beside=[Kind.DEPARTMENT], sees=_SEES, own=_OWN)
def acts_on_published_list(item: Item, context: Context) -> Iterator[Finding]:
    """Once a list is published, the bureau acts on none but published items."""
    listed, gone = context.register(item.jurisdiction).published, moved(item, context.today)
    status = item.text("status")
    if gone and listed and status != "published":
        words: dict[str, Word] = {
            "code": item.code,
            "day": str(gone[0].effective),
            "count": len(listed),
        }
        found = Label("items/item", ("status",), status)
        message = say("L034.status", **words, found=found) if status else say("L034.unstated", **words)
        yield Finding(("status",), message, (listed[0].record.locate("status"),))
