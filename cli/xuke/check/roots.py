"""A register's findings as a verdict: where each stands from the root of its file, and its fingerprint."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from xuke.check.fingerprint import fingerprint
from xuke.check.verdict import Entry, Verdict
from xuke.model.diagnostic import Diagnostic
from xuke.model.document import Document
from xuke.model.files import seat
from xuke.model.place import Location, Pointer, Position
from xuke.sources.load import Loaded


class _Entry(NamedTuple):
    start: Position
    end: Position
    pointer: Pointer


def verdict_of(found: Sequence[Diagnostic], loaded: Loaded) -> Verdict:
    """The verdict on a register, from all findings of a check in their order."""
    snapshot = loaded.snapshot
    names = (fingerprint(each, snapshot) for each in found)
    entries = tuple(map(Entry, rooted(found, loaded.documents), names))
    return Verdict(entries, len(snapshot.records), snapshot.paths, snapshot.jurisdictions)


def rooted(found: Iterable[Diagnostic], documents: Iterable[Document]) -> Iterator[Diagnostic]:
    """Findings whose pointers start at the root of their file instead of at their record."""
    known = {each.path: each for each in documents}
    entries: dict[str, list[_Entry]] = {}
    for each in found:
        path = each.location.path
        if path in known and path not in entries:
            entries[path] = list(_entries(known[path]))
        yield replace(each, pointer=_pointer(each, entries.get(path, [])))


def _pointer(found: Diagnostic, entries: Sequence[_Entry]) -> Pointer:
    # What the reader says of a text, and the engine of a file, has no pointer at all.
    is_free = found.record is None and found.code[0] != "S"
    return found.pointer if is_free else (*_around(found.location, entries), *found.pointer)


def _around(place: Location, entries: Sequence[_Entry]) -> Pointer:
    index = bisect_right(entries, place.start, key=lambda entry: entry.start) - 1
    return entries[index].pointer if index >= 0 and place.start < entries[index].end else ()


def _entries(document: Document) -> Iterator[_Entry]:
    """The entries of a file in reading order, each with the steps to it."""
    found = seat(document.path)
    if found is None or not isinstance(document.value, dict):
        return
    for name in (name for name in document.value if name in found.kind.lists):
        yield from _listed(document, name, document.value[name])


def _listed(document: Document, name: str, value: object) -> Iterator[_Entry]:
    marks = document.marks
    node = document.node((name,)) + 1
    for index in range(len(value) if isinstance(value, list) else 0):
        start, end, _ = marks.mark(node)
        yield _Entry(marks.position(start), marks.position(end), (name, index))
        node = marks.after(node)
