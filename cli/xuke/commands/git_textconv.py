"""xuke git textconv."""

from collections.abc import Iterator
from pathlib import Path

import click

from xuke.commands.base import argument, command
from xuke.commands.session import Session
from xuke.document.conflicted import sides_of
from xuke.document.read import read
from xuke.model.document import Value
from xuke.report.plain import conflict_lines, plain_lines
from xuke.sources.inbox import read_input


@command("git.textconv", argument("file"), reads=False)
def COMMAND(_session: Session, file: str) -> None:  # noqa: N802
    """Print a data file with a line a field; the text itself where it cannot be read."""
    data = read_input(Path(file))
    lines = _lines(file, data)
    if lines is None:
        click.echo(data, nl=False)
        return
    for line in lines:
        click.echo(line)


def _lines(file: str, data: bytes) -> Iterator[str] | None:
    """A line a field, of both sides where a merge is not decided; None for what cannot be read."""
    value = _value(file, data)
    if value is not None:
        return plain_lines(value)
    sides = [_value(file, each.encode()) for each in sides_of(data.decode("utf-8", "replace")) or ()]
    match sides:
        case [dict() as ours, dict() as theirs]:
            return conflict_lines(ours, theirs)
    return None


def _value(file: str, data: bytes) -> dict[str, Value] | None:
    document, _ = read(file, data)
    return document.value if document is not None and isinstance(document.value, dict) else None
