"""L012."""

from collections.abc import Iterator

from xuke.check.supervised import is_complete, unsupervised
from xuke.model.diagnostic import Finding
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("L012", Kind.ITEM, Kind.SUPERVISION, own="status disposition handlings")
def transferred_item_supervised(item: Item, context: Context) -> Iterator[Finding]:
    """A transferred item has a supervision entry with supervisor and section."""
    moved = [each for each in item.active() if each.is_transferred]
    entries = context.register(item.jurisdiction).supervision_of(item.code) if moved else []
    if moved and not any(is_complete(entry) for entry in entries):
        place = moved[0].place("disposition", "state")
        yield unsupervised("L012", item, place, entries)
