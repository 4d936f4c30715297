"""Lines of data, to the output stream or to a file."""

from collections.abc import Iterator
from pathlib import Path

import click

from xuke.commands.session import Session
from xuke.sources.output import write_output


def put(session: Session, lines: Iterator[str], file: str | None, *, force: bool) -> None:
    """Show lines, or write them to a file; colours that they hold are shown only where that is wished."""
    if file is None:
        for line in lines:
            click.echo(line, color=session.is_colored)
        return
    text = "".join(f"{line}\n" for line in lines)
    write_output(Path(file), text.encode(), force=force)
    session.tell("cli.written", path=file)
