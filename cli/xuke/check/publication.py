"""What the public can read of an item."""

from datetime import date

from xuke.model.diagnostic import Label
from xuke.model.views import Item

#: Texts that an applicant needs; the handbook is for the officials.
_FOR_ALL = ("guide", "standard")


def unpublished(item: Item, today: date) -> tuple[Label, ...]:
    """Which of guide and approval standard are not published yet."""
    days = ((each.text("kind"), each.day("published")) for each in item.parts("guides"))
    out = {kind for kind, day in days if day and day <= today}
    return tuple(Label("items/item", ("guides", "kind"), kind) for kind in _FOR_ALL if kind not in out)
