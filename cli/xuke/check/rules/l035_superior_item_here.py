"""L035."""

from collections.abc import Iterator

from xuke.check.superior import SEES, counterpart, is_withdrawn, renumbered, superior_items
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item, View

#: The level of exercise that a level of government answers for.
_EXERCISED = {"county": "county", "city": "county", "district": "county", "prefecture": "prefecture"}


@rule("L035", Kind.JURISDICTION, Kind.ITEM, is_wide=True, sees=SEES)
def superior_item_here(reform: View, context: Context) -> Iterator[Finding]:
    """Every item that the superior's list gives to this level is in the own list; L001 tells old codes."""
    above = superior_items(reform.jurisdiction, context)
    mine = context.register(reform.jurisdiction).items if above else []
    level = _EXERCISED.get(reform.text("jurisdiction", "level"))
    found = {each.code for item in mine for each in _answering(item, context)}
    for listed in above if mine else ():
        if listed.text("level") == level and listed.code not in found and _is_in_force(listed, context):
            words = {"code": listed.code, "name": listed.name}
            yield Finding((), say("L035.missing", **words), (listed.record.locate("code"),))


def _answering(item: Item, context: Context) -> list[Item]:
    """What an item stands for: its like, or what goes on there under other codes."""
    listed = counterpart(item, context)
    return renumbered(item, context) or ([listed] if listed else [])


def _is_in_force(listed: Item, context: Context) -> bool:
    return not listed.is_parent and not is_withdrawn(listed, context.today)
