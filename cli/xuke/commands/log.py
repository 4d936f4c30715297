"""xuke log."""

import click

from xuke.commands.base import argument, choice, command, option
from xuke.commands.past import Dossier
from xuke.commands.session import Session
from xuke.report.past import log_json, log_lines


@command(
    "log",
    argument("key"),
    option("--format", "form", text="cli.option.format", type=choice(("text", "json")), default="text"),
)
def COMMAND(session: Session, key: str, form: str) -> None:  # noqa: N802
    """List what happened to one record, newest first."""
    past = Dossier(session, key)
    under = past.memoranda(each.step for each in past.entries)
    if form == "json":
        lines = log_json(past.key, past.entries, under, is_whole=past.is_whole)
    else:
        lines = log_lines(past.entries, under, session.language, past.names)
    for line in lines:
        click.echo(line)
    past.remark()
