"""Bytes of one file to a document, or to findings that say why not."""

from xuke.document.build import Builder
from xuke.document.cut import cut
from xuke.document.guard import decoded, faults
from xuke.document.unseen import unseen
from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, Message
from xuke.model.document import Document
from xuke.model.place import Location, Position


def read(
    path: str, data: bytes, watched: frozenset[str] = frozenset()
) -> tuple[Document | None, list[Diagnostic]]:
    """Parse one file; whatever is wrong with it is a finding, nothing is raised.

    A document is None when its text cannot be trusted as a whole; duplicate keys, anchors
    and odd characters leave a document beside their findings. ``watched`` are names of
    fields whose unquoted values are to be noted in ``Document.bare``.
    """
    return _read(path, data, watched)[1:]


def read_closely(
    path: str, data: bytes, watched: frozenset[str] = frozenset()
) -> tuple[Document | None, list[Diagnostic]]:
    """As ``read``, with what nobody sees in the values, and what of them was not read."""
    text, document, found = _read(path, data, watched)
    if document is not None:
        found += [_placed(path, text, *fault) for fault in (*unseen(text, document), *cut(text, document))]
    return document, found


def _read(path: str, data: bytes, watched: frozenset[str]) -> tuple[str, Document | None, list[Diagnostic]]:
    text, problem = decoded(path, data)
    if text is None:
        return "", None, [problem] if problem else []
    found = [_placed(path, text, *fault) for fault in faults(text)]
    if found:
        return text, None, found
    builder = Builder(path, text, watched)
    document = builder.build()
    return text, document, [_placed(path, text, *fault) for fault in builder.faults]


def _placed(path: str, text: str, code: str, start: int, end: int, message: Message) -> Diagnostic:
    location = Location(path, position(text, start), position(text, end))
    return Diagnostic(code, ALL[code], location, message)


def position(text: str, offset: int) -> Position:
    """Line and column of a character offset."""
    start = text.rfind("\n", 0, offset) + 1
    return Position(text.count("\n", 0, offset) + 1, offset - start + 1)
