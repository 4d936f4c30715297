"""xuke rules."""

import click

from xuke.commands.base import choice, command, option
from xuke.commands.local import codes
from xuke.commands.session import Session
from xuke.model.diagnostic import Telling, say
from xuke.report.grid import grid_lines
from xuke.report.json import json_lines


@command(
    "rules",
    option("--format", "form", text="cli.option.format", type=choice(("table", "json")), default="table"),
    reads=False,
)
def COMMAND(session: Session, form: str) -> None:  # noqa: N802
    """List every code with its level, title and basis."""
    rows = [_row(code, told, session) for code, told in codes(session).items()]
    if form == "json":
        names = ("code", "severity", "title", "basis")
        lines = json_lines({"rules": [dict(zip(names, row, strict=True)) for row in rows]})
    else:
        shown = [
            (code, session.text(say(f"report.{level}")), title, basis) for code, level, title, basis in rows
        ]
        headings = [session.text(say(f"report.{name}")) for name in ("code", "level", "title", "basis")]
        lines = grid_lines(headings, shown)
    click.echo("\n".join(lines))


def _row(code: str, told: Telling, session: Session) -> tuple[str, str, str, str]:
    return code, str(told.severity), session.text(told.title), session.text(told.basis)
