"""L019."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item

_ENTRUSTED = frozenset({"entrusted_by_superior", "entrusted_same_level"})
_NEEDED = ("letter", "entruster", "from", "until", "announcement")


@rule("L019", Kind.ITEM)
def entrustment_complete(item: Item, context: Context) -> Iterator[Finding]:
    """An entrusted item has letter, entruster, term and announcement, and the term is not over."""
    states = {each.state for each in item.active()}
    if item.text("power_source") not in _ENTRUSTED or states <= {"cancelled", "suspended"}:
        return
    missing = tuple(each for each in _NEEDED if not item.has("entrustment", each))
    if missing:
        fields = tuple(Label("items/item", ("entrustment", each)) for each in missing)
        place = ("entrustment", missing[0]) if item.has("entrustment") else ("power_source",)
        yield Finding(place, say("L019.missing", code=item.code, fields=fields))
    until = item.day("entrustment", "until")
    if until and until < context.today:
        yield Finding(("entrustment", "until"), say("L019.over", code=item.code, day=str(until)))
