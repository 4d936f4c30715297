"""xuke init."""

import re
import sys
from pathlib import Path

import click

from xuke.commands.base import argument, choice, command, option
from xuke.commands.session import Session
from xuke.model.errors import UsageFault
from xuke.model.folders import WORKSPACE_FILE
from xuke.sources.tree import find_root
from xuke.sources.workspace import add_jurisdiction, make_workspace, renew_schemas

_LEVELS = ("province", "prefecture", "county", "city", "district", "zone")
_FOLDER_NAME = re.compile(r"[a-z0-9][a-z0-9-]*").fullmatch


@command(
    "init",
    argument("target", required=False),
    option("-j", "--jurisdiction", text="cli.init.jurisdiction", metavar="cli.metavar.name"),
    option("--name", text="cli.init.name", metavar="cli.metavar.name"),
    option("--level", text="cli.init.level", type=choice(_LEVELS), default="county"),
    option("--division", text="cli.init.division", metavar="cli.metavar.code"),
    option("--superior", text="cli.init.superior", metavar="cli.metavar.name"),
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
    superior: str | None,
    no_git: bool,
    schemas: bool,
) -> None:
    """Make a new workspace, or a jurisdiction in one; questions are asked only at a terminal."""
    folder = Path(target or ".").resolve()
    if schemas:
        _renew(session, folder)
        return
    jurisdiction = _named(session.jurisdiction or _asked(session, "-j", "cli.init.ask_jurisdiction"))
    full = name or _asked(session, "--name", "cli.init.ask_name")
    above = _named(superior) if superior else ""
    about = {"name": full, "level": level, "division": division or "", "superior": above}
    if (folder / WORKSPACE_FILE).exists():
        _add(session, folder, jurisdiction, about)
    else:
        _make(session, folder, jurisdiction, about, has_git=not no_git)


def _named(name: str) -> str:
    if not _FOLDER_NAME(name):
        raise UsageFault("cli.init.bad_name", name=name)
    return name


def _make(session: Session, folder: Path, jurisdiction: str, about: dict[str, str], *, has_git: bool) -> None:
    if about["superior"]:
        raise UsageFault("cli.init.unknown_superior", name=about["superior"])
    make_workspace(folder, jurisdiction, about)
    if has_git and not (folder / ".git").exists():
        _make_repository(folder)
    session.tell("cli.init.done", path=str(folder))


def _add(session: Session, root: Path, jurisdiction: str, about: dict[str, str]) -> None:
    if add_jurisdiction(root, jurisdiction, about):
        session.tell("cli.taken_back")
    session.tell("cli.init.added", name=jurisdiction, path=str(root / "catalogue" / jurisdiction))


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
