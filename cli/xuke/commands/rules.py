"""xuke rules."""

import click

from xuke.commands.base import choice, command, option
from xuke.commands.session import Session
from xuke.model.codes import ALL
from xuke.model.diagnostic import say
from xuke.report.grid import grid_lines
from xuke.report.json import json_lines
from xuke.words.render import template


@command(
    "rules",
    option("--format", "form", text="cli.option.format", type=choice(("table", "json")), default="table"),
    reads=False,
)
def COMMAND(session: Session, form: str) -> None:  # noqa: N802
    """List every code with its level, title and basis."""
    rows = [_row(code, session) for code in sorted(ALL)]
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


def _row(code: str, session: Session) -> tuple[str, str, str, str]:
    title, basis = (template(f"{code}.{part}", session.language) for part in ("title", "basis"))
    return code, str(ALL[code]), title, basis
