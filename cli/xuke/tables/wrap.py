"""How a text breaks into lines in a cell, counted in half-width units: Chinese takes two."""

import re
from functools import cache, lru_cache
from math import ceil
from unicodedata import combining, east_asian_width

#: Never the first of a line: the character before it goes along.
CLOSING = frozenset("，。；：、！？）》」』”’】〕％,.;:!?)]}%")

_WORDS = re.compile(r"[!-~]+|.", re.DOTALL)


@cache
def width_of(character: str) -> int:
    """Units of one character; what is ambiguous is printed wide in Chinese fonts."""
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WFA" else 1


def text_width(text: str) -> int:
    """Units of a text without line breaks."""
    return len(text) if text.isascii() else sum(map(width_of, text))


@lru_cache(maxsize=65536)
def wrapped(text: str, units: int) -> tuple[str, ...]:
    """The lines of a text in a column; put together again they are the text."""
    if len(text) * 2 <= units and "\n" not in text:
        return (text,)
    return tuple(line for part in text.splitlines(keepends=True) or [""] for line in _lines(part, units))


def _lines(text: str, units: int) -> list[str]:
    lines, line, used = [], "", 0
    for word in _words(text, units):
        width = text_width(word)
        if used + width > units and line and word != "\n":
            carry = line[-1] if word in CLOSING and len(line) > 1 else ""
            lines.append(line[: len(line) - len(carry)])
            line, used = carry, text_width(carry)
        line, used = line + word, used + width
    return [*lines, line]


def _words(text: str, units: int) -> list[str]:
    """Chinese characters one by one, runs of Latin and digits as long as a line takes them."""
    found = []
    for word in _WORDS.findall(text):
        pieces = ceil(len(word) / units)
        found += [word[place * units : (place + 1) * units] for place in range(pieces)]
    return found
