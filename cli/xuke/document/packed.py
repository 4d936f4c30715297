"""A document as bytes that hold data alone, and back: JSON for its value, arrays for its marks."""

import json
import sys
from array import array
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any, cast

from xuke.model.document import Document, Marks, Value
from xuke.model.place import Pointer

#: Bytes of another machine are no document: how long a number of an array is, and its order.
LAYOUT = f"{array('I').itemsize}-{sys.byteorder}"

#: What ``unpacked`` raises for other bytes.
DAMAGES = (ValueError, TypeError, IndexError, RecursionError)

_ARRAYS = 4
_WIDTH = array("I").itemsize


class _Packed(Document):
    """A document that is unpacked when its value, or a place in it, is asked for."""

    __slots__ = ("_marks", "_text", "_value")
    _marks: bytes | Marks
    _text: bytes | None
    _value: Value

    def __init__(self, path: str, marks: bytes, text: bytes, bare: tuple[Pointer, ...]) -> None:
        given = {"path": path, "bare": bare, "parts": {}, "notes": {}}
        for name, each in {**given, "_marks": marks, "_text": text, "_value": None}.items():
            object.__setattr__(self, name, each)

    @property
    def value(self) -> Value:
        """The value; its text is given up for it."""
        if self._text is not None:
            value = json.loads(self._text)
            _share_texts([value])
            object.__setattr__(self, "_value", value)
            object.__setattr__(self, "_text", None)
        return self._value

    @property
    def marks(self) -> Marks:
        """The marks; their bytes are given up for them."""
        data = found = self._marks
        if isinstance(data, bytes):
            head = _numbers(data[: _ARRAYS * _WIDTH])
            bounds = pairwise(each * _WIDTH for each in accumulate((_ARRAYS, *head)))
            found = Marks(*(_numbers(data[start:stop]) for start, stop in bounds))
            object.__setattr__(self, "_marks", found)
        return cast(Marks, found)


def packed(document: Document) -> bytes | None:
    """All of a document but its path; None for the rare text that UTF-8 cannot hold."""
    marks = document.marks
    texts = (json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in _texts(document))
    try:
        value, bare = (each.encode() for each in texts)
    except UnicodeEncodeError:
        return None
    arrays = (marks.starts, marks.ends, marks.sizes, marks.lines)
    sizes = array("I", (len(value), *map(len, arrays)))
    return b"".join((*(each.tobytes() for each in (sizes, *arrays)), value, bare))


def _texts(document: Document) -> tuple[Value, Sequence[Pointer]]:
    return document.value, document.bare


def unpacked(path: str, data: bytes) -> Document:
    """The document of a path from ``packed``; one of ``DAMAGES`` is raised for other bytes."""
    length, *head = _numbers(data[: (_ARRAYS + 1) * _WIDTH])
    if len(head) != _ARRAYS or len({*head[:-1]}) != 1:
        raise ValueError
    marks = _WIDTH * (_ARRAYS + 1 + sum(head))
    bare = json.loads(data[marks + length :])
    text = data[marks : marks + length]
    return _Packed(path, data[_WIDTH:marks], text, tuple(map(tuple, bare)))


_CONTAINERS = frozenset({dict, list})


def _share_texts(value: Any) -> None:
    """Hold equal texts once, as the reader does: a register says the same again and again."""
    known: dict[str, str] = {}
    parts = [value]
    while parts:
        part = parts.pop()
        for place, each in part.items() if type(part) is dict else enumerate(part):
            if type(each) is str:
                part[place] = known.setdefault(each, each)
            elif type(each) in _CONTAINERS:
                parts.append(each)


def _numbers(data: bytes) -> "array[int]":
    found = array("I")
    found.frombytes(data)
    # A copy has no room to grow in.
    return found[:]
