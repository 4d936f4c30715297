"""What can be wrong with git and with the folder of a workspace; only looked at, never mended."""

import os
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from xuke.model.diagnostic import Message, say
from xuke.model.errors import XukeError
from xuke.model.folders import DATA_FOLDERS
from xuke.model.health import Sign, State
from xuke.sources.drivers import asking, hooks_folder, parts
from xuke.sources.git import Repository
from xuke.sources.output import is_leftover
from xuke.sources.plumbing import run_git, version_text
from xuke.sources.state import git_folder, state_folder
from xuke.sources.tree import shown

#: Older ones do not understand how we name a revision.
_OLDEST = (2, 30)

#: The first release of each line of git without the holes that were published in July 2025.
_MENDED = {43: 7, 44: 4, 45: 4, 46: 4, 47: 3, 48: 2, 49: 1, 50: 1}

#: Settings that make plain git run a program.
_PROGRAMS = re.compile(
    r"core\.(fsmonitor|hookspath|sshcommand|pager|editor|askpass|gitproxy|alternaterefscommand)"
    r"|pager\..+|sequence\.editor|diff\.external|(diff\..+\.)(command|textconv)|filter\..+\.(clean|smudge|process)"
    r"|merge\..+\.driver|gpg\.(.+\.)?program|credential\.(.+\.)?helper|alias\..+|include\.path|includeif\..+\.path"
    r"|remote\..+\.(uploadpack|receivepack|vcs)|uploadpack\.packobjectshook|(diff|merge)tool\..+\.cmd"
)

#: What stands in git's folder while something is unfinished.
_UNFINISHED = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")
_LOCKS = ("index.lock", "HEAD.lock", "config.lock", "packed-refs.lock")

_LINE_ENDS = re.compile(r"^\*(\.yaml)?\s+(.*\s)?(eol=lf|-text)(\s|$)", re.MULTILINE)


def good(topic: str, message: Message) -> Sign:
    """A remark that all is well."""
    return Sign(topic, State.GOOD, message)


def weak(topic: str, message: Message, remedy: Message) -> Sign:
    """A remark on what works, but not well."""
    return Sign(topic, State.WEAK, message, remedy)


def broken(topic: str, message: Message, remedy: Message) -> Sign:
    """A remark on what has to be mended."""
    return Sign(topic, State.BROKEN, message, remedy)


def git_signs() -> Iterator[Sign]:
    """Whether git is there, new enough, and without known holes."""
    try:
        text = version_text()
    except XukeError as error:
        yield Sign("git", State.BROKEN, error.message)
        return
    numbers = tuple(int(each) for each in re.findall("[0-9]+", text)[:3])
    if numbers < _OLDEST:
        yield broken(
            "git",
            say("doctor.git_old", version=text, oldest="2.30"),
            say("doctor.git_old_remedy", oldest="2.30"),
        )
    elif is_holed(numbers):
        yield weak("git", say("doctor.git_holed", version=text), say("doctor.git_holed_remedy"))
    else:
        yield good("git", say("doctor.git", version=text))


def is_holed(numbers: tuple[int, ...]) -> bool:
    """Whether a release of git is known to be vulnerable, as its own project numbers it."""
    major, minor, patch = (*numbers, 0, 0, 0)[:3]
    if major != 2 or minor > max(_MENDED):
        return major < 2
    return patch < _MENDED.get(minor, patch + 1)


def workspace_signs(root: Path) -> Iterator[Sign]:
    """Everything about the folder of a workspace."""
    yield from _repository(root)
    yield from _writing(root)
    yield from _schemas(root)


def _repository(root: Path) -> Iterator[Sign]:
    if not (root / ".git").exists():
        yield weak(
            "repository", say("doctor.no_repository", path=str(root)), say("doctor.no_repository_remedy")
        )
        return
    try:
        repository = Repository(root)
        checked = run_git(root, ("fsck", "--connectivity-only", "--no-dangling", "--no-progress"))
        if checked.returncode:
            raise XukeError("cli.corrupt", path=str(root))
        yield from _state(repository, root)
        yield from _programs(repository)
        yield from _drivers(repository)
    except XukeError as error:
        yield Sign("repository", State.BROKEN, error.message)


