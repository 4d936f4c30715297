"""A file cut into its records where that is safe, so that only those whose text differs are read."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import NamedTuple

#: The start of every line at the left edge; found by its line end, which is much faster than by ``^``.
_EDGE = re.compile(r"\n(?=[^ \t\r\n])")

#: What may stand there: a plain key, an element of a list, a comment.
_KEY = re.compile(r"([a-z_]+):(?:[ \t]+([^\r\n]*))?\r?(?:\n|\Z)")
_OTHER = re.compile(r"- |#")

#: Where a list of records begins: its elements stand at the depth of the first.
_FIRST = re.compile(r"( *)- ")

#: A text in quotes that ends in its line, with what may stand around it; begins with a quote, to be fast.
_DOUBLE = re.compile(r""""(?<=[\s\-:,\[{?]")[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"(?![^\s,\]}:])""")
_SINGLE = re.compile(r"""'(?<=[\s\-:,\[{?]')[^'\r\n]*(?:''[^'\r\n]*)*'(?![^\s,\]}:])""")

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


class _Key(NamedTuple):
    """A key at the left edge: what stands behind it, where its line and where the next one begins."""

    name: str
    value: str
    start: int
    body: int


def pieces(text: str, names: Collection[str]) -> list[Chunk] | None:
    """The elements of some lists at the top of a file; None where only reading the whole can tell them."""
    keys, has_odd = _edges(text)
    listed = [each.name for each in keys if each.name in names]
    if has_odd or _has_open_quote(text) or len(set(listed)) < len(listed):
        return None
    cut = list(_cut(text, keys, names))
    return None if None in cut else _joined(cut)


def likely_pieces(text: str, names: Collection[str]) -> list[Chunk]:
    """What looks like the elements of some lists, for a file that cannot be read as a whole."""
    keys, _ = _edges(text)
    return _joined(_cut(text, keys, names))


def _edges(text: str) -> tuple[list[_Key], bool]:
    """The keys at the left edge in order, and whether something odd stands there too."""
    starts = [each.end() for each in _EDGE.finditer(text)]
    if text and text[0] not in " \t\r\n":
        starts.insert(0, 0)
    keys, has_odd = list[_Key](), False
    for start in starts:
        key = _KEY.match(text, start)
        if key:
            keys.append(_Key(key[1], (key[2] or "").rstrip(), start, key.end()))
        has_odd = has_odd or not (key or _OTHER.match(text, start))
    return keys, has_odd


def _cut(text: str, keys: list[_Key], names: Collection[str]) -> Iterator[list[Chunk] | None]:
    """The elements of each list; None for one that is not plainly written."""
    ends = [*(each.start for each in keys[1:]), len(text)]
    for (name, value, _, body), end in zip(keys, ends, strict=False):
        if name in names and value != "[]":
            yield _elements(name, text[body:end]) if value[:1] in {"", "#"} else None


def _joined(cut: Iterable[list[Chunk] | None]) -> list[Chunk]:
    return [each for found in cut for each in found or ()]


def _has_open_quote(text: str) -> bool:
    """Whether a quote may reach beyond its line, so that what looks like an element may be text."""
    rest = _DOUBLE.sub("", text)
    rest = _SINGLE.sub("", rest) if "'" in rest else rest
    return '"' in rest or "'" in rest


def _elements(name: str, body: str) -> list[Chunk] | None:
    """Every element of a block list with its lines; None where the list does not begin at once."""
    first = _FIRST.match(body)
    return list(_split(name, body, first[0])) if first else None


def _split(name: str, body: str, mark: str) -> Iterator[Chunk]:
    parts = body.split(f"\n{mark}")
    for place, part in enumerate(parts):
        head = mark if place else ""
        yield Chunk(name, f"{head}{part}" + ("\n" if place < len(parts) - 1 else ""))
