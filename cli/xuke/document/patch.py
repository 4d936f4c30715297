"""Edits of a text by mark: what is not named stays byte for byte."""

from collections.abc import Iterable
from typing import NamedTuple


class TextEdit(NamedTuple):
    """Characters ``start`` to before ``end`` become ``new``."""

    start: int
    end: int
    new: str


def patched(text: str, edits: Iterable[TextEdit]) -> str:
    """The text after all edits, those of one place in the order given; ValueError where two overlap."""
    parts, last = [], 0
    for edit in sorted(edits, key=_place):
        if edit.start < last:
            raise ValueError(edit)
        parts += [text[last : edit.start], edit.new]
        last = edit.end
    return "".join([*parts, text[last:]])


def _place(edit: TextEdit) -> tuple[int, int]:
    return edit.start, edit.end


def encoded(text: str, original: bytes) -> bytes:
    """A text as the bytes of its file: a byte order mark that was there stays."""
    mark = b"\xef\xbb\xbf"
    return (mark if original.startswith(mark) else b"") + text.encode()
