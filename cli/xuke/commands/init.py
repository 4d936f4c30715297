"""xuke init."""

import re
import sys
from pathlib import Path

import click

from xuke.commands.base import argument, choice, command, option
from xuke.commands.session import Session
from xuke.model.errors import UsageFault
from xuke.sources.tree import find_root
from xuke.sources.workspace import make_workspace, renew_schemas

_LEVELS = ("province", "prefecture", "county", "city", "district", "zone")
_FOLDER_NAME = re.compile(r"[a-z0-9][a-z0-9-]*").fullmatch


@command(
    "init",
    argument("target", required=False),
    option("-j", "--jurisdiction", text="cli.init.jurisdiction", metavar="cli.metavar.name"),
    option("--name", text="cli.init.name", metavar="cli.metavar.name"),
    option("--level", text="cli.init.level", type=choice(_LEVELS), default="county"),
    option("--division", text="cli.init.division", metavar="cli.metavar.code"),
    option("--no-git", text="cli.init.no_git", is_flag=True),
    option("--schemas", text="cli.init.schemas", is_flag=True),
    reads=False,
)
def COMMAND(  # noqa: N802
    session: Session,
    target: str | None,
    name: str | None,
    level: str,
    division: str | None,
    no_git: bool,
    schemas: bool,
) -> None:
    """Make a new workspace; questions are asked only at a terminal."""
    folder = Path(target or ".").resolve()
    if schemas:
        _renew(session, folder)
        return
    jurisdiction = session.jurisdiction or _asked(session, "-j", "cli.init.ask_jurisdiction")
    if not _FOLDER_NAME(jurisdiction):
        raise UsageFault("cli.init.bad_name", name=jurisdiction)
    full = name or _asked(session, "--name", "cli.init.ask_name")
    make_workspace(folder, jurisdiction, {"name": full, "level": level, "division": division or ""})
    if not no_git and not (folder / ".git").exists():
        _make_repository(folder)
    session.tell("cli.init.done", path=str(folder))


def _renew(session: Session, folder: Path) -> None:
    renewed = renew_schemas(find_root(folder))
    session.tell("cli.init.renewed", count=len(renewed))


def _asked(session: Session, option_name: str, question: str) -> str:
    from xuke.commands.base import told  # noqa: PLC0415

    if not sys.stdin.isatty():
        raise UsageFault("cli.init.missing", missing=option_name)
    answer: str = click.prompt(told(question), type=str)
    return answer.strip()


def _make_repository(folder: Path) -> None:
    from xuke.sources.git import make_repository  # noqa: PLC0415

    make_repository(folder)
