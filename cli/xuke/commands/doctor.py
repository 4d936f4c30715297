"""xuke doctor."""

from collections.abc import Iterator

import click

from xuke.commands.base import choice, command, option
from xuke.commands.session import Session
from xuke.commands.surroundings import surroundings
from xuke.model.diagnostic import say
from xuke.model.errors import CLEAN, FINDINGS, XukeError
from xuke.model.health import Sign, State
from xuke.report.health import health_json, health_lines
from xuke.sources.health import git_signs, good, workspace_signs


@command(
    "doctor",
    option("--format", "form", text="cli.option.format", type=choice(("table", "json")), default="table"),
    reads=False,
)
def COMMAND(session: Session, form: str) -> int:  # noqa: N802
    """Look at the set-up and say how to mend it; 1 when something has to be mended."""
    signs = [*surroundings(session.language, session.today), *git_signs(), *_workspace(session)]
    lines = health_json if form == "json" else health_lines
    for line in lines(signs, session.language):
        click.echo(line)
    return FINDINGS if any(sign.state is State.BROKEN for sign in signs) else CLEAN


def _workspace(session: Session) -> Iterator[Sign]:
    try:
        root = session.root
    except XukeError:
        yield good("workspace", say("doctor.no_workspace"))
        return
    yield good("workspace", say("doctor.workspace", path=str(root)))
    yield from workspace_signs(root)
