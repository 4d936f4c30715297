"""The list of the superior, to which the own list conforms."""

from xuke.model.names import even
from xuke.model.record import Kind, Record
from xuke.model.rule import Context
from xuke.model.views import Item, Part


def superior_items(jurisdiction: str, context: Context) -> list[Item]:
    """The items of the superior; none where it has no list or a part of it could not be read."""
    superior = context.register(jurisdiction).reform.text("jurisdiction", "superior")
    if not superior or not context.snapshot.is_whole(superior, Kind.ITEM):
        return []
    return context.register(superior).items


def counterpart(item: Item, context: Context) -> Item | None:
    """The superior's item of the same code, else the one whose number the item names."""
    superior = context.register(item.jurisdiction).reform.text("jurisdiction", "superior")
    same: Record | None = context.register(superior).get(Kind.ITEM, item.code) if superior else None
    if same is not None:
        return Item(same.fields, (), same)
    wanted = set(item.texts("superior_numbers"))
    listed = superior_items(item.jurisdiction, context) if wanted else []
    return next((each for each in listed if wanted & numbers_of(each)), None)


def alias_of(listed: Item, name: str) -> Part | None:
    """The entry of an item's alias table that has a name, whatever its dates."""
    return next((each for each in listed.parts("aliases") if even(each.text("name")) == even(name)), None)


def numbers_of(listed: Item) -> set[str]:
    """What names an item of the superior's list: its codes, and its numbers in lists above."""
    return {listed.code, listed.text("local_code"), *listed.texts("superior_numbers")} - {""}


def setting_bases(item: Item) -> set[str]:
    """The documents and articles that set a licence."""
    bases = (each for each in item.parts("bases") if each.text("role") == "sets")
    return {each.text("document") + each.text("article") for each in bases}
