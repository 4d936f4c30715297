"""How a workspace stands in git, told by git's own files; git is not started for it."""

import os
from collections.abc import Sequence

from xuke.sources.paths import traits

#: Where one of these is there, only git itself or a wait can tell how things stand.
_UNCERTAIN = (
    ".git/commondir",
    ".git/shallow",
    ".git/info/grafts",
    ".git/reftable",
    ".git/xuke/journal",
    ".xuke/journal",
)
_SETTINGS = (".git/HEAD", ".git/config", ".git/config.worktree")

#: A longer file names no commit.
_LONGEST = 4096


def standing(root: str, settings: Sequence[str]) -> list[object] | None:
    """The commit that is checked out, first, and what git's answers rest on; None where git has to be asked.

    ``settings`` are the files of the user that git obeys besides. The commit is told for the plainest case
    alone: compare it with git's own answer before it is believed.
    """
    git = os.path.join(root, ".git")
    if any(os.path.lexists(os.path.join(root, name)) for name in _UNCERTAIN):
        return None
    if not os.path.lexists(git):
        return [None, False]
    if os.path.islink(git) or not os.path.isdir(git):
        return None
    commit = _commit(git)
    return [
        commit,
        [traits(os.path.join(root, name)) for name in _SETTINGS],
        [traits(each) for each in settings],
        [_owner(each) for each in (root, git)],
        _object(git, commit) if commit else None,
    ]


def _commit(git: str) -> str | None:
    text = _read(os.path.join(git, "HEAD")).strip()
    if not text.startswith("ref: refs/"):
        return text or None
    name = text.removeprefix("ref: ")
    return _read(os.path.join(git, name)).strip() or _packed(git, name)


def _packed(git: str, name: str) -> str | None:
    try:
        with open(os.path.join(git, "packed-refs"), encoding="utf-8", errors="surrogateescape") as rows:
            found = (row.rstrip("\n").partition(" ") for row in rows)
            return next((commit for commit, _, ref in found if ref == name), None)
    except OSError:
        return None


def _read(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return file.read(_LONGEST).decode("utf-8", "surrogateescape")
    except (OSError, ValueError):
        return ""


def _object(git: str, commit: str) -> list[object]:
    # By itself, or in a pack: packs that come or go change their folder.
    objects = os.path.join(git, "objects")
    return [traits(os.path.join(objects, commit[:2], commit[2:])), traits(os.path.join(objects, "pack"))]


def _owner(folder: str) -> list[int]:
    told = os.stat(folder)
    return [told.st_mode, told.st_uid, told.st_ino, told.st_dev]
