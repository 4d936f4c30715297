"""Free texts that are not what was written: a remark has cut them short, or a quote was left over."""

import re
from collections.abc import Iterator
from itertools import chain

from xuke.document.guard import Fault
from xuke.model.diagnostic import say
from xuke.model.document import Document, Style

#: A remark that begins at once, as text does; a remark of a file has a blank behind its sign.
_GLUED = re.compile(r"(?<=\S)[ \t]++(#[^\s#!][^\n]*)")

#: A quote at the end of a text that no line end follows: between brackets, before a remark, at the end.
_ENDING = re.compile(r"""["'](?=[ \t]*+(?:[,\]}]|\Z)|[ \t]++\#)""", re.VERBOSE)

_SHOWN = 20


def cut(text: str, document: Document) -> Iterator[Fault]:
    """Every free text with such a remark behind it or such a quote at its end."""
    # Nearly every text is spared the search for what ends there.
    remarks = {found.start(): found for found in _GLUED.finditer(text)} if " #" in text else {}
    inside = (found.end() for found in _ENDING.finditer(text))
    quotes = set(chain(_left_over(text, '"'), _left_over(text, "'"), inside))
    marks = document.marks
    for node, end in enumerate(marks.ends) if remarks or quotes else ():
        if (end in remarks or end in quotes) and marks.mark(node).style is Style.PLAIN:
            start = marks.starts[node]
            written = text[start:end]
            if _is_free(written) and (end in remarks or written.count(written[-1]) % 2):
                yield _cut(remarks[end]) if end in remarks else ("Y010", start, end, say("Y010.quote"))


def _left_over(text: str, sign: str) -> Iterator[int]:
    """The ends of lines whose last sign is a quote and which hold an odd number of these."""
    place = text.find(f"{sign}\n")
    while place >= 0:
        if text.count(sign, text.rfind("\n", 0, place) + 1, place) % 2 == 0:
            yield place + 1
        place = text.find(f"{sign}\n", place + 1)


def _is_free(written: str) -> bool:
    """Whether words were written, and no name, code, number or date."""
    return not written.isascii() or " " in written


def _cut(found: "re.Match[str]") -> Fault:
    rest = found[1].rstrip()
    shown = rest if len(rest) <= _SHOWN else f"{rest[:_SHOWN]}……"
    return "Y010", found.start(1), found.start(1) + len(rest), say("Y010.remark", rest=shown)
