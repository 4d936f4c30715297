"""What a tree holds, as the digest of each of its files; files that did not change are not read again."""

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from xuke.sources.paths import traits
from xuke.sources.tree import File, Tree, WorkTree

#: A file that changed so shortly before it was read may change again without its times telling.
RACY = 2_000_000_000

#: Path, what is wrong with the file by name, and the digest of its bytes.
Content = tuple[str, str, str]


def content(file: File) -> Content:
    """What a file holds."""
    return file.path, file.problem.name if file.problem else "", sha256(file.data).hexdigest()


class Watched:
    """A tree that notes what it holds while it is read."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.contents: list[Content] = []

    def files(self) -> Iterator[File]:
        """Every data file, sorted by path."""
        self.contents = []
        for file in self._tree.files():
            self.contents.append(content(file))
            yield file


def contents(tree: WorkTree, known: Mapping[str, Any], now: int) -> tuple[list[Content], dict[str, Any]]:
    """What a work tree holds, and what is to be known the next time: digest and traits by path.

    ``now`` is the clock in nanoseconds, before anything is read.
    """
    found: list[Content] = []
    kept: dict[str, Any] = {}
    for path in tree.paths():
        place = os.path.join(tree.root, path)
        told = traits(place)
        old = known.get(path)
        if told and isinstance(old, list) and old[1:] == told:
            found.append((path, "", str(old[0])))
            kept[path] = old
            continue
        found.append(content(tree.read(path)))
        if told and not found[-1][1] and told == traits(place) and _is_settled(told, now):
            kept[path] = [found[-1][2], *told]
    return found, kept


def _is_settled(told: list[int], now: int) -> bool:
    return max(told[4:]) < now - RACY
