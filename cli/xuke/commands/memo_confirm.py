"""xuke memo confirm."""

from xuke.check.suspects import Suspect, suspects
from xuke.commands.base import argument, command, option
from xuke.commands.changing import carry_out, settle
from xuke.commands.memo_draft import memo_named
from xuke.commands.session import Session
from xuke.commands.who import item_named
from xuke.edit.rewrite import Step
from xuke.memo.supplement import confirmed, field_of
from xuke.model.errors import Refusal
from xuke.model.record import Record


@command(
    "memo.confirm",
    argument("department"),
    argument("item"),
    option("--field", text="papers.help_field", metavar="cli.metavar.field"),
    option("--reason", text="papers.help_reason", metavar="cli.metavar.text", required=True),
    option("--dry-run", text="papers.help_dry_run", is_flag=True),
)
def COMMAND(  # noqa: N802
    session: Session, department: str, item: str, field: str | None, reason: str, dry_run: bool
) -> None:
    """Record that changes of an item since signing need no supplement, and why."""
    settle(session, is_dry=dry_run)
    memo, record = memo_named(session, department), item_named(session, item)
    known = [each for each in suspects(memo, session.register, session.history) if each.item == record]
    found = [each for each in known if field is None or _is_in(each, field)]
    if not found:
        raise Refusal("papers.not_suspect", code=record.key.id, fields=tuple(map(field_of, known)))
    fields = confirmed(memo, found, session.today, reason)
    carry_out(session, [Step(memo.record, Record(memo.key, fields, memo.record.home))], is_dry=dry_run)


def _is_in(suspect: Suspect, field: str) -> bool:
    name = field_of(suspect)
    return name == field or name.startswith(f"{field}.")
