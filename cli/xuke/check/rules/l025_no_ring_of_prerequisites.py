"""L025."""

from collections import deque
from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Item, view


@rule(
    "L025",
    Kind.ITEM,
    beside=[Kind.ITEM],
    sees={Kind.ITEM: "prerequisites status"},
    own="prerequisites status",
)
def no_ring_of_prerequisites(item: Item, context: Context) -> Iterator[Finding]:
    """No item is its own prerequisite, not even by way of others; told at the smallest code of a ring."""
    register = context.register(item.jurisdiction)
    # Nearly every item needs none.
    ring = [] if not item.has("prerequisites") else _ring(item.code, register)
    if ring:
        following = ring[1] if ring[1:] else item.code
        place = ("prerequisites", item.texts("prerequisites").index(following))
        others = [other for code in ring[1:] for other in register.place(Kind.ITEM, code, "prerequisites")]
        yield Finding(place, say("L025.ring", ring=" > ".join([*ring, item.code])), tuple(others))


def _ring(start: str, register: Register) -> list[str]:
    """The shortest way from an item back to it through greater codes; empty without one."""
    ways, seen = deque([[start]]), {start}
    while ways:
        way = ways.popleft()
        needed = _needed(way[-1], register)
        if start in needed:
            return way
        fresh = [code for code in needed if code > start and code not in seen]
        seen.update(fresh)
        ways.extend([*way, code] for code in fresh)
    return []


def _needed(code: str, register: Register) -> list[str]:
    record = register.get(Kind.ITEM, code)
    it = view(record) if record else None
    return it.texts("prerequisites") if it and it.text("status") != "withdrawn" else []
