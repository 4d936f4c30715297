"""L013."""

from collections.abc import Iterator

from xuke.check.retained import retained
from xuke.check.supervised import is_complete, unsupervised
from xuke.model.diagnostic import Finding
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("L013", Kind.ITEM, Kind.SUPERVISION, Kind.JURISDICTION, own="status disposition handlings")
def retained_item_supervised(item: Item, context: Context) -> Iterator[Finding]:
    """A retained item too has a supervision entry with supervisor and section; L012 tells of mixed ones."""
    register, kept = context.register(item.jurisdiction), retained(item)
    entries = register.supervision_of(item.code)
    is_meant = register.policy.get("supervise_retained") is True and kept and not item.transferred
    if is_meant and not any(is_complete(entry) for entry in entries):
        place = kept[0].place("disposition", "state")
        yield unsupervised("L013", item, place, entries)
