"""L001."""

from collections.abc import Iterator

from xuke.check.superior import alias_of, counterpart, superior_items
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item
from xuke.words.near import nearest

#: Ranks of documents that let a locality set a licence of its own.
_LOCAL = {"local_regulation", "provincial_rule"}


@rule("L001", Kind.ITEM, Kind.JURISDICTION, is_wide=True)
def on_superior_list(item: Item, context: Context) -> Iterator[Finding]:
    """An item is on the superior's list, or set by a local regulation that it cites."""
    listed = superior_items(item.jurisdiction, context)
    if not listed or item.is_parent or item.text("status") == "withdrawn" or _is_local(item):
        return
    if counterpart(item, context) is None:
        yield _finding(item, listed)


def _finding(item: Item, listed: list[Item]) -> Finding:
    """What is known of the name: the alias table comes first, likeness is only a question."""
    words = {"code": item.code, "name": item.name}
    known = next((each for each in listed if alias_of(each, item.name)), None)
    near = nearest(item.name, [each.name for each in listed]) if known is None else None
    other = listed[near.place] if near else known
    if other is None:
        return Finding(("code",), say("L001.missing", **words))
    if known is None:
        message = say("L001.near", **words, other=other.code, expected=other.name)
    else:
        message = say("L001.alias", **words, other=other.code, expected=other.name)
    return Finding(("code",), message, (other.record.locate("name"),))


def _is_local(item: Item) -> bool:
    return any(each.text("role") == "sets" and each.text("rank") in _LOCAL for each in item.parts("bases"))
