"""What the commands share that change items in one step with everything that cites them."""

from collections.abc import Sequence

import click

from xuke.commands.base import choice, option
from xuke.commands.changing import carry_out
from xuke.commands.session import Session
from xuke.edit.guards import Desk
from xuke.edit.rewrite import Step
from xuke.model.errors import UsageFault
from xuke.model.part import day_of


def shared(reason: str = "edits.help_reason") -> list[click.Parameter]:
    """The options of every such command; ``reason`` names the help of the one."""
    return [
        option("--reason", text=reason, metavar="edits.metavar_text", default=""),
        option("--dry-run", text="edits.help_dry_run", is_flag=True),
        option("--format", "form", text="cli.option.format", type=choice(("text", "json")), default="text"),
    ]


def desk(session: Session, reason: str) -> Desk:
    """What the change starts from."""
    return Desk(session.register, session.history, reason)


def day_given(given: str | None) -> str | None:
    """A day that a user writes; UsageFault where there is none such."""
    if given is not None and day_of(given) is None:
        raise UsageFault("cli.bad_day", day=given)
    return given


def finish(session: Session, steps: Sequence[Step], *, dry_run: bool, form: str) -> None:
    """Show the changes, write them, and say so."""
    carry_out(session, steps, is_dry=dry_run, form=form)
    session.tell("edits.would_change" if dry_run else "edits.changed", count=len(steps))
