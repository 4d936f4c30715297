"""xuke withdraw."""

from datetime import date

from xuke.commands.base import argument, command, option
from xuke.commands.changing import settle
from xuke.commands.session import Session
from xuke.commands.steps import day_given, desk, finish, shared
from xuke.edit.withdraw import withdrawn
from xuke.model.errors import UsageFault


@command(
    "withdraw",
    argument("items", nargs=-1, required=True),
    option("--effective", text="edits.help_over", metavar="cli.metavar.day", default=None),
    *shared("edits.help_decision"),
)
def COMMAND(  # noqa: N802
    session: Session, items: tuple[str, ...], effective: str | None, reason: str, dry_run: bool, form: str
) -> None:
    """Cancel items that are no longer handled; they stay on record."""
    settle(session, is_dry=dry_run)
    if not reason:
        raise UsageFault("edits.no_reason")
    day = day_given(effective)
    steps = withdrawn(desk(session, reason), items, date.fromisoformat(day) if day else None)
    finish(session, steps, dry_run=dry_run, form=form)
