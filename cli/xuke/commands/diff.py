"""xuke diff."""

import click

from xuke.commands.base import argument, choice, command, option
from xuke.commands.session import Session
from xuke.commands.sides import sides
from xuke.diff.compare import compare
from xuke.model.change import Moved
from xuke.model.errors import CLEAN, FINDINGS
from xuke.report.changes import change_json, change_lines


@command(
    "diff",
    argument("old", required=False),
    argument("new", required=False),
    option("--format", "form", text="cli.option.format", type=choice(("text", "json")), default="text"),
    option("--exit-code", text="cli.diff.exit_code", is_flag=True),
    option("--moves", text="cli.diff.moves", is_flag=True),
)
def COMMAND(  # noqa: N802
    session: Session, old: str | None, new: str | None, form: str, exit_code: bool, moves: bool
) -> int:
    """List what changed between two revisions; 1 with ``--exit-code`` when something did."""
    before, after = _sides(old, new)
    halves = sides(session, before, after or session.revision, moves=moves)
    changes = compare(*(each.snapshot for each in halves))
    found = [each for each in changes if moves or not isinstance(each, Moved)]
    lines = change_json(found, session.language) if form == "json" else change_lines(found, session.language)
    for line in lines:
        click.echo(line)
    is_different = bool(found) or any(each.unread for each in halves)
    return FINDINGS if is_different and exit_code else CLEAN


def _sides(old: str | None, new: str | None) -> tuple[str, str | None]:
    if old and new is None and ".." in old:
        before, _, after = old.partition("..")
        return before or "HEAD", after or "HEAD"
    return old or "HEAD", new
