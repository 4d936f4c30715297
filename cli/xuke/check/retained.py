"""Business items that stay with their department."""

from datetime import date

from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context
from xuke.model.views import Handling, Item, at

#: States of a disposition under which the department goes on deciding.
RETAINED = frozenset({"resident", "excluded"})


def retained(item: Item) -> list[Handling]:
    """The handlings that the department keeps."""
    return [each for each in item.active() if each.state in RETAINED]


def bound_to_hall(item: Item, register: Register, today: date) -> list[Handling]:
    """Those of them that no exclusion exempts from the hall; none whose exclusion is unknown."""
    return [each for each in retained(item) if not _may_stay_out(each, register, today)]


def main_hall(handling: Handling, register: Register) -> str:
    """The id of the hall where it is handled; empty for a branch or another place."""
    hall = register.get(Kind.HALL, handling.stated_text("hall"))
    return hall.key.id if hall and at(hall.fields, "kind") == "hall" else ""


def first_in_hall(department: str, register: Register, context: Context) -> Handling:
    """The first that a department keeps in a main hall; of one that keeps any there."""
    name = ("first in a hall", register.jurisdiction, department)
    if name not in context.indexes:
        others = register.of_department(department)
        bound = (each for other in others for each in bound_to_hall(other, register, context.today))
        context.indexes[name] = next(each for each in bound if main_hall(each, register))
    found: Handling = context.indexes[name]
    return found


def _may_stay_out(handling: Handling, register: Register, today: date) -> bool:
    name = handling.disposition.text("exclusion")
    exclusion = register.exclusions.get(name)
    if exclusion is None:
        return bool(name) or handling.state == "excluded"
    return exclusion.text("hall") == "exempt" and exclusion.part("hall_period").covers(today)
