"""L003."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Handling, Item


@rule("L003", Kind.ITEM)
def one_disposition(item: Item, context: Context) -> Iterator[Finding]:
    """Every handling has exactly one disposition, its own or its item's; what is withdrawn goes nowhere."""
    if item.text("status") == "withdrawn":
        yield from _still_moved(item)
    active = item.active()
    own = [each for each in active if each.pointer and each.has("disposition")]
    if not own:
        yield from [Finding((), say("L003.none", code=item.code)) for each in active[:1] if not each.state]
    elif not item.has("disposition"):
        yield from (_bare(each) for each in active if not each.state)
    elif len(own) == len(active):
        also = tuple(item.record.locate(*each.place("disposition")) for each in own)
        yield Finding(("disposition",), say("L003.surplus", code=item.code, count=len(own)), also)


def _still_moved(item: Item) -> Iterator[Finding]:
    also = (item.record.locate("status"),)
    for place in dict.fromkeys(each.place("disposition", "state") for each in item.transferred):
        yield Finding(place, say("L003.withdrawn", code=item.code), also)


def _bare(handling: Handling) -> Finding:
    words = {"code": handling.id, "suffix": handling.suffix, "name": handling.name}
    return Finding(handling.pointer, say("L003.handling", **words))
