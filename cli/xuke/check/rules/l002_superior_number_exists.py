"""L002."""

from collections.abc import Iterator

from xuke.check.superior import numbers_of, renumbered, superior_items
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("L002", Kind.ITEM, Kind.JURISDICTION, is_wide=True)
def superior_number_exists(item: Item, context: Context) -> Iterator[Finding]:
    """Every number of the superior's list that an item names is on that list; L001 tells old ones."""
    listed = superior_items(item.jurisdiction, context)
    replaced = {part.text("code") for each in renumbered(item, context) for part in each.parts("replaces")}
    known = {number for each in listed for number in numbers_of(each)}
    for index, number in enumerate(item.texts("superior_numbers")):
        if listed and number not in known and number not in replaced:
            yield Finding(("superior_numbers", index), say("L002.unknown", code=item.code, number=number))
