"""xuke rules."""

import sys

import click

from xuke.commands.base import choice, command, option
from xuke.commands.session import Session
from xuke.model.codes import ALL
from xuke.model.diagnostic import say
from xuke.report.grid import grid_lines
from xuke.report.json import json_lines
from xuke.words.render import template

#: Cells of the screen that a column takes at the most.
_WIDEST = 48


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
        # At a terminal columns are folded; in a pipe each rule is one line.
        lines = grid_lines(headings, shown, _WIDEST if sys.stdout.isatty() else None)
    click.echo("\n".join(lines))


def _row(code: str, session: Session) -> tuple[str, str, str, str]:
    title, basis = (template(f"{code}.{part}", session.language) for part in ("title", "basis"))
    return code, str(ALL[code]), title, basis
