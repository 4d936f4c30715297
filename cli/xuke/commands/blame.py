"""xuke blame."""

import click

from xuke.commands.base import argument, choice, command, option
from xuke.commands.past import Dossier
from xuke.commands.session import Session
from xuke.report.past import blame_json, blame_lines


@command(
    "blame",
    argument("key"),
    option("--format", "form", text="cli.option.format", type=choice(("table", "json")), default="table"),
)
def COMMAND(session: Session, key: str, form: str) -> None:  # noqa: N802
    """Say of every field of a record who last set it, when and in which commit."""
    past = Dossier(session, key)
    under = past.memoranda(each.step for each in past.origins)
    if form == "json":
        lines = blame_json(past.key, past.origins, under, is_whole=past.is_whole)
    else:
        lines = blame_lines(past.origins, under, session.language, past.names)
    for line in lines:
        click.echo(line)
    past.remark()
