"""Comments and blank lines of a text, each with the entry that it belongs to."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from xuke.document.page import Page
from xuke.model.document import Marks, Style, Value

_SIGN = re.compile(r"#[^\n]*|(?<=\n)[ \t]*(?=\n)")


class _Entry(NamedTuple):
    """Where a field or an element begins; inside brackets, where these end and what they belong to."""

    start: int
    end: int
    owner: int


@dataclass(frozen=True, slots=True)
class Remarks:
    """What stands above an entry and behind its first line, by where the entry begins."""

    above: dict[int, list[str]] = field(default_factory=dict)
    behind: dict[int, list[str]] = field(default_factory=dict)
    tail: list[str] = field(default_factory=list)


def remarks(page: Page) -> Remarks:
    """Every comment of a text; blank lines above an entry as empty ones."""
    text = page.text
    entries = sorted(_entries(page, 0, page.document.value, None))
    starts = [each.start for each in entries]
    found = Remarks()
    for offset, sign in _signs(page.marks, text):
        place = bisect_right(starts, offset)
        is_own = not text[text.rfind("\n", 0, offset) + 1 : offset].strip()
        if is_own and place == len(starts):
            found.tail.append(sign)
        elif is_own:
            found.above.setdefault(starts[place], []).append(sign)
        elif place:
            found.behind.setdefault(_owner(entries[place - 1], offset), []).append(sign)
        else:
            found.above.setdefault(starts[0], []).append(sign)
    return found


def _owner(entry: _Entry, offset: int) -> int:
    return entry.owner if entry.end <= offset else entry.start


def _entries(page: Page, node: int, value: Value, flow: tuple[int, int] | None) -> Iterator[_Entry]:
    for slot, each in page.parts(node, value):
        end, owner = flow or (len(page.text) + 1, slot.start)
        yield _Entry(slot.start, end, owner)
        mark = page.marks.mark(slot.node)
        inner = flow or ((mark.end, slot.start) if mark.style is Style.FLOW else None)
        yield from _entries(page, slot.node, each, inner)


def _signs(marks: Marks, text: str) -> Iterator[tuple[int, str]]:
    """Comments and blank lines outside of all scalars, in order."""
    place = 0
    for start, end in _scalars(marks, text):
        yield from _between(text, place, start)
        place = max(place, end)
    yield from _between(text, place, len(text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for match in _SIGN.finditer(text, start, end):
        yield match.start(), match.group().rstrip() if match.group().startswith("#") else ""


def _scalars(marks: Marks, text: str) -> Iterator[tuple[int, int]]:
    for node in range(len(marks.starts)):
        start, end, style = marks.mark(node)
        if style in {Style.LITERAL, Style.FOLDED}:
            # The line of the sign may end in a comment.
            line = text.find("\n", start)
            yield (line, start + len(text[start:end].rstrip())) if 0 <= line < end else (start, end)
        elif style not in {Style.BLOCK, Style.FLOW}:
            yield start, end
