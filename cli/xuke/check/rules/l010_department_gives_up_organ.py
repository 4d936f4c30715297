"""L010."""

from collections.abc import Iterator

from xuke.check.transfers import moved
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Handling, Item


@rule("L010", Kind.ITEM, Kind.JURISDICTION, beside=[Kind.DEPARTMENT])
def department_gives_up_organ(item: Item, context: Context) -> Iterator[Finding]:
    """From the effective date the department is organ of nothing that it handed over."""
    register = context.register(item.jurisdiction)
    handed_over = moved(item, context.today)
    kept = (each for each in handed_over if each.organ == item.competent != register.bureau)
    yield from dict.fromkeys(_finding(each, register) for each in kept)


def _finding(handling: Handling, register: Register) -> Finding:
    words = {
        "code": handling.code_by("disposition", "organ"),
        "day": handling.disposition.text("effective"),
        "department": register.department_name(handling.organ),
    }
    also = (handling.record.locate(*handling.place("disposition", "effective")),)
    return Finding(handling.place("organ"), say("L010.organ", **words), also)
