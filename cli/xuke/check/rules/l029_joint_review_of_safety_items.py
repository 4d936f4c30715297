"""L029."""

from collections.abc import Iterator
from datetime import date

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Handling, Item, Part


@rule("L029", Kind.ITEM, Kind.JURISDICTION, Kind.MEMORANDUM, beside=[Kind.DEPARTMENT])
def joint_review_of_safety_items(item: Item, context: Context) -> Iterator[Finding]:
    """A transferred item of a sensitive field has a joint review, led by the bureau.

    Only where the plan wants joint reviews; what the plan keeps from transfer L005 tells.
    """
    register = context.register(item.jurisdiction)
    moved = [each for each in item.active() if _is_sensitive(each, register, context.today)]
    if moved and _is_led_by_bureau(_row(register.policy)):
        yield from dict.fromkeys(found for each in moved for found in _findings(each, register))


def _is_sensitive(handling: Handling, register: Register, today: date) -> bool:
    exclusion = register.exclusions.get(handling.disposition.text("exclusion"))
    if not handling.is_transferred or exclusion is None:
        return False
    lasts = exclusion.part("transfer_period").covers(handling.effective or today)
    return not (lasts and exclusion.text("transfer") == "excluded")


def _row(stages: Part) -> Part:
    found = (each for each in stages.parts("stages") if each.text("stage") == "joint_review")
    return next(found, Part({}, ()))


def _is_led_by_bureau(row: Part) -> bool:
    return any(each.text("lead") == "bureau" for each in row.parts("periods"))


def _findings(handling: Handling, register: Register) -> Iterator[Finding]:
    place, code = handling.place("disposition", "exclusion"), handling.code_by("disposition")
    procedures = handling.stated_parts("special_procedures")
    if not any(each.text("kind") == "joint_review" for each in procedures):
        yield Finding(place, say("L029.none", code=code))
    for memo, _ in register.memoranda_listing(handling.id):
        if (row := _row(memo)).has("periods") and not _is_led_by_bureau(row):
            yield Finding(place, say("L029.lead", code=code), (memo.record.locate(*row.pointer),))
