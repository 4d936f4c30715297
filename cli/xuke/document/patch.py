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


def with_plain_ends(data: bytes) -> bytes:
    """A file with plain line ends where all of its own are those of Windows; mixed ones stay."""
    return data.replace(b"\r\n", b"\n") if _is_windows(data) else data


def encoded(text: str, original: bytes) -> bytes:
    """A text as the bytes of its file: its byte order mark stays, and the line ends that it had before."""
    mark = b"\xef\xbb\xbf" if original.startswith(b"\xef\xbb\xbf") else b""
    data = text.encode()
    return mark + (data.replace(b"\n", b"\r\n") if _is_windows(original) else data)


def _is_windows(data: bytes) -> bool:
    return data.count(b"\r\n") == data.count(b"\n") > 0
