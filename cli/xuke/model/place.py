"""Where something stands: in a value, and in a file."""

from typing import NamedTuple

#: Steps from a root value to a part of it, as jsonschema's ``absolute_path``.
Pointer = tuple[str | int, ...]


class Position(NamedTuple):
    """Line and column, both counted from 1 in characters."""

    line: int
    column: int


class Location(NamedTuple):
    """A stretch of one file; ``end`` is the first position after it."""

    path: str
    start: Position
    end: Position

    def __str__(self) -> str:
        """``path:line:column``, the form that editors jump to."""
        return f"{self.path}:{self.start.line}:{self.start.column}"


def top_of(path: str) -> Location:
    """The first character of a file, for what concerns it as a whole."""
    return Location(path, Position(1, 1), Position(1, 1))
