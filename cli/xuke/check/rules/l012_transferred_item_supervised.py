"""L012."""

from collections.abc import Iterator

from xuke.check.supervised import is_complete
from xuke.model.diagnostic import Finding, Message, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("L012", Kind.ITEM, Kind.SUPERVISION, own="status disposition handlings")
def transferred_item_supervised(item: Item, context: Context) -> Iterator[Finding]:
    """A transferred item has a supervision entry with supervisor and section."""
    moved = [each for each in item.active() if each.is_transferred]
    entries = context.register(item.jurisdiction).supervision_of(item.code) if moved else []
    if moved and not any(is_complete(entry) for entry in entries):
        also = tuple(entry.record.locate() for entry in entries)
        message = _message(item, is_none=not entries)
        yield Finding(moved[0].place("disposition", "state"), message, also)


def _message(item: Item, *, is_none: bool) -> Message:
    if is_none:
        return say("L012.none", code=item.code, others="")
    return say("L012.incomplete", code=item.code)
