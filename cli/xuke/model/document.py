"""A parsed file: its value, and where every part of it is written."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import islice
from typing import TypeAlias

from xuke.model.place import Location, Pointer, Position

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"


def same(old: object, new: object) -> bool:
    """Whether two values are equal and of one type: true is not 1, 1 is not 1.0."""
    if old is new:
        return True
    if type(old) is not type(new):
        return False
    match old, new:
        case dict(), dict():
            return old.keys() == new.keys() and all(same(old[name], new[name]) for name in old)
        case list(), list():
            return len(old) == len(new) and all(map(same, old, new))
    return old == new


class Style(IntEnum):
    """How a node is written."""

    PLAIN = 0
    SINGLE = 1
    DOUBLE = 2
    LITERAL = 3
    FOLDED = 4
    BLOCK = 5
    FLOW = 6


class Mark(tuple[int, int, Style]):
    """Character offsets of a node, and its style."""

    __slots__ = ()

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self[0]

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self[1]

    @property
    def style(self) -> Style:
        """How the node is written."""
        return self[2]


#: A list or a group up to this length is walked through each time.
_SHORT = 16

_STYLE_BITS = 3
_STYLE_MASK = (1 << _STYLE_BITS) - 1


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """All nodes of a file in reading order, as flat arrays of offsets.

    A mapping is followed by key, value, key, value …; ``sizes`` holds how many nodes a
    subtree has, above the three bits of its style. Keys that were dropped have no marks.
    """

    starts: "array[int]"
    ends: "array[int]"
    sizes: "array[int]"
    lines: "array[int]"

    def mark(self, node: int) -> Mark:
        """What is known of one node."""
        style = Style(self.sizes[node] & _STYLE_MASK)
        return Mark((self.starts[node], self.ends[node], style))

    def after(self, node: int) -> int:
        """The node that follows a whole subtree."""
        return node + (self.sizes[node] >> _STYLE_BITS)

    def position(self, offset: int) -> Position:
        """Line and column of a character."""
        line = bisect_right(self.lines, offset)
        return Position(line, offset - self.lines[line - 1] + 1)


def packed(size: int, style: Style) -> int:
    """One entry of ``Marks.sizes``."""
    return size << _STYLE_BITS | style


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One file of the workspace, without its text."""

    path: str
    value: Value
    marks: Marks
    #: Watched fields whose value is written without quotes.
    bare: tuple[Pointer, ...] = ()
    #: Numbers of the parts of long lists and groups, once one of them was asked for.
    parts: dict[int, "array[int]"] = field(default_factory=dict, repr=False)
    #: What was worked out of this file alone: data that JSON can hold, true in every version that has it.
    notes: dict[str, "Value"] = field(default_factory=dict, repr=False)

    def locate(self, pointer: Pointer) -> Location:
        """Where a value stands; a value that is not written has its nearest ancestor's place."""
        return self._location(self.node(pointer))

    def locate_key(self, pointer: Pointer) -> Location:
        """Where the key of a value stands; an element of a list has no key, so the element."""
        node = self.node(pointer)
        is_keyed = bool(pointer) and isinstance(pointer[-1], str) and self._has(pointer)
        return self._location(node - 1 if is_keyed else node)

    def mark(self, pointer: Pointer) -> Mark:
        """Offsets and style of a value, or of its nearest written ancestor."""
        return self.marks.mark(self.node(pointer))

    def node(self, pointer: Pointer) -> int:
        """Number of a value in reading order, or of its nearest written ancestor."""
        node, value = 0, self.value
        for step in pointer:
            match value, step:
                case dict(), str() if step in value:
                    node = self._part(node, value, _ordinal(value, step)) + 1
                    value = value[step]
                case list(), int() if 0 <= step < len(value):
                    node = self._part(node, value, step)
                    value = value[step]
                case _:
                    break
        return node

    def _part(self, node: int, value: "list[Value] | dict[str, Value]", ordinal: int) -> int:
        """Number of an element, or of the key of a field."""
        if len(value) <= _SHORT:
            return next(islice(self._parts(node, value), ordinal, None))
        if node not in self.parts:
            self.parts[node] = array("I", self._parts(node, value))
        return self.parts[node][ordinal]

    def _parts(self, node: int, value: "list[Value] | dict[str, Value]") -> Iterator[int]:
        step = 1 if isinstance(value, dict) else 0
        part = node + 1
        for _ in value:
            yield part
            part = self.marks.after(part + step)

    def _has(self, pointer: Pointer) -> bool:
        value = self.value
        for step in pointer:
            match value, step:
                case dict(), str() if step in value:
                    value = value[step]
                case list(), int() if step < len(value):
                    value = value[step]
                case _:
                    return False
        return True

    def _location(self, node: int) -> Location:
        if not self.marks.starts:
            return Location(self.path, Position(1, 1), Position(1, 1))
        start, end, _ = self.marks.mark(node)
        return Location(self.path, self.marks.position(start), self.marks.position(end))


def _ordinal(value: dict[str, Value], key: str) -> int:
    return next(number for number, each in enumerate(value) if each == key)
