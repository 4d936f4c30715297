"""xuke merge."""

from xuke.commands.base import argument, command, option
from xuke.commands.changing import settle
from xuke.commands.session import Session
from xuke.commands.steps import desk, finish, shared
from xuke.edit.combine import combined, unlike
from xuke.model.diagnostic import Label


@command(
    "merge",
    argument("items", nargs=-1, required=True),
    option("--into", text="edits.help_one", metavar="cli.metavar.code", required=True),
    option("--name", text="edits.help_name", metavar="cli.metavar.name", required=True),
    *shared(),
)
def COMMAND(  # noqa: N802
    session: Session, items: tuple[str, ...], into: str, name: str, reason: str, dry_run: bool, form: str
) -> None:
    """Make several items one."""
    settle(session, is_dry=dry_run)
    found = desk(session, reason)
    steps = combined(found, items, into, name)
    finish(session, steps, dry_run=dry_run, form=form)
    kept = into if into in items else items[0]
    differing = unlike(found.items(items))
    if differing:
        fields = tuple(Label("items/item", (each,)) for each in differing)
        session.tell("edits.unlike", code=kept, fields=fields)
