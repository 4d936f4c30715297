"""How wide text is on a screen, in cells, and how it is broken into lines."""

import unicodedata
from collections.abc import Iterator

#: Marks that never begin a line, as Chinese printing demands.
_NEVER_FIRST = frozenset("，。；：、！？）》”’】,.;:!?)]}")


def width(text: str) -> int:
    """Cells that a text takes; an ideograph takes two, a combining mark none."""
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrap(text: str, cells: int) -> Iterator[str]:
    """Lines of at most so many cells; broken at spaces and between ideographs."""
    line, used = "", 0
    for piece in _pieces(text):
        size = width(piece)
        if used and used + size > cells and piece not in _NEVER_FIRST:
            yield line.rstrip()
            line, used = "", 0
            piece = piece.lstrip()  # noqa: PLW2901
        line, used = line + piece, used + width(piece)
    if line.strip():
        yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    word = ""
    for character in " ".join(text.split()):
        if character == " " or _cells(character) == 2:
            if word:
                yield word
            yield character
            word = ""
        else:
            word += character
    if word:
        yield word
