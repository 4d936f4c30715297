"""Business items that stay with their department."""

from datetime import date

from xuke.model.register import Register
from xuke.model.views import Handling, Item

#: States of a disposition under which the department goes on deciding.
RETAINED = frozenset({"resident", "excluded"})


def retained(item: Item) -> list[Handling]:
    """The handlings that the department keeps."""
    return [each for each in item.active() if each.state in RETAINED]


def bound_to_hall(item: Item, register: Register, today: date) -> list[Handling]:
    """Those of them that no exclusion exempts from the hall; none whose exclusion is unknown."""
    return [each for each in retained(item) if not _may_stay_out(each, register, today)]


def _may_stay_out(handling: Handling, register: Register, today: date) -> bool:
    name = handling.disposition.text("exclusion")
    exclusion = register.exclusions.get(name)
    if exclusion is None:
        return bool(name) or handling.state == "excluded"
    return exclusion.text("hall") == "exempt" and exclusion.part("hall_period").covers(today)
