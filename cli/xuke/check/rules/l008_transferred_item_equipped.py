"""L008."""

from collections.abc import Iterator
from datetime import date

from xuke.check.transfers import moved
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Handling, Item


@rule("L008", Kind.ITEM, Kind.JURISDICTION, Kind.DEPARTMENT, Kind.SEAL)
def transferred_item_equipped(item: Item, context: Context) -> Iterator[Finding]:
    """From its effective date a transferred item has the bureau as organ, a hall and the bureau's seal."""
    register, today = context.register(item.jurisdiction), context.today
    if register.bureau in register.departments:
        handed_over = moved(item, today)
        yield from dict.fromkeys(found for each in handed_over for found in _findings(each, register, today))


def _findings(handling: Handling, register: Register, today: date) -> Iterator[Finding]:
    code, organ = handling.code_by("disposition"), handling.organ
    if organ in register.departments and organ not in {register.bureau, handling.stated_text("competent")}:
        names = {
            "found": register.department_name(organ),
            "bureau": register.department_name(register.bureau),
        }
        yield Finding(handling.place("organ"), say("L008.organ", code=code, **names))
    if not handling.stated_text("hall"):
        yield Finding(handling.place("disposition", "state"), say("L008.hall", code=code))
    yield from _seal(handling, register, (handling.effective or today, today))


def _seal(handling: Handling, register: Register, days: tuple[date, ...]) -> Iterator[Finding]:
    uses = [(use, register.seals.get(use.text("seal"))) for use in handling.stated_parts("seals")]
    own = [(use, seal) for use, seal in uses if seal and seal.text("owner") == register.bureau]
    bare = [day for day in days if not any(use.covers(day) and seal.covers(day) for use, seal in own)]
    if bare and all(seal and seal.text("owner") in register.departments for _, seal in uses):
        name = "L008.period" if own else "L008.other_seal" if uses else "L008.no_seal"
        found = tuple(dict.fromkeys(seal.name for _, seal in own or uses if seal))
        words = {"code": handling.code_by("disposition", "seals"), "day": bare[0].isoformat()}
        bureau = register.department_name(register.bureau)
        also = tuple(dict.fromkeys(seal.record.locate() for _, seal in own))
        place = handling.place(*(("seals",) if uses else ("disposition", "state")))
        message = say(name, bureau=bureau, found=found, others="", **words)
        names = "+".join(use.text("seal") for use, _ in uses)
        yield Finding(place, message, also, cause=f"{register.jurisdiction}/{names}" if names else "")
