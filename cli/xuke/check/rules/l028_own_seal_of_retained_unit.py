"""L028."""

from collections.abc import Iterator
from datetime import date

from xuke.check.retained import retained
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Handling, Item, View


@rule("L028", Kind.ITEM, Kind.SEAL, Kind.DEPARTMENT, Kind.HALL)
def own_seal_of_retained_unit(item: Item, context: Context) -> Iterator[Finding]:
    """What a department keeps carries the department's own seal, used where the seal may be used."""
    register = context.register(item.jurisdiction)
    kept = retained(item)
    found = (each for one in kept for each in _findings(one, register, context.today))
    yield from dict.fromkeys(found)


def _findings(handling: Handling, register: Register, today: date) -> Iterator[Finding]:
    competent, hall = handling.stated_text("competent"), handling.stated_text("hall")
    for use in handling.stated_parts("seals"):
        seal, is_over = register.seals.get(use.text("seal")), (use.day("until") or today) < today
        if seal is None or is_over or seal.text("owner") not in register.departments:
            continue
        code, place = handling.code_by("disposition", "seals"), (*use.pointer, "seal")
        if seal.text("owner") != competent:
            owner, department = map(register.department_name, (seal.text("owner"), competent))
            message = say("L028.owner", code=code, seal=seal.name, owner=owner, department=department)
            yield Finding(place, message, (seal.record.locate("owner"),))
        elif not _may_be_used(seal, name := register.printed_name("hall", hall)):
            places = tuple(seal.texts("places"))
            message = say("L028.place", code=code, seal=seal.name, hall=name, places=places)
            yield Finding(place, message, (seal.record.locate("places"),))


def _may_be_used(seal: View, hall: str) -> bool:
    places = seal.texts("places")
    return not places or not hall or any(hall in each or each in hall for each in places)
