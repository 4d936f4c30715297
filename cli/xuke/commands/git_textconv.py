"""xuke git textconv."""

from pathlib import Path

import click

from xuke.commands.base import argument, command
from xuke.commands.session import Session
from xuke.document.read import read
from xuke.model.errors import XukeError
from xuke.report.plain import plain_lines
from xuke.sources.tree import reason_of


@command("git.textconv", argument("file"), reads=False)
def COMMAND(_session: Session, file: str) -> None:  # noqa: N802
    """Print a data file with a line a field; the text itself where it cannot be read."""
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise XukeError("cli.unreadable", path=file, reason=reason_of(error)) from None
    document, _ = read(file, data)
    if document is None or not isinstance(document.value, dict):
        click.echo(data, nl=False)
        return
    for line in plain_lines(document.value):
        click.echo(line)
