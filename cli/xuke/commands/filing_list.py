"""xuke filing list."""

import click

from xuke.commands.base import choice, command, option
from xuke.commands.session import Session
from xuke.figures.filings import filing_due
from xuke.filing.screen import listed_lines


@command(
    "filing.list",
    option("--format", "form", text="cli.option.format", type=choice(("table", "json")), default="table"),
    keeps=False,
)
def COMMAND(session: Session, form: str) -> None:  # noqa: N802
    """List what was filed, what was answered, and until when the next filing is due."""
    found = filing_due(session.register, session.history, session.today)
    for line in listed_lines(session.register, found, form, session.language):
        click.echo(line)
