"""L004."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Handling, Item


@rule("L004", Kind.ITEM, Kind.JURISDICTION)
def exclusion_named(item: Item, context: Context) -> Iterator[Finding]:
    """An excluded item names the exclusion that it falls under."""
    register = context.register(item.jurisdiction)
    excluded = (each for each in item.active() if each.state == "excluded")
    nameless = (each for each in excluded if not each.disposition.has("exclusion"))
    yield from dict.fromkeys(_finding(each, register) for each in nameless)


def _finding(handling: Handling, register: Register) -> Finding:
    place, code = handling.place("disposition", "state"), handling.code_by("disposition")
    if not register.exclusions:
        return Finding(place, say("L004.unconfigured", code=code))
    also = register.place(Kind.JURISDICTION, register.jurisdiction, "policy", "exclusions")
    return Finding(place, say("L004.nameless", code=code, known=tuple(register.exclusions)), also)
