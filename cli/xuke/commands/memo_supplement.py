"""xuke memo supplement."""

from xuke.check.suspects import suspects
from xuke.commands.base import argument, command, option
from xuke.commands.changing import carry_out, settle
from xuke.commands.memo_draft import memo_named
from xuke.commands.session import Session
from xuke.edit.rewrite import Step
from xuke.memo.supplement import count_of, supplemented
from xuke.model.document import same
from xuke.model.errors import Refusal
from xuke.model.record import Record


@command(
    "memo.supplement",
    argument("department"),
    option("--dry-run", text="papers.help_dry_run", is_flag=True),
)
def COMMAND(session: Session, department: str, dry_run: bool) -> None:  # noqa: N802
    """Draft a supplement from exactly what changed since signing, items that come and go among it."""
    settle(session, is_dry=dry_run)
    memo = memo_named(session, department)
    if memo.text("status") != "signed":
        raise Refusal("papers.not_yet_signed", title=memo.name)
    found = list(suspects(memo, session.register, session.history))
    fields = supplemented(memo, found, session.register)
    is_new = not same(dict(memo.fields), fields)
    steps = [Step(memo.record, Record(memo.key, fields, memo.record.home))] if is_new else []
    carry_out(session, steps, is_dry=dry_run)
    if count := count_of(memo, fields):
        session.tell("papers.would_supplement" if dry_run else "papers.supplemented", count=count)
    else:
        session.tell("papers.nothing_to_supplement", title=memo.name)
