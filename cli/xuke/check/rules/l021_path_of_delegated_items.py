"""L021."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.place import Location
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Handling, Item


@rule("L021", Kind.ITEM, Kind.JURISDICTION, Kind.DEPARTMENT)
def path_of_delegated_items(item: Item, context: Context) -> Iterator[Finding]:
    """A power that a superior handed down reaches the bureau by the way that the plan prescribes."""
    register = context.register(item.jurisdiction)
    told = {"department_first": _not_taken_over, "bureau_first": _not_at_bureau}
    judge = told.get(register.policy.text("delegated_items"))
    if judge and item.text("power_source") == "delegated_down":
        yield from dict.fromkeys(found for each in item.active() for found in judge(each, register))


def _not_taken_over(handling: Handling, register: Register) -> Iterator[Finding]:
    if handling.is_transferred and handling.stated_text("origin", "kind") != "taken_over":
        code = handling.code_by("disposition")
        department = register.department_name(handling.stated_text("competent"))
        message = say("L021.department", code=code, department=department)
        yield Finding(handling.place("disposition", "state"), message, _policy(register))


def _not_at_bureau(handling: Handling, register: Register) -> Iterator[Finding]:
    if handling.state == "resident" and handling.organ != register.bureau:
        code, bureau = handling.code_by("disposition"), register.department_name(register.bureau)
        message = say("L021.bureau", code=code, bureau=bureau)
        yield Finding(handling.place("disposition", "state"), message, _policy(register))


def _policy(register: Register) -> tuple[Location, ...]:
    return register.place(Kind.JURISDICTION, register.jurisdiction, "policy", "delegated_items")
