"""M015."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.place import Location
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Memo


@rule("M015", Kind.MEMORANDUM, Kind.JURISDICTION, Kind.DEPARTMENT)
def bureau_takes(memo: Memo, context: Context) -> Iterator[Finding]:
    """Giver and taker differ; the taker is the bureau, or its predecessor until the bureau is established."""
    register = context.register(memo.jurisdiction)
    taker = memo.text("taker")
    fault = _fault(memo, taker, register) if taker in register.departments else ""
    if fault:
        taker, bureau = map(register.department_name, (taker, register.bureau))
        message = say(f"M015.{fault}", taker=taker, bureau=bureau)
        yield Finding(("taker",), message, _other_side(fault, memo, register))


def _other_side(fault: str, memo: Memo, register: Register) -> tuple[Location, ...]:
    reform = register.get(Kind.JURISDICTION, memo.jurisdiction)
    if fault == "same" or reform is None:
        return (memo.record.locate("giver"),)
    return (reform.locate("bureau", "established" if fault == "established" else "department"),)


def _fault(memo: Memo, taker: str, register: Register) -> str:
    if taker == memo.giver:
        return "same"
    if taker == register.bureau or register.bureau not in register.departments:
        return ""
    if taker != register.predecessor:
        return "other"
    return "" if _in_time(memo, register) else "established"


def _in_time(memo: Memo, register: Register) -> bool:
    """Whether the predecessor could still sign."""
    bureau = register.reform.part("bureau")
    signed, established = memo.day("signed"), bureau.day("established")
    if signed and established:
        return signed < established
    return bureau.text("state") != "established"
