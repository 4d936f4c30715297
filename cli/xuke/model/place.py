"""Where something stands: in a value, and in a file."""

from typing import NamedTuple

#: Steps from a root value to a part of it, as jsonschema's ``absolute_path``.
Pointer = tuple[str | int, ...]


class Position(NamedTuple):
    """Line and column, both counted from 1 in characters."""

    line: int
    column: int


class Location(NamedTuple):
    """A stretch of one file; ``end`` is the first position after it.

    A cell is a place too: with a ``sheet``, the positions are row and column of a workbook.
    """

    path: str
    start: Position
    end: Position
    sheet: str = ""

    @property
    def cell(self) -> str:
        """The address of a cell on its sheet, as in ``C12``; empty for a place in a text."""
        return f"{letters(self.start.column)}{self.start.line}" if self.sheet else ""

    def __str__(self) -> str:
        """``path:line:column``, the form that editors jump to; ``path!sheet!C12`` for a cell."""
        if self.sheet:
            return f"{self.path}!{self.sheet}!{self.cell}"
        return f"{self.path}:{self.start.line}:{self.start.column}" if self.start.line else self.path


def top_of(path: str) -> Location:
    """The first character of a file, for what concerns it as a whole."""
    return Location(path, Position(1, 1), Position(1, 1))


def letters(column: int) -> str:
    """The letters of a column counted from 1: A, Z, AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def cell_at(path: str, sheet: str, row: int, column: int) -> Location:
    """One cell of a workbook, row and column counted from 1."""
    return Location(path, Position(row, column), Position(row, column + 1), sheet)


def whole(path: str) -> Location:
    """A file as a whole, which is no text with lines."""
    return Location(path, Position(0, 0), Position(0, 0))
