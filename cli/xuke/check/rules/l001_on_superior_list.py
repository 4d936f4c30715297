"""L001."""

from collections.abc import Iterator

from xuke.check.superior import alias_of, counterpart, superior_items
from xuke.model.diagnostic import Finding, Message, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item
from xuke.words.near import near_name

#: Ranks of documents that let a locality set a licence of its own.
_LOCAL = {"local_regulation", "provincial_rule"}


@rule("L001", Kind.ITEM, Kind.JURISDICTION, is_wide=True)
def on_superior_list(item: Item, context: Context) -> Iterator[Finding]:
    """An item is on the superior's list, or set by a local regulation that it cites."""
    listed = superior_items(item.jurisdiction, context)
    if not listed or item.is_parent or item.text("status") == "withdrawn" or _is_local(item):
        return
    if counterpart(item, context) is None:
        yield Finding(("code",), _message(item, listed))


def _message(item: Item, listed: list[Item]) -> Message:
    """What is known of the name: the alias table comes first, likeness is only a question."""
    words = {"code": item.code, "name": item.name}
    known = next((each for each in listed if alias_of(each, item.name)), None)
    if known is not None:
        return say("L001.alias", **words, other=known.code, expected=known.name)
    near = near_name(item.name, [each.name for each in listed])
    return say("L001.near", **words, near=near) if near else say("L001.missing", **words)


def _is_local(item: Item) -> bool:
    return any(each.text("role") == "sets" and each.text("rank") in _LOCAL for each in item.parts("bases"))
