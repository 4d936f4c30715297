"""What an entry of supervision has to say, and what is told where none says it."""

from collections.abc import Sequence

from xuke.model.diagnostic import Finding, say
from xuke.model.place import Pointer
from xuke.model.views import Item, View


def is_complete(entry: View) -> bool:
    """Whether it names supervisor and section."""
    return bool(entry.text("supervisor") and entry.text("section"))


def unsupervised(code: str, item: Item, place: Pointer, entries: Sequence[View]) -> Finding:
    """That an item has no entry, or none that is complete, which is found at all items of those entries."""
    if not entries:
        return Finding(place, say(f"{code}.none", code=item.code, others=""))
    also = tuple(each.record.locate() for each in entries)
    cause = "/".join((code, item.jurisdiction, "+".join(each.id for each in entries)))
    return Finding(place, say(f"{code}.incomplete", code=item.code, others=""), also, cause=cause)
