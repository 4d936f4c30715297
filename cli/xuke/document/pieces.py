"""A file cut into its records where that is safe, so that only those whose text differs are read."""

import re
from collections.abc import Collection, Iterator

from xuke.document.cut import Chunk

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


def pieces(text: str, names: Collection[str]) -> list[Chunk] | None:
    """The elements of some lists at the top of a file; None where only reading the whole can tell them."""
    edges = _edges(text)
    if edges is None or _has_open_quote(text):
        return None
    found: list[Chunk] = []
    keys = [each for each in edges if each[0]]
    listed = [each for each in keys if each[0] in names]
    ends = [*(start for _, _, start, _ in keys[1:]), len(text)]
    if len({name for name, *_ in listed}) < len(listed):
        return None
    for (name, value, _, body), end in zip(keys, ends, strict=False):
        if name in names and value != "[]":
            cut = _elements(name, text[body:end]) if not value or value.startswith("#") else None
            if cut is None:
                return None
            found += cut
    return found


#: A line at the left edge: key, what stands behind it, where the line and where the next one begins.
_Edge = tuple[str, str, int, int]


def _edges(text: str) -> list[_Edge] | None:
    """The lines at the left edge in order; None where one of them is odd."""
    starts = [each.end() for each in _EDGE.finditer(text)]
    if text and text[0] not in " \t\r\n":
        starts.insert(0, 0)
    found: list[_Edge] = []
    for start in starts:
        key = _KEY.match(text, start)
        if key:
            found.append((key[1], (key[2] or "").rstrip(), start, key.end()))
        elif not _OTHER.match(text, start):
            return None
    return found


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
