"""L001."""

from collections.abc import Iterator

from xuke.check.near import near_name
from xuke.check.superior import counterpart, superior_items
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item

#: Ranks of documents that let a locality set a licence of its own.
_LOCAL = {"local_regulation", "provincial_rule"}


@rule("L001", Kind.ITEM, Kind.JURISDICTION)
def on_superior_list(item: Item, context: Context) -> Iterator[Finding]:
    """An item is on the superior's list, or set by a local regulation that it cites."""
    listed = superior_items(item.jurisdiction, context)
    if not listed or item.is_parent or item.text("status") == "withdrawn" or _is_local(item):
        return
    if counterpart(item, context) is None:
        near = near_name(item.name, [each.name for each in listed])
        name = "L001.near" if near else "L001.missing"
        yield Finding(
            ("code",), say(name, code=item.code, name=item.name, **({"near": near} if near else {}))
        )


def _is_local(item: Item) -> bool:
    return any(each.text("role") == "sets" and each.text("rank") in _LOCAL for each in item.parts("bases"))
