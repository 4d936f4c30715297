"""V002."""

from collections.abc import Iterator

from xuke.check.renumbered import replaced_codes, successor
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, Needs, rule
from xuke.model.views import Item, View


@rule("V002", Kind.JURISDICTION, Kind.ITEM, needs=Needs.BASE)
def removed_item_cancelled(reform: View, context: Context) -> Iterator[Finding]:
    """An item is first cancelled by a document and only later removed; V003 judges renumbering."""
    register, base = (each(reform.jurisdiction) for each in (context.register, context.base_register))
    gone = [item for item in base.items if register.get(Kind.ITEM, item.code) is None]
    replaced = replaced_codes(register)
    for item in gone:
        if not _is_over(item) and item.code not in replaced and successor(item, register, base) is None:
            yield Finding((), say("V002.removed", code=item.code, name=item.name), about=item.record)


def _is_over(item: Item) -> bool:
    states = {each.state for each in item.handlings()}
    return item.text("status") == "withdrawn" or states == {"cancelled"}
