"""L002."""

from collections.abc import Iterator

from xuke.check.superior import numbers_of, superior_items
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("L002", Kind.ITEM, Kind.JURISDICTION, is_wide=True)
def superior_number_exists(item: Item, context: Context) -> Iterator[Finding]:
    """Every number of the superior's list that an item names is on that list."""
    listed = superior_items(item.jurisdiction, context)
    known = {number for each in listed for number in numbers_of(each)}
    for index, number in enumerate(item.texts("superior_numbers")):
        if listed and number not in known:
            yield Finding(("superior_numbers", index), say("L002.unknown", code=item.code, number=number))
