"""F004."""

from collections.abc import Iterator
from datetime import date

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("F004", Kind.POST, Kind.JURISDICTION)
def no_move_in_freeze(post: View, context: Context) -> Iterator[Finding]:
    """Nobody is moved for a time while moves are frozen; who goes along with items is no such move."""
    register, day = context.register(post.jurisdiction), post.day("on")
    freeze = register.policy.part("staffing", "freeze")
    is_temporary = post.text("engagement") == "secondment" and not post.texts("items")
    if freeze.get("temporary_moves") is True and is_temporary and day and _is_frozen(register, day):
        also = register.place(Kind.JURISDICTION, post.jurisdiction, *freeze.pointer)
        yield Finding(("on",), say("F004.frozen", day=str(day)), also)


def _is_frozen(register: Register, day: date) -> bool:
    """Whether the freeze covers a day; a side that is not dated is that of the reform's phases."""
    freeze, phases = register.policy.part("staffing", "freeze"), register.reform.parts("phases")
    first = freeze.day("from") or (phases[0].day("from") if phases else None)
    until = freeze.day("until")
    if until is None and phases and not freeze.text("until_event"):
        until = phases[-1].day("until")
    return (first or date.min) <= day <= (until or date.max)
