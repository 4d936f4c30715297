"""Characters without width: where values hold them, and the values without them."""

import re
from collections.abc import Iterator

from xuke.document.emit import scalar
from xuke.document.guard import Fault
from xuke.model.characters import character_named
from xuke.model.diagnostic import say
from xuke.model.document import Document, Style

_SIGNS = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060"

#: Characters without width.
UNSEEN = re.compile(f"[{_SIGNS}]")

#: The same, and blanks that look like ordinary ones.
BLANK = re.compile(f"[{_SIGNS}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")

#: Those of them that only some scripts need, and these scripts.
_JOINERS = re.compile("[\u200c-\u200f]")
_JOINED = re.compile("[\u0590-\u08ff\u0900-\u0dff\u1800-\u18af\U0001f000-\U0001faff]")


def without_unseen(text: str) -> str:
    """A text without those that its script does not need."""
    kept = _JOINERS if _JOINED.search(text) else None
    return UNSEEN.sub(lambda found: found[0] if kept and kept.match(found[0]) else "", text)


def cleared(value: str, style: Style, written: str) -> tuple[str, str] | None:
    """How a value is written without them, and what it then is; None where nothing is safe to mend."""
    plain = without_unseen(value)
    if plain == value or not plain.strip():
        return None
    if style in {Style.LITERAL, Style.FOLDED}:
        new = without_unseen(written)
        # A line that held nothing else would be an empty one, and one that held a blank behind it indented.
        return (new, plain) if _indents(new) == _indents(written) else None
    return None if "\n" in written else (scalar(plain, style=style), plain)


def _indents(text: str) -> list[int]:
    lines = text.split("\n")
    return [len(each) - len(each.lstrip(" \t")) if each.strip() else -1 for each in lines]


def unseen(text: str, document: Document) -> Iterator[Fault]:
    """The first one of each value, at its place; where it is written as an escape, at that of the value."""
    # Nearly every text is spared the walk by a look that costs next to nothing.
    if any(sign in text for sign in (*_SIGNS, "\\")):
        yield from _below(text, document, document.value, 0)


def _below(text: str, document: Document, value: object, node: int) -> Iterator[Fault]:
    marks, part = document.marks, node + 1
    match value:
        case dict():
            for each in value.values():
                yield from _below(text, document, each, part + 1)
                part = marks.after(part + 1)
        case list():
            for each in value:
                yield from _below(text, document, each, part)
                part = marks.after(part)
        case str() if without_unseen(value) != value:
            start, end, style = marks.mark(node)
            yield _fault(value, text[start:end], start, style)


def _fault(value: str, written: str, start: int, style: Style) -> Fault:
    kept = without_unseen(value)
    first = next(sign for sign, other in zip(value, kept + "\0", strict=False) if sign != other)
    name = "Y009.unseen" if cleared(value, style, written) else "Y009.by_hand"
    place = written.find(first)
    span = (start + place, start + place + 1) if place >= 0 else (start, start + len(written))
    return "Y009", *span, say(name, character=character_named(first))
