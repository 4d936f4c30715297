"""L009."""

from collections.abc import Iterator
from datetime import date, timedelta

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Handling, Item, Part, View


@rule("L009", Kind.ITEM, Kind.JURISDICTION, Kind.DEPARTMENT, Kind.SEAL)
def seal_of_transition(item: Item, context: Context) -> Iterator[Finding]:
    """Until its transfer takes effect, the result carries the seal that the plan prescribes."""
    register = context.register(item.jurisdiction)
    owners = {"department": (item.competent,), "bureau": (register.bureau, register.predecessor)}
    expected = owners.get(register.policy.text("transition_seal"), ())
    waiting = [each for each in item.active() if each.is_transferred and expected]
    found = (each for one in waiting for each in _findings(one, expected, register, context.today))
    yield from dict.fromkeys(found)


def _findings(
    handling: Handling, expected: tuple[str, ...], register: Register, today: date
) -> Iterator[Finding]:
    last = _last_day(handling, register, today)
    names = tuple(register.department_name(each) for each in expected if each)
    for use in handling.stated_parts("seals"):
        seal = register.seals.get(use.text("seal"))
        is_own = seal is None or seal.text("owner") not in register.departments.keys() - {*expected}
        if seal and not is_own and _is_used(use, seal, register, last):
            words = {"code": handling.code_by("seals"), "seal": seal.name, "day": str(last)}
            message = say("L009.seal", expected=names, **words)
            yield Finding((*use.pointer, "seal"), message, (seal.record.locate("owner"),))


def _last_day(handling: Handling, register: Register, today: date) -> date:
    starts = (handling.effective, register.reform.day("bureau", "established"))
    ends = [start - timedelta(days=1) for start in starts if start]
    return min([*ends, *filter(None, [register.policy.day("transition", "until")])], default=today)


def _is_used(use: Part, seal: View, register: Register, last: date) -> bool:
    # A seal of the bureau without a first day starts with an event: 由事件起算的写 null.
    is_open = seal.text("owner") != register.bureau
    start = use.day("from") or (date.min if is_open else date.max)
    first = register.policy.day("transition", "from") or date.min
    return first <= last and start <= last and (use.day("until") or date.max) >= first
