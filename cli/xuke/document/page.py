"""A text with its marks, as fields and elements with their lines and columns."""

import re
from typing import NamedTuple

from xuke.model.document import Document, Style, Value

#: The dash of an element, behind blank lines and comments.
_DASH = re.compile(r"(?:[ \t\n]|#[^\n]*\n)*-")


class Slot(NamedTuple):
    """One field or element: its name, where it begins, and the node of its value."""

    name: str
    start: int
    node: int


class Page:
    """A text with its marks, as places of lines and columns."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self.text = text
        self.marks = document.marks

    def is_block(self, node: int) -> bool:
        """Whether a container has its parts on lines of their own."""
        return self.marks.mark(node).style is Style.BLOCK

    def slots(self, node: int, value: Value) -> list[Slot]:
        """The fields of a mapping from their keys, or the elements of a list from their dashes."""
        child, place, slots = node + 1, self.marks.starts[node], list[Slot]()
        for name in value if isinstance(value, dict) else [""] * len(_list(value)):
            start = self.marks.starts[child]
            if isinstance(value, dict):
                child += 1
            elif self.is_block(node) and (dash := _DASH.match(self.text, place)):
                start = dash.end() - 1
            slots.append(Slot(name, start, child))
            place = max(self.marks.ends[child], start + 1)
            child = self.marks.after(child)
        return slots

    def parts(self, node: int, value: Value) -> list[tuple[Slot, Value]]:
        """The same, each with its value."""
        values = list(value.values()) if isinstance(value, dict) else _list(value)
        return list(zip(self.slots(node, value), values, strict=True))

    def is_listed(self, node: int, value: Value) -> bool:
        """Whether a list is a block whose dashes each begin a line, with nothing between dash and value."""
        return self.is_block(node) and all(
            self.is_alone(slot) and not self.text[slot.start + 1 : self.marks.starts[slot.node]].strip()
            for slot in self.slots(node, value)
        )

    def line(self, offset: int) -> int:
        """Where the line of a character begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def pad(self, slot: Slot) -> str:
        """The blanks that stand before a part that begins below this one."""
        return " " * (slot.start - self.line(slot.start))

    def end(self, node: int) -> int:
        """Where a value ends; line breaks after a block text are not part of it."""
        start, end, _ = self.marks.mark(node)
        return start + len(self.text[start:end].rstrip())

    def stop(self, node: int) -> int:
        """The end of the line on which a value ends, behind any comment."""
        stop = self.text.find("\n", self.end(node))
        return len(self.text) if stop < 0 else stop

    def top(self, slot: Slot, *, is_first: bool) -> int:
        """Where the first of the comments directly above a part begins; a first part has none of its own."""
        top, pad = self.line(slot.start), self.pad(slot)
        while not is_first and top and self.text.startswith(f"{pad}#", self.line(top - 1)):
            top = self.line(top - 1)
        return top

    def is_alone(self, slot: Slot) -> bool:
        """Whether nothing but blanks stands before a part on its line."""
        return not self.text[self.line(slot.start) : slot.start].strip()


def _list(value: Value) -> list[Value]:
    return value if isinstance(value, list) else []
