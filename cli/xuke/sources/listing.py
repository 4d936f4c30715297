"""What a revision holds, path by path, told by blob ids; files are read only when asked for."""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import Protocol

from xuke.sources.entry import Entry
from xuke.sources.git import GitTree, Repository
from xuke.sources.paths import is_data
from xuke.sources.stamps import kept_blob, stamps
from xuke.sources.tree import File, WorkTree

#: Files that one run of git gives.
_AT_ONCE = 128


class Listing(Protocol):
    """The data files of one side of a comparison."""

    @property
    def names(self) -> dict[str, str]:
        """What stands for the content of each file, by path; equal where the contents are."""
        ...

    def read(self, paths: Collection[str]) -> Iterator[File]:
        """Some of the files, sorted by path; those that are not there are left out."""
        ...


class GitListing:
    """A commit, or the index; files are read from the object store in batches."""

    def __init__(self, repository: Repository, entries: Iterable[Entry]) -> None:
        self._repository = repository
        self._entries = {each.path: each for each in entries if is_data(each.path.rpartition("/")[2])}

    @cached_property
    def names(self) -> dict[str, str]:
        """The blob of each file, by path."""
        return {path: each.blob for path, each in self._entries.items()}

    def read(self, paths: Collection[str]) -> Iterator[File]:
        """Some of the files, sorted by path; few are held at a time."""
        chosen = [self._entries[path] for path in sorted(paths) if path in self._entries]
        for start in range(0, len(chosen), _AT_ONCE):
            yield from GitTree(self._repository, chosen[start : start + _AT_ONCE]).files()


class WorkListing:
    """The files on disk; only those are read that the index has no blob for."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._tree = WorkTree(repository.root)
        self._read: dict[str, File] = {}

    @cached_property
    def names(self) -> dict[str, str]:
        """The blob that git would make of each file, by path."""
        known = stamps(*self._repository.stamps())
        root = self._repository.root
        return {path: kept_blob(root, path, known) or self._hashed(path) for path in self._tree.paths()}

    def _hashed(self, path: str) -> str:
        file = self._file(path)
        return self._repository.blob_name(file.data) if file.problem is None else file.problem.name

    def _file(self, path: str) -> File:
        # Kept, so that what is compared is what was hashed.
        if path not in self._read:
            self._read[path] = self._tree.read(path)
        return self._read[path]

    def read(self, paths: Collection[str]) -> Iterator[File]:
        """Some of the files, sorted by path."""
        return (self._file(path) for path in sorted(paths) if path in self.names)
