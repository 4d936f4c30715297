"""M017."""

from collections.abc import Iterator
from itertools import product

from xuke.model.diagnostic import Finding, Label, Message, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Memo, Part

#: What is pushed, and which way, where the policy does not say.
INFORMATION = ("approval", "supervision", "enforcement")
DIRECTIONS = ("bureau_to_department", "department_to_bureau")


@rule("M017", Kind.MEMORANDUM, Kind.JURISDICTION)
def push_both_ways(memo: Memo, context: Context) -> Iterator[Finding]:
    """The push of information covers what the plan wants; without a plan, all three kinds both ways."""
    register = context.register(memo.jurisdiction)
    found = {(row.text("information"), row.text("direction")) for row in memo.parts("push")}
    missing = [pair for pair in _wanted(register, is_agreed=bool(found)) if pair not in found]
    if missing and (found or "push" not in register.policy.texts("clauses")):
        pairs = tuple(_pair(*each) for each in missing)
        also = register.place(Kind.JURISDICTION, memo.jurisdiction, "policy", "push")
        yield Finding(
            ("push",),
            say("M017.missing", pairs=pairs, others=""),
            also if register.policy.has("push") else (),
            cause="/".join((memo.jurisdiction, *map("_".join, missing))),
        )


def _wanted(register: Register, *, is_agreed: bool) -> list[tuple[str, str]]:
    rows = register.policy.parts("push")
    by_policy = [(row.text("information"), _way(row)) for row in rows]
    return by_policy or (list(product(INFORMATION, DIRECTIONS)) if is_agreed else [])


def _way(row: Part) -> str:
    return f"{row.text('from')}_to_{row.text('to')}"


def _pair(information: str, direction: str) -> Message:
    what = Label("memorandum", ("push", "information"), information)
    return say("M017.pair", what=what, way=Label("memorandum", ("push", "direction"), direction))
