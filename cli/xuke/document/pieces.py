"""A file cut into its records where that is safe, so that only those whose text differs are read."""

import re
from collections.abc import Collection

from xuke.document.cut import Chunk, chunks
from xuke.document.guard import faults

#: A line at the left edge that is neither a plain key, an element, a comment nor empty.
_ODD = re.compile(r"^(?![a-z_]+:(?:[ \t\r\n]|\Z)|[ \t#]|- |\r?$)", re.MULTILINE)

#: A quote that is opened and not closed in the same line: what looks like an element may be text.
_OPEN = tuple(
    re.compile(rf"(?:^|[:\-,\[{{?])[ \t]*{quote}(?:{inner})*$", re.MULTILINE)
    for quote, inner in (('"', r'[^"\\\r\n]|\\.'), ("'", r"[^'\r\n]|''"))
)


def pieces(text: str, names: Collection[str]) -> list[Chunk] | None:
    """The elements of some lists at the top of a file; None where only reading the whole can tell them."""
    if _ODD.search(text) or any(each.search(text) for each in _OPEN) or any(faults(text)):
        return None
    found = [each for each in chunks(text) if each.name in names]
    cut = {each.name for each in found}
    return found if all(_is_plain(text, name, name in cut) for name in names) else None


def _is_plain(text: str, name: str, is_cut: bool) -> bool:
    """Whether a list is there once, element by element, or not at all, or empty."""
    heads = re.findall(rf"^{name}:[ \t]*([^\r\n]*)", text, re.MULTILINE)
    return len(heads) < 2 and all(is_cut if head[:1] in ("", "#") else head == "[]" for head in heads)
