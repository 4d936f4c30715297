"""What a repository is told about our files: a merge driver, how to show differences, a hook before commits.

Everything stands in git's own folder, which no clone brings along; nothing else is ever written.
"""

import shlex
import sys
import tempfile
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from xuke.model.errors import XukeError
from xuke.model.folders import DATA_FOLDERS
from xuke.sources.git import Repository
from xuke.sources.output import replace_file
from xuke.sources.plumbing import run_git
from xuke.sources.state import git_folder
from xuke.sources.tree import reason_of

#: What git calls the driver, and the text that it compares instead of ours.
_MERGE, _TEXT = (f"{section}.xuke.{name}" for section, name in (("merge", "driver"), ("diff", "textconv")))
_ATTRIBUTES = "".join(f"/{folder}/**/*.yaml merge=xuke diff=xuke\n" for folder in DATA_FOLDERS)
_ASKS = "merge=xuke"
_HOOK = "pre-commit"
_HOOK_MARK = "# xuke: judges what is staged"


class State(StrEnum):
    """How a part of the set-up stands."""

    INSTALLED = "installed"
    MISSING = "missing"
    #: Something of another origin stands in its place, or it names another installation of ours.
    OTHER = "other"


class Part(NamedTuple):
    """One part of the set-up, how it stands, and where it is written."""

    name: str
    state: State
    place: str
    #: Whether it runs xuke, be it another installation.
    is_ours: bool


def program_line(*words: str) -> str:
    """A command line for git's shell that runs this very installation."""
    return shlex.join([Path(sys.executable).as_posix(), "-m", "xuke", *words])


def _wanted() -> dict[str, str]:
    return {
        _MERGE: f"{program_line('merge-file')} %O %A %B %P --size %L",
        _TEXT: program_line("git", "textconv"),
        "merge.xuke.name": "xuke: by record and field",
    }


def _hook_text() -> str:
    return f"#!/bin/sh\n{_HOOK_MARK}\nexec {program_line('check', '--staged')}\n"


def parts(repository: Repository) -> list[Part]:
    """All parts, as they stand now."""
    settings, wanted = dict(repository.settings()), _wanted()
    attributes = _attributes_file(repository)
    text = _text(attributes)
    return [
        *(_program(name, settings.get(name, ""), wanted[name], "config") for name in (_MERGE, _TEXT)),
        Part("attributes", _attributes_state(text), _shown(repository, attributes), _ASKS in text),
        _hook(repository, settings),
    ]


def _program(name: str, found: str, wanted: str, place: str) -> Part:
    state = State.MISSING if not found else State.INSTALLED if found == wanted else State.OTHER
    return Part(name, state, place, "xuke" in found)


def _attributes_state(text: str) -> State:
    if _ATTRIBUTES in text:
        return State.INSTALLED
    return State.OTHER if _ASKS in text else State.MISSING


def _hook(repository: Repository, settings: dict[str, str]) -> Part:
    file = _hook_file(repository)
    place = _shown(repository, file)
    if "core.hookspath" in settings:
        return Part(_HOOK, State.OTHER, place, is_ours=False)
    return _program(_HOOK, _text(file), _hook_text(), place)


def asking(repository: Repository) -> list[str]:
    """The files of attributes, the tracked one first, that ask git for merges by xuke."""
    files = repository.root / ".gitattributes", _attributes_file(repository)
    return [_shown(repository, each) for each in files if _ASKS in _text(each)]


def install(repository: Repository) -> list[Part]:
    """Write what is missing or names another installation of ours; a hook of another origin stays."""
    for name, value in _wanted().items():
        repository.configure(name, value)
    attributes, hook = _attributes_file(repository), _hook_file(repository)
    _write(attributes, _without_ours(_text(attributes)) + _ATTRIBUTES)
    text = _text(hook)
    is_free = "core.hookspath" not in dict(repository.settings())
    if is_free and (not text or _HOOK_MARK in text):
        # In one step with its right to run: git passes over a hook that has none.
        _write(hook, _hook_text(), 0o755)
    return parts(repository)


def uninstall(repository: Repository) -> list[Part]:
    """Take out what ``install`` wrote, and nothing else."""
    for name in _wanted():
        repository.configure(name, None)
    attributes, hook = _attributes_file(repository), _hook_file(repository)
    if "xuke" in _text(attributes):
        _write(attributes, _without_ours(_text(attributes)))
    if _HOOK_MARK in _text(hook):
        hook.unlink()
    return parts(repository)


def _without_ours(text: str) -> str:
    kept = [line for line in text.splitlines() if _ASKS not in line]
    return "".join(f"{line}\n" for line in kept)


def _own(repository: Repository) -> Path:
    folder = git_folder(repository.root)
    if folder is None:
        raise XukeError("cli.no_repository", path=str(repository.root))
    # A linked work tree shares what the main one has.
    common = folder / "commondir"
    return (folder / common.read_text("utf-8").strip()).resolve() if common.is_file() else folder


def _attributes_file(repository: Repository) -> Path:
    return _own(repository) / "info" / "attributes"


def _hook_file(repository: Repository) -> Path:
    return hooks_folder(repository) / _HOOK


def hooks_folder(repository: Repository) -> Path:
    """Git's own folder of hooks; linked work trees have it in common."""
    return _own(repository) / "hooks"


def _text(file: Path) -> str:
    return file.read_text("utf-8", "replace") if file.is_file() else ""


def _write(file: Path, text: str, mode: int | None = None) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(file, text.encode(), mode)


def _shown(repository: Repository, file: Path) -> str:
    return file.relative_to(repository.root).as_posix() if file.is_relative_to(repository.root) else str(file)


class ByLines(NamedTuple):
    """A merge by lines, and whether it left markers."""

    data: bytes
    is_open: bool


def text_merge(root: Path, files: Sequence[Path], *, size: int = 7, style: str = "diff3") -> ByLines | None:
    """Git's merge by lines of ours, the common version and theirs; None for what it does not take."""
    labels = ("-L", "ours", "-L", "base", "-L", "theirs")
    names = [str(each.resolve()) for each in files]
    answer = run_git(root, ["merge-file", "-p", f"--{style}", f"--marker-size={size}", *labels, *names])
    # From 128 on it is not a count of conflicts.
    return None if answer.returncode >= _NO_COUNT else ByLines(answer.stdout, answer.returncode > 0)


_NO_COUNT = 128


def text_merges(root: Path, ours: bytes, base: bytes, theirs: bytes) -> list[bytes]:
    """The merges by lines that git may have left in a file, whatever style it is set to."""
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            files = [Path(folder) / name for name in ("ours", "base", "theirs")]
            for file, data in zip(files, (ours, base, theirs), strict=True):
                file.write_bytes(data)
            found = [text_merge(root, files, style=style) for style in ("diff3", "no-diff3", "zdiff3")]
    except OSError as error:
        raise XukeError("cli.unwritable", path=tempfile.gettempdir(), reason=reason_of(error)) from None
    return [each.data for each in found if each is not None]
