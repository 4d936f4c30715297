"""L007."""

from collections.abc import Iterator

from xuke.check.publication import unpublished
from xuke.check.retained import bound_to_hall, first_in_hall, main_hall
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Handling, Item

_SEEN = "competent status disposition handlings hall suffix"
_SEES = {
    Kind.ITEM: _SEEN,
    Kind.JURISDICTION: "policy",
    Kind.HALL: "kind name title",
    Kind.DEPARTMENT: "order",
}
_BESIDE = (Kind.DEPARTMENT, Kind.ITEM)


@rule("L007", Kind.ITEM, Kind.JURISDICTION, Kind.HALL, beside=_BESIDE, sees=_SEES, own=f"{_SEEN} guides")
def section_resides_and_publishes(item: Item, context: Context) -> Iterator[Finding]:
    """What a department keeps it handles in one hall, by rules that are published."""
    register, today = context.register(item.jurisdiction), context.today
    bound = bound_to_hall(item, register, today)
    if register.policy.get("retained_in_hall") is True:
        yield from dict.fromkeys(found for each in bound for found in _apart(each, register, context))
    if bound and register.policy.get("publish_retained") is True and (missing := unpublished(item, today)):
        place = bound[0].place("disposition", "state")
        yield Finding(place, say("L007.unpublished", code=item.code, missing=missing))


def _apart(handling: Handling, register: Register, context: Context) -> Iterator[Finding]:
    found = main_hall(handling, register)
    if not found:
        return
    first = first_in_hall(handling.stated_text("competent"), register, context)
    if found != (expected := main_hall(first, register)):
        words = {
            "code": handling.code_by("hall"),
            "found": register.printed_name("hall", found),
            "expected": register.printed_name("hall", expected),
            "other": first.code_by("hall"),
        }
        also = (first.record.locate(*first.place("hall")),)
        yield Finding(handling.place("hall"), say("L007.apart", **words), also)
