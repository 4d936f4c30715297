"""What git prints of commits, of what differs between trees, and of a tree itself, as values."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from xuke.sources.tree import shown

if TYPE_CHECKING:
    from xuke.model.past import Commit

#: One commit in the form that ``commits_of`` reads.
FORMAT = "%H%x00%T%x00%P%x00%cs%x00%an%x00%s"
_FIELDS = 6


@dataclass(frozen=True, slots=True)
class Difference:
    """A path that differs between two trees: blob ids on both sides, empty where it is not there."""

    path: str
    old: str
    new: str


def commits_of(answer: bytes) -> "Iterator[Commit]":
    """The commits of a log in ``FORMAT``, in its order."""
    # Late: a check that was kept asks for no commit.
    from xuke.model.past import Commit  # noqa: PLC0415

    fields = answer.split(b"\0")
    for start in range(0, len(fields) - _FIELDS + 1, _FIELDS):
        name, tree, parents, day, author, subject = (
            each.decode("utf-8", "replace") for each in fields[start : start + _FIELDS]
        )
        yield Commit(name, tree, tuple(parents.split()), _day(day), shown(author), shown(subject))


def _day(text: str) -> date:
    # Git keeps years beyond 9999, which only a broken clock writes.
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.max


def differences_of(answer: bytes) -> Iterator[list[Difference]]:
    """The differences of every pair of trees; git names each pair before what differs in it."""
    found: list[Difference] | None = None
    rest = iter(answer.split(b"\0"))
    for field in rest:
        # A path that differs is told as ":modes ids status", the first of a pair behind its heading.
        heading, line_end, raw = field.rpartition(b"\n")
        for _ in heading.split(b"\n") if line_end else ():
            if found is not None:
                yield found
            found = []
        if raw and found is not None:
            _, _, old, new, _ = raw.decode().split()
            found.append(Difference(path_of(next(rest)), _name(old), _name(new)))
    if found is not None:
        yield found


def _name(text: str) -> str:
    return text if text.strip("0") else ""


def tree_rows(tree: bytes, size: int) -> Iterator[tuple[str, bytes, str]]:
    """Mode, name and id of everything in a tree object; ``size`` is that of an id in bytes."""
    start = 0
    while start < len(tree):
        end = tree.index(b"\0", start)
        mode, _, name = tree[start:end].partition(b" ")
        start = end + 1 + size
        yield mode.decode(), name, tree[end + 1 : start].hex()


def path_of(name: bytes) -> str:
    """A path as git keeps it; bytes that are not UTF-8 are kept as surrogates."""
    return name.decode("utf-8", "surrogateescape")
