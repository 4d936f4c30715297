"""A set of named files, wherever they are kept."""

import errno
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from xuke.model.diagnostic import Message, say
from xuke.model.errors import XukeError
from xuke.model.files import seat
from xuke.model.folders import WORKSPACE_FILE
from xuke.sources.paths import data_paths

#: What a screen would obey instead of showing it: controls, line ends, marks of direction.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")

#: Why a system refuses, by its own number.
_REASONS = {
    errno.EACCES: "cli.reason_access",
    errno.EPERM: "cli.reason_access",
    errno.ENOSPC: "cli.reason_full",
    errno.EROFS: "cli.reason_read_only",
    errno.ENOENT: "cli.reason_missing",
    errno.EISDIR: "cli.reason_folder",
    errno.ENOTDIR: "cli.reason_missing",
    errno.ETXTBSY: "cli.reason_open",
    errno.EBUSY: "cli.reason_open",
    errno.EFBIG: "cli.reason_full",
    errno.EDQUOT: "cli.reason_full",
}


@dataclass(frozen=True, slots=True)
class File:
    """A data file: its path from the root of the workspace with ``/``, and its bytes or why not."""

    path: str
    data: bytes
    problem: Message | None = None


class Tree(Protocol):
    """Anything that can name its data files and give their bytes, sorted by path."""

    def files(self) -> Iterator[File]:
        """Every data file, sorted by path."""
        ...


class WorkTree:
    """The files on disk below a workspace's root; links are never followed."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def files(self) -> Iterator[File]:
        """Every data file, sorted by path."""
        for path in self.paths():
            yield self.read(path)

    def paths(self) -> list[str]:
        """The path of every data file, sorted."""
        try:
            return data_paths(os.fspath(self.root))
        except OSError as error:
            raise XukeError("cli.unreadable", path=str(error.filename), reason=reason_of(error)) from None

    def read(self, path: str) -> File:
        """One file as it is now."""
        file = self.root / path
        if shown(path) != path:
            return File(shown(path), b"", say("K009.name"))
        if file.is_symlink() or not file.is_file():
            return File(path, b"", say("K009.link"))
        try:
            return File(path, file.read_bytes())
        except OSError as error:
            raise XukeError("cli.unreadable", path=path, reason=reason_of(error)) from None


class Mentioning:
    """The files of a tree that may hold what a name means, and all that are not kept by department."""

    def __init__(self, tree: Tree, name: str) -> None:
        self._tree = tree
        self._name = name

    def files(self) -> Iterator[File]:
        """Those files, sorted by path."""
        for file in self._tree.files():
            found = seat(file.path)
            is_shared = found is None or not found.kind.by_department
            if is_shared or self._name in file.path or self._name.encode("utf-8", "replace") in file.data:
                yield file


class Overlay:
    """A tree with some of its files as they are to be; None for one that goes."""

    def __init__(self, tree: Tree, texts: Mapping[str, bytes | None]) -> None:
        self._tree = tree
        self._texts = texts

    def files(self) -> Iterator[File]:
        """Every data file, sorted by path."""
        kept = [file for file in self._tree.files() if file.path not in self._texts]
        fresh = [File(path, data) for path, data in self._texts.items() if data is not None]
        yield from sorted([*kept, *fresh], key=lambda file: file.path)


def shown(path: str) -> str:
    """A path that can be printed: bytes that are not UTF-8 and control characters stand as numbers."""
    text = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return _CONTROLS.sub(lambda found: found.group().encode("unicode_escape").decode("ascii"), text)


def find_root(start: Path) -> Path:
    """The nearest folder at or above ``start`` that is a workspace."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / WORKSPACE_FILE).is_file():
            return folder
    raise XukeError("cli.no_workspace", path=str(start), file=WORKSPACE_FILE)


def is_known(error: OSError) -> bool:
    """Whether a refusal comes from rights, room or devices, and not from a slip of ours."""
    slips = {errno.ENOENT, errno.EISDIR, errno.ENOTDIR}
    return error.errno == errno.EIO or error.errno in _REASONS.keys() - slips


def reason_of(error: OSError) -> Message:
    """Why the system refused, in our words; its own code where we have none."""
    name = _REASONS.get(error.errno or 0, "cli.reason_other")
    return say(name, code=errno.errorcode.get(error.errno or 0, "?"))
