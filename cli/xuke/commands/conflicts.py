"""xuke conflicts."""

import click

from xuke.commands.base import choice, command, option
from xuke.commands.deciding import unmerged
from xuke.commands.session import Session
from xuke.model.errors import CLEAN, FINDINGS
from xuke.report.conflicts import conflict_json, conflict_lines


@command(
    "conflicts",
    option("--format", "form", text="cli.option.format", type=choice(("text", "json")), default="text"),
    reads=False,
)
def COMMAND(session: Session, form: str) -> int:  # noqa: N802
    """List what a merge left to decide, from the stages of the index; 1 when there is something."""
    found = unmerged(session)
    left = [each for file in found for each in file.questions]
    whole = [file.path for file in found if file.is_whole]
    lines = conflict_json(left, whole) if form == "json" else conflict_lines(left, whole, session.language)
    for line in lines:
        click.echo(line)
    for file in (each for each in found if not each.questions and not each.is_whole):
        session.tell("merging.decided", path=file.path)
    return FINDINGS if left or whole else CLEAN
