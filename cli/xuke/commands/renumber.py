"""xuke renumber."""

from xuke.commands.base import argument, command
from xuke.commands.changing import settle
from xuke.commands.session import Session
from xuke.commands.steps import desk, finish, shared
from xuke.edit.renumber import renumbered


@command("renumber", argument("item"), argument("code"), *shared())
def COMMAND(session: Session, item: str, code: str, reason: str, dry_run: bool, form: str) -> None:  # noqa: N802
    """Give an item another code, everywhere."""
    settle(session, is_dry=dry_run)
    finish(session, renumbered(desk(session, reason), item, code), dry_run=dry_run, form=form)
