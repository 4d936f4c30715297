"""xuke git status."""

from collections.abc import Sequence

import click

from xuke.commands.base import choice, command, option
from xuke.commands.session import Session
from xuke.model.diagnostic import say
from xuke.model.errors import CLEAN, FINDINGS
from xuke.report.grid import grid_lines
from xuke.report.json import json_lines
from xuke.sources.drivers import Part, State, parts, program_line


@command(
    "git.status",
    option("--format", "form", text="cli.option.format", type=choice(("table", "json")), default="table"),
    reads=False,
)
def COMMAND(session: Session, form: str) -> int:  # noqa: N802
    """Show what this repository is told about our files; 1 when a part is missing."""
    found = parts(session.repository)
    if form == "json":
        rows = [{"part": each.name, "state": str(each.state), "place": each.place} for each in found]
        for line in json_lines({"parts": rows}):
            click.echo(line)
        return _code(found)
    return told(session, found, wants_all=True)


def told(session: Session, found: Sequence[Part], *, wants_all: bool = False) -> int:
    """Print the parts; what stands in the way of the hook is told on the error stream."""
    headings = [session.text(say(f"drivers.{name}")) for name in ("part", "state", "place")]
    rows = [[each.name, session.text(say(f"drivers.{each.state}")), each.place] for each in found]
    for line in grid_lines(headings, rows):
        click.echo(line)
    hook = found[-1]
    if wants_all and hook.state is State.OTHER:
        session.tell("drivers.hook_taken", place=hook.place, line=program_line("check", "--staged"))
    return _code(found) if wants_all else CLEAN


def _code(found: Sequence[Part]) -> int:
    return CLEAN if all(each.state is State.INSTALLED for each in found) else FINDINGS
