"""L006."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Department, Handling, Item


@rule("L006", Kind.ITEM, Kind.JURISDICTION, Kind.DEPARTMENT)
def retained_item_resides(item: Item, context: Context) -> Iterator[Finding]:
    """A retained item sits in the hall and in its department's approval section, unless exempt."""
    register = context.register(item.jurisdiction)
    if register.policy.get("retained_in_hall") is True:
        bound = (each for each in item.active() if _is_bound(each, register, context))
        yield from dict.fromkeys(finding for each in bound for finding in _findings(each, register))


def _is_bound(handling: Handling, register: Register, context: Context) -> bool:
    name = handling.disposition.text("exclusion")
    exclusion = register.exclusions.get(name)
    if exclusion is None:
        return handling.state == "resident" and not name
    exempt = exclusion.text("hall") == "exempt" and exclusion.part("hall_period").covers(context.today)
    return handling.state in {"resident", "excluded"} and not exempt


def _findings(handling: Handling, register: Register) -> Iterator[Finding]:
    if not handling.stated_text("hall"):
        exclusion = register.exclusions.get(handling.disposition.text("exclusion"))
        message = say("L006.hall", code=handling.code_by("disposition"), others="")
        cause = f"{register.jurisdiction}/{exclusion.text('id')}" if exclusion else ""
        place = handling.place("disposition", "state")
        yield Finding(place, message, register.stands(exclusion), cause=cause)
    department = register.departments.get(handling.stated_text("competent"))
    if department:
        yield from _section(handling, department)


def _section(handling: Handling, department: Department) -> Iterator[Finding]:
    names = {each.text("id"): each.text("name") for each in department.parts("sections")}
    expected, found = department.text("approval_section"), handling.stated_text("section")
    if expected in names and found != expected and found in {"", *names}:
        words = {"code": handling.code_by("disposition", "section"), "found": names.get(found, "")}
        name = "L006.section" if found else "L006.no_section"
        message = say(name, id=expected, expected=names[expected], **words)
        place = handling.place(*(("section",) if found else ("disposition", "state")))
        yield Finding(place, message, (department.record.locate("approval_section"),))
