"""A document as bytes that hold data alone, and back: JSON for its value, arrays for its marks."""

import json
import sys
from array import array
from itertools import accumulate, pairwise
from typing import Any

from xuke.model.document import Document, Marks

#: Bytes of another machine are no document: how long a number of an array is, and its order.
LAYOUT = f"{array('I').itemsize}-{sys.byteorder}"

#: What ``unpacked`` raises for other bytes.
DAMAGES = (ValueError, TypeError, IndexError, RecursionError)

_ARRAYS = 4


def packed(document: Document) -> bytes | None:
    """All of a document but its path; None for the rare text that UTF-8 cannot hold."""
    marks = document.marks
    text = json.dumps([document.value, document.bare], ensure_ascii=False, separators=(",", ":"))
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return None
    arrays = (marks.starts, marks.ends, marks.sizes, marks.lines)
    sizes = array("I", map(len, arrays))
    return b"".join((*(each.tobytes() for each in (sizes, *arrays)), data))


def unpacked(path: str, data: bytes) -> Document:
    """The document of a path from ``packed``; one of ``DAMAGES`` is raised for other bytes."""
    width = array("I").itemsize
    head = _numbers(data[: _ARRAYS * width])
    if len(set(head[: _ARRAYS - 1])) != 1:
        raise ValueError
    bounds = [each * width for each in accumulate((_ARRAYS, *head))]
    starts, ends, sizes, lines = (_numbers(data[start:stop]) for start, stop in pairwise(bounds))
    value, bare = json.loads(data[bounds[-1] :])
    _share_texts([value])
    return Document(path, value, Marks(starts, ends, sizes, lines), tuple(map(tuple, bare)))


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
