"""L002."""

from collections.abc import Iterator

from xuke.check.superior import SEES, by_number, renumbered, superior_items
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("L002", Kind.ITEM, Kind.JURISDICTION, is_wide=True, sees=SEES)
def superior_number_exists(item: Item, context: Context) -> Iterator[Finding]:
    """Every number of the superior's list that an item names is on that list; L001 tells old ones."""
    numbers = item.texts("superior_numbers")
    known = by_number(item.jurisdiction, context) if numbers else {}
    listed = superior_items(item.jurisdiction, context) if numbers else []
    unknown = [each for each in enumerate(numbers) if listed and each[1] not in known]
    later = renumbered(item, context) if unknown else []
    replaced = {part.text("code") for each in later for part in each.parts("replaces")}
    for index, number in unknown:
        if number not in replaced:
            yield Finding(("superior_numbers", index), say("L002.unknown", code=item.code, number=number))
