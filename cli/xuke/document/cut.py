"""A file cut into the texts of its records, so that only those that differ need to be read."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

_LIST = re.compile(r"^([a-z_]+):[ \t]*(?:#.*)?\r?\n(?=( *)- )", re.MULTILINE)
_TOP = re.compile(r"^[^\s#-]", re.MULTILINE)

#: Plain values that are no text.
_WORDS = ("true", "false", "null")


@cache
def _written(field: str, indent: int) -> re.Pattern[str]:
    value = r"""(?:"([^"\\\n]*)"|'([^'\n]*)'|([A-Za-z0-9][\w-]*))"""
    start = f"^ {{{indent}}}(?:- |  ){re.escape(field)}:[ \t]+"
    return re.compile(rf"{start}{value}[ \t]*(?:#.*)?\r?$", re.MULTILINE)


class Chunk(NamedTuple):
    """One element of a list at the top of a file: the list's name and the element's lines."""

    name: str
    text: str

    @property
    def document(self) -> str:
        """The element as a file of its own."""
        return f"{self.name}:\n{self.text}"

    def identity(self, field: str) -> str | None:
        """The plainly written value of a field of the element; None where only reading can tell."""
        indent = len(self.text) - len(self.text.lstrip(" "))
        found = _written(field, indent).search(self.text)
        value = next((each for each in found.groups() if each is not None), None) if found else None
        return None if value in _WORDS else value


def is_cut_whole(text: str, lists: Iterable[str]) -> bool:
    """Whether cutting finds every element of some lists: all that are there are block lists, or empty."""
    names = "|".join(map(re.escape, lists))
    found = list(re.finditer(rf"""^["']?(?:{names})["']?[ \t]*:(.*)$""", text, re.MULTILINE))
    return bool(found) and all(
        match.group(1).strip() == "[]" or _LIST.match(text, match.start()) for match in found
    )


def chunks(text: str) -> Iterator[Chunk]:
    """Every element of every block list at the top of a file, in reading order."""
    for match in _LIST.finditer(text):
        stop = _TOP.search(text, match.end())
        body = text[match.end() : stop.start() if stop else len(text)]
        starts = [each.start() for each in re.finditer(f"^{match.group(2)}- ", body, re.MULTILINE)]
        for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
            yield Chunk(match.group(1), body[start:end])