def _state(repository: Repository, root: Path) -> Iterator[Sign]:
    head = repository.head()
    if head is None:
        yield weak("repository", say("doctor.no_commit"), say("doctor.no_commit_remedy"))
    elif repository.is_shallow:
        yield weak("repository", say("doctor.shallow"), say("doctor.shallow_remedy"))
    else:
        yield good("repository", say("doctor.repository", commit=head[:10]))
    folder = git_folder(root)
    for name in _UNFINISHED if folder else ():
        if folder and (folder / name).exists():
            yield weak(
                "repository", say("doctor.unfinished_git", name=name), say("doctor.unfinished_git_remedy")
            )
    for name in _LOCKS if folder else ():
        if folder and (folder / name).exists():
            path = str(folder / name)
            yield weak(
                "repository", say("doctor.git_lock", path=path), say("doctor.git_lock_remedy", path=path)
            )
    if not _LINE_ENDS.search(_text(root / ".gitattributes")):
        yield weak("repository", say("doctor.line_ends"), say("doctor.line_ends_remedy"))


def _programs(repository: Repository) -> Iterator[Sign]:
    """Programs that the repository's own settings name; those of xuke aside."""
    named = {
        name for name, value in repository.settings() if _PROGRAMS.fullmatch(name) and "xuke" not in value
    }
    hooks = {f"hooks/{each.name}" for each in _hooks(repository) if "xuke" not in _text(each)}
    found = tuple(sorted(map(shown, named | hooks)))
    if found:
        yield weak("programs", say("doctor.programs", names=found), say("doctor.programs_remedy"))
    else:
        yield good("programs", say("doctor.no_programs"))


def _hooks(repository: Repository) -> list[Path]:
    found = hooks_folder(repository).glob("*") if git_folder(repository.root) else ()
    return [each for each in found if each.suffix != ".sample" and each.is_file()]


def _drivers(repository: Repository) -> Iterator[Sign]:
    """The parts of xuke that git calls: installed or not, and attributes that ask for what is not there."""
    if git_folder(repository.root) is None:
        return
    merge, diff, _, hook = (each.is_ours for each in parts(repository))
    for place in asking(repository) if not merge else ():
        remedy = say("doctor.no_merge_driver_remedy", path=place)
        yield weak("drivers", say("doctor.no_merge_driver", path=place), remedy)
    yield good("drivers", say("doctor.drivers", merge=_there(merge), diff=_there(diff), hook=_there(hook)))


def _there(is_installed: bool) -> Message:
    return say("doctor.installed" if is_installed else "doctor.not_installed")


def _writing(root: Path) -> Iterator[Sign]:
    state = state_folder(root)
    if (state / "journal").exists():
        path = str(state / "journal")
        yield broken("writing", say("doctor.journal", path=path), say("doctor.journal_remedy"))
    left = [*_left_in(root, root.glob(".xuke-*")), *_left_in(root, _data_files(root))]
    if left:
        yield weak("writing", say("doctor.leftovers", paths=tuple(left)), say("doctor.leftovers_remedy"))
    places = [root / folder for folder in DATA_FOLDERS if (root / folder).is_dir()]
    closed = [str(each) for each in (*places, _nearest(state)) if not os.access(each, os.W_OK)]
    if closed:
        yield weak("writing", say("doctor.read_only", paths=tuple(closed)), say("doctor.read_only_remedy"))
    elif not left:
        yield good("writing", say("doctor.writing", path=str(state)))


def _nearest(folder: Path) -> Path:
    return next(each for each in (folder, *folder.parents) if each.exists())


def _data_files(root: Path) -> Iterator[Path]:
    for folder in DATA_FOLDERS:
        yield from (root / folder).rglob(".*")


def _left_in(root: Path, found: Iterator[Path]) -> list[str]:
    return sorted(shown(each.relative_to(root).as_posix()) for each in found if is_leftover(each.name))


def _schemas(root: Path) -> Iterator[Sign]:
    packaged = {
        each.name: each.read_bytes() for each in files("xuke.schemas").iterdir() if _is_schema(each.name)
    }
    there = {name: _bytes(root / "schemas" / name) for name in packaged}
    stale = sorted(name for name, data in there.items() if data not in {None, packaged[name]})
    if stale:
        yield weak("schemas", say("doctor.stale_schemas", names=tuple(stale)), say("doctor.schemas_remedy"))
    elif None in there.values():
        yield weak("schemas", say("doctor.no_schemas"), say("doctor.schemas_remedy"))
    else:
        yield good("schemas", say("doctor.schemas"))


def _is_schema(name: str) -> bool:
    return name.endswith(".json")


def _bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes().replace(b"\r\n", b"\n") if file.is_file() else None
    except OSError:
        return None


def _text(file: Path) -> str:
    return (_bytes(file) or b"").decode("utf-8", "replace")
