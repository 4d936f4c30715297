"""Quotes without a partner, told where they begin: the parser gives up only at the next quote below."""

import re
from typing import NamedTuple

from xuke.document.guard import Fault
from xuke.model.diagnostic import say

#: What stands before the value of a line: blanks, dashes and a name. Matches the empty text as well.
_HEAD = re.compile(
    r"""([ ]*+)((?:-[ ]++)*+)
    ((?:[^\s"'\#:\[\]{},&*!|>%@`\-][^\n:\#"']*+|"[^"\n]*+"|'[^'\n]*+'):(?:[ ]++|(?=\s|\Z)))?""",
    re.VERBOSE,
)

#: A quoted text that ends on its line, and one over several lines.
_CLOSED = {'"': re.compile(r'"(?:[^"\\\n]|\\.)*+"'), "'": re.compile(r"'(?:[^'\n]|'')*+'")}
_FAR = {'"': re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL), "'": re.compile(r"'(?:[^']|'')*+'")}

#: The next quoted text between brackets, or the comment behind which there is none.
_NEXT = re.compile(r"""(?:[\[{,]|:[ ])[ ]*+(["'])|[ \t]\#""", re.VERBOSE)

#: What may follow a quoted text, and how the line begins that shows that a quote was forgotten above.
_AFTER = re.compile(r"[ \t]*+(?:\r?$|[,\]}:]|(?<=[ \t])#)", re.MULTILINE)
_ENTRY = re.compile(r"""-(?=\s)|[\#"'\]}]|[^\s:]++:(?=\s|\Z)|\Z""")
_BELOW = re.compile(r"(?:\n[ \t\r]*+(?=\n|\Z))*+\n?+([ ]*+)")


class _Line(NamedTuple):
    """Where the value of a line begins, the column that it must stay behind, and where the line ends."""

    value: int
    column: int
    end: int


def unpaired(text: str, stop: int) -> Fault | None:
    """The first quoted text that begins above ``stop`` and has no right quote, or one too early."""
    place = 0
    while place <= min(stop, len(text) - 1):
        line = _line(text, place)
        if text[line.value : line.value + 1] in {"|", ">"}:
            place = _behind_block(text, line)
            continue
        end, fault = _walked(text, line)
        if fault:
            return fault
        place = _stop(text, end) + 1
    return None


def _walked(text: str, line: _Line) -> tuple[int, Fault | None]:
    """The end of the last quoted text of a line, or what is wrong with one."""
    end, start = line.value, _first(text, line)
    while start >= 0:
        closed = _end(text, start, line)
        if closed < 0:
            return start, ("Y001", start, line.end, say("Y001.quote"))
        if not _AFTER.match(text, closed):
            return start, ("Y001", start, _stop(text, closed), say("Y001.quote_early"))
        end, start = closed, _next(text, closed)
    return end, None


def _line(text: str, place: int) -> _Line:
    pad, dashes, name = _HEAD.match(text, place).groups()  # type: ignore[union-attr]
    column = len(pad) + (len(dashes) if name else max(dashes.rfind("-"), 0))
    value = place + len(pad) + len(dashes) + len(name or "")
    return _Line(value, column, _stop(text, value))


def _stop(text: str, place: int) -> int:
    stop = text.find("\n", place)
    return len(text) if stop < 0 else stop


def _first(text: str, line: _Line) -> int:
    sign = text[line.value : line.value + 1]
    if sign in {'"', "'"}:
        return line.value
    return _next(text, line.value) if sign in {"[", "{"} else -1


def _next(text: str, place: int) -> int:
    found = _NEXT.search(text, place, _stop(text, place))
    return found.start(1) if found else -1


def _end(text: str, start: int, line: _Line) -> int:
    """Where a quoted text ends, over several lines if indented as its own; -1 where nothing ends it."""
    sign = text[start]
    if closed := _CLOSED[sign].match(text, start):
        return closed.end()
    below = _BELOW.match(text, _stop(text, start))
    if below and len(below[1]) <= line.column and _ENTRY.match(text, below.end()):
        return -1
    far = _FAR[sign].match(text, start)
    return far.end() if far else -1


def _behind_block(text: str, line: _Line) -> int:
    """Behind the lines of a block text, which hold quotes as they please."""
    block = re.compile(f"(?:[ \\t\\r]*+\\n|[ ]{{{line.column + 1},}}+[^\\n]*+(?:\\n|\\Z))*+")
    found = block.match(text, line.end + 1)
    return max(found.end(), line.end + 1) if found else line.end + 1
