"""Where git keeps a workspace, and where we keep lock and journal; a folder elsewhere is never written."""

import re
from pathlib import Path

from xuke.model.errors import XukeError
from xuke.sources.output import lasting_folder

#: A longer pointer to git's folder is no pointer.
_LONGEST = 4096

_WORK_TREE = re.compile(r"^\s*worktree\s*=\s*(.+?)\s*$", re.MULTILINE)


def git_folder(root: Path) -> Path | None:
    """Git's own folder of a workspace; one elsewhere only where it names this workspace in turn."""
    git = root / ".git"
    if git.is_symlink():
        return None
    if git.is_file():
        words = _start_of(git).partition("gitdir:")[2].strip()
        target = (root / words).resolve()
        return target if words and _is_ours(target, git) else None
    return git if git.is_dir() else None


def state_folder(root: Path) -> Path:
    """Where lock and journal lie: in git's folder, or in ``.xuke`` of a plain folder."""
    git = git_folder(root)
    return git / "xuke" if git else root / ".xuke"


def own_state_folder(root: Path) -> Path:
    """The same, made where it is missing; a link in its place would lead our writes away."""
    state = state_folder(root)
    kept = ("lock", "journal", "journal.draft", "journal.done")
    if state.is_symlink() or any((state / name).is_symlink() for name in kept):
        raise XukeError("cli.linked_state", path=str(state))
    lasting_folder(state)
    return state


def _is_ours(target: Path, git: Path) -> bool:
    try:
        return _belongs(target, git)
    except OSError:
        # A name that the system refuses, or a folder that is closed to us.
        return False


def _belongs(target: Path, git: Path) -> bool:
    # A linked work tree is named in "gitdir", a submodule in the configuration.
    back = _start_of(target / "gitdir").strip()
    if back:
        return (target / back).resolve() == git.resolve()
    named = _WORK_TREE.search(_start_of(target / "config"))
    return bool(named and (target / named.group(1)).resolve() == git.parent.resolve())


def _start_of(file: Path) -> str:
    if not file.is_file():
        return ""
    try:
        with file.open("rb") as opened:
            return opened.read(_LONGEST).decode("utf-8", "replace")
    except OSError:
        return ""
