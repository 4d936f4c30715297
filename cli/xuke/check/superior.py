"""The list of the superior, to which the own list conforms."""

from datetime import date

from xuke.model.files import seat
from xuke.model.names import even
from xuke.model.record import Kind, Record
from xuke.model.register import Register
from xuke.model.rule import Context
from xuke.model.views import Item, Part

#: What is looked at where an item is held against the superior's list.
SEES = {
    Kind.ITEM: "competent status disposition superior_numbers local_code replaces name aliases bases level",
    Kind.JURISDICTION: "jurisdiction",
    Kind.DEPARTMENT: "order",
}

#: Ranks of documents that let a locality set a licence of its own.
_LOCAL = {"local_regulation", "provincial_rule"}


def superior_items(jurisdiction: str, context: Context) -> list[Item]:
    """The items of the superior; none where it has no list or a part of it could not be read."""
    superior = superior_of(jurisdiction, context)
    return superior.items if superior and context.snapshot.is_whole(superior.jurisdiction, Kind.ITEM) else []


def emptied_above(jurisdiction: str, context: Context) -> list[str]:
    """The superior's files of items where none of them holds an item."""
    superior = superior_of(jurisdiction, context)
    if superior is None or superior.items or not context.snapshot.is_whole(superior.jurisdiction, Kind.ITEM):
        return []
    seats = ((path, seat(path)) for path in context.snapshot.paths)
    return [
        path
        for path, it in seats
        if it and it.jurisdiction == superior.jurisdiction and Kind.ITEM in it.kind.kinds
    ]


def superior_of(jurisdiction: str, context: Context) -> Register | None:
    """The superior's part of the register; None where none is named."""
    name = ("superior", jurisdiction)
    if name not in context.indexes:
        superior = context.register(jurisdiction).reform.text("jurisdiction", "superior")
        context.indexes[name] = context.register(superior) if superior else None
    found: Register | None = context.indexes[name]
    return found


def by_number(jurisdiction: str, context: Context) -> dict[str, list[Item]]:
    """The items of the superior by each of what names them."""
    name = ("numbered", jurisdiction)
    if name not in context.indexes:
        known: dict[str, list[Item]] = {}
        for each in superior_items(jurisdiction, context):
            for number in numbers_of(each):
                known.setdefault(number, []).append(each)
        context.indexes[name] = known
    found: dict[str, list[Item]] = context.indexes[name]
    return found


def counterpart(item: Item, context: Context) -> Item | None:
    """The superior's item of the same code, else the one whose number the item names; one in force first."""
    superior = superior_of(item.jurisdiction, context)
    same: Record | None = superior.get(Kind.ITEM, item.code) if superior else None
    own = [Item(same.fields, (), same)] if same is not None else []
    if own and not is_withdrawn(own[0], context.today):
        return own[0]
    wanted = set(item.texts("superior_numbers"))
    known = by_number(item.jurisdiction, context) if wanted else {}
    named = {each.code for number in wanted for each in known.get(number, ())}
    own += (
        [each for each in superior_items(item.jurisdiction, context) if each.code in named] if named else []
    )
    return next((each for each in own if not is_withdrawn(each, context.today)), next(iter(own), None))


def is_withdrawn(listed: Item, today: date) -> bool:
    """Whether an item has gone from the superior's list; one that goes on a later day still stands there."""
    return listed.text("status") == "withdrawn" and (listed.day("disposition", "effective") or today) <= today


def answers(item: Item) -> bool:
    """Whether an item has to be on the superior's list: no heading, in force, and set by nothing local."""
    is_local = any(
        each.text("role") == "sets" and each.text("rank") in _LOCAL for each in item.parts("bases")
    )
    return not (item.is_parent or item.text("status") == "withdrawn" or is_local)


def renumbered(item: Item, context: Context) -> list[Item]:
    """What an item that has to be on the superior's list stands for there under other codes by now."""
    if not answers(item):
        return []
    listed = counterpart(item, context)
    return _successors(item, context) if listed is None or is_withdrawn(listed, context.today) else []


def _successors(item: Item, context: Context) -> list[Item]:
    """The superior's items that say that they replace what an item names."""
    known = _replacing(item.jurisdiction, context)
    found = [each for name in (item.code, *item.texts("superior_numbers")) for each in known.get(name, ())]
    return list({each.code: each for each in found}.values())


def _replacing(jurisdiction: str, context: Context) -> dict[str, list[Item]]:
    """The superior's items in force by each code that they replace."""
    name = ("replacing", jurisdiction)
    if name not in context.indexes:
        found: dict[str, list[Item]] = {}
        for each in superior_items(jurisdiction, context):
            for part in () if is_withdrawn(each, context.today) else each.parts("replaces"):
                found.setdefault(part.text("code"), []).append(each)
        context.indexes[name] = found
    known: dict[str, list[Item]] = context.indexes[name]
    return known


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
