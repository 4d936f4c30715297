"""M009."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Word, say
from xuke.model.limit import limit_said
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Memo, Part


@rule("M009", Kind.MEMORANDUM, Kind.JURISDICTION)
def push_has_deadline(memo: Memo, context: Context) -> Iterator[Finding]:
    """Every push of information has a deadline or is synchronous, and is no slower than the plan wants."""
    register = context.register(memo.jurisdiction)
    for row in memo.parts("push"):
        if row.limit("within") is None and row.get("synchronous") is not True:
            yield Finding(row.pointer, say("M009.none", id=row.text("id")))
        else:
            yield from _slower(row, register)


def _slower(row: Part, register: Register) -> Iterator[Finding]:
    for wanted in register.policy.parts("push"):
        if _is_same(row, wanted) and _is_slower(row, wanted, register):
            also = register.place(Kind.JURISDICTION, register.jurisdiction, *wanted.pointer)
            words = {"id": row.text("id"), "found": _time(row), "most": _time(wanted)}
            yield Finding((*row.pointer, "within"), say("M009.slower", **words), also)


def _time(row: Part) -> Word:
    limit = row.limit("within")
    return limit_said(limit) if limit and row.get("synchronous") is not True else say("T.synchronous")


def _is_same(row: Part, wanted: Part) -> bool:
    way = f"{wanted.text('from')}_to_{wanted.text('to')}"
    return row.text("direction") == way and row.text("information") == wanted.text("information")


def _is_slower(row: Part, wanted: Part, register: Register) -> bool:
    if row.get("synchronous") is True:
        return False
    own, most = row.limit("within"), wanted.limit("within")
    order = register.conversion.compare(own, most) if own and most else 0
    return wanted.get("synchronous") is True or (order or 0) > 0
