"""L027."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item

#: States under which an item is handled in a hall of this jurisdiction.
_HANDLED = frozenset({"transferred", "resident", "excluded"})


@rule("L027", Kind.ITEM, Kind.JURISDICTION)
def window_authorised(item: Item, context: Context) -> Iterator[Finding]:
    """The window decides by full authority, or the law that demands a collective decision is cited."""
    here = [each for each in item.active() if each.state in _HANDLED and each.stated_text("hall")]
    kind = item.text("window_authority", "kind")
    if kind == "collective" and not item.has("window_authority", "basis"):
        yield Finding(("window_authority", "kind"), say("L027.no_law", code=item.code))
    policy = context.register(item.jurisdiction).policy
    if here and not kind and policy.get("window_authority") is True:
        yield Finding(here[0].place("hall"), say("L027.none", code=item.code))
