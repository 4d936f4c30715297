"""Who decides: the approval bureau or the other organs (实施机关)."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from xuke.figures.transfer import Transfer, transfer_of
from xuke.model.diagnostic import say
from xuke.model.register import Register
from xuke.model.views import Handling, Item


class Decider(StrEnum):
    """Who decides on a business item, or on all those of an item; ``both`` is of items only."""

    BUREAU = "bureau"
    OTHERS = "others"
    BOTH = "both"
    UNSTATED = "unstated"


#: What they are called.
NAMES = {
    Decider.BUREAU: say("stats.organ_bureau"),
    Decider.OTHERS: say("stats.organ_others"),
    Decider.BOTH: say("stats.organ_both"),
    Decider.UNSTATED: say("stats.organ_unstated"),
}


def bureaus(register: Register) -> frozenset[str]:
    """The bureau that the reform names; where it names none, every unit whose kind is bureau."""
    if register.bureau:
        return frozenset((register.bureau,))
    units = register.departments.items()
    return frozenset(name for name, unit in units if unit.text("kind") == "bureau")


def by_decider(items: Iterable[Item], register: Register) -> dict[Decider, tuple[list[Item], Transfer]]:
    """Items by who decides on all their business items; each of these counts where its own organ stands.

    Both sums, of items and of business items, are those of all items together.
    """
    known, found = bureaus(register), {each: list[Item]() for each in Decider}
    rows = {each: list[Handling]() for each in Decider}
    for item in items:
        deciders = [_decider(each.organ, known) for each in item.handlings()]
        found[_together(set(deciders))].append(item)
        for each, handling in zip(deciders, item.handlings(), strict=True):
            rows[each].append(handling)
    return {
        each: (found[each], _with_rows(found[each], rows[each]))
        for each in Decider
        if found[each] or rows[each]
    }


def _decider(organ: str, known: frozenset[str]) -> Decider:
    if not organ:
        return Decider.UNSTATED
    return Decider.BUREAU if organ in known else Decider.OTHERS


def _together(deciders: set[Decider]) -> Decider:
    if Decider.UNSTATED in deciders:
        return Decider.UNSTATED
    return deciders.pop() if len(deciders) == 1 else Decider.BOTH


def _with_rows(items: list[Item], rows: list[Handling]) -> Transfer:
    moved = sum(each.is_transferred for each in rows)
    return replace(transfer_of(items), handlings=len(rows), handlings_moved=moved)
