"""L005."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Handling, Item, Part


@rule("L005", Kind.ITEM, Kind.JURISDICTION)
def excluded_not_transferred(item: Item, context: Context) -> Iterator[Finding]:
    """What falls under an exclusion from transfer is not transferred while the exclusion lasts."""
    register = context.register(item.jurisdiction)
    moved = (each for each in item.active() if each.is_transferred)
    yield from dict.fromkeys(found for each in moved for found in _findings(each, register, context))


def _findings(handling: Handling, register: Register, context: Context) -> Iterator[Finding]:
    exclusion = register.exclusions.get(handling.disposition.text("exclusion"), Part({}, ()))
    lasts = exclusion.part("transfer_period").covers(handling.effective or context.today)
    if exclusion.text("transfer") == "excluded" and lasts:
        also = register.place(Kind.JURISDICTION, register.jurisdiction, *exclusion.pointer, "transfer")
        words = {"code": handling.code_by("disposition"), "exclusion": exclusion.text("name")}
        yield Finding(handling.place("disposition", "state"), say("L005.transferred", **words), also)
