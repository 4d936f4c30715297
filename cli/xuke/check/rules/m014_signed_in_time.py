"""M014."""

from collections.abc import Iterator
from datetime import date

from xuke.figures.board import sign_by
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Memo


@rule("M014", Kind.MEMORANDUM, Kind.ITEM, Kind.JURISDICTION)
def signed_in_time(memo: Memo, context: Context) -> Iterator[Finding]:
    """A memorandum that can be signed is no draft any more shortly before its items take effect.

    Without an established bureau nobody can sign for it (M016), and nothing is asked for.
    """
    register = context.register(memo.jurisdiction)
    start = _start(memo, register)
    is_draft = memo.text("status") == "draft"
    if (
        is_draft
        and start
        and sign_by(register, start) <= context.today
        and _can_sign(memo, register, context.today)
    ):
        message = say("M014.draft", start=str(start), today=str(context.today))
        yield Finding(("status",), message)


def _start(memo: Memo, register: Register) -> date | None:
    moved = (each for _, item in register.listed_items(memo) for each in item.transferred)
    return min((each.effective for each in moved if each.effective), default=None)


def _can_sign(memo: Memo, register: Register, today: date) -> bool:
    bureau = register.reform.part("bureau")
    if memo.text("taker") == register.predecessor:
        return True
    established = bureau.day("established")
    return established <= today if established else bureau.text("state") == "established"
