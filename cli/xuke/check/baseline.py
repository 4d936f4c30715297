"""Findings that an office accepts for a time: a file of fingerprints, each with reason and expiry."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from xuke.check.fingerprint import fingerprint
from xuke.check.verdict import Entry, Verdict, numbered
from xuke.document.read import read
from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, say
from xuke.model.document import Document
from xuke.model.part import Part
from xuke.model.place import Pointer
from xuke.model.record import Snapshot


@dataclass(frozen=True, slots=True)
class Accepted:
    """One entry of a baseline file, with its place there."""

    part: Part
    document: Document

    @property
    def name(self) -> str:
        """The fingerprint that it accepts."""
        return self.part.text("fingerprint")

    def is_over(self, today: date) -> bool:
        """Whether its time has passed."""
        until = self.part.day("until")
        return until is not None and until < today

    @property
    def is_complete(self) -> bool:
        """Whether it gives a reason and a last day."""
        return bool(self.part.text("reason")) and self.part.day("until") is not None


def accepted(path: str, data: bytes) -> tuple[list[Accepted], list[Diagnostic]]:
    """The entries of a baseline file, and why it cannot be read."""
    document, found = read(path, data)
    value = document.value if document and isinstance(document.value, dict) else {}
    parts = Part(value, ()).parts("findings")
    return [Accepted(part, document) for part in parts if document], found


def without(verdict: Verdict, entries: Sequence[Accepted], today: date) -> Iterator[Entry]:
    """The findings, accepted ones marked as suppressed, and what is wrong with the entries."""
    valid = {each.name: each for each in entries if each.is_complete and not each.is_over(today)}
    known = set()
    for (found, plain), (_, name) in zip(verdict.entries, numbered(verdict.entries), strict=True):
        known.add(name)
        entry = None if found.suppressed else valid.get(name)
        yield Entry(replace(found, suppressed=entry.part.text("reason")) if entry else found, plain)
    yield from map(entry_of, _wrong(entries, known, today))


def entry_of(found: Diagnostic) -> Entry:
    """A finding about the baseline file, which is no part of the register."""
    return Entry(found, fingerprint(found, Snapshot({})))


def _wrong(entries: Iterable[Accepted], known: set[str], today: date) -> Iterator[Diagnostic]:
    for each in entries:
        if each.part.text("code") not in ALL:
            yield _told(each, "K006", "code", "K006.unknown")
        elif each.name not in known:
            yield _told(each, "K005", "fingerprint", "K005.idle")
        elif not each.is_complete:
            yield _told(each, "K011", "reason", "K011.incomplete")
        elif each.is_over(today):
            yield _told(each, "K007", "until", "K007.over")


def _told(each: Accepted, code: str, field: str, name: str) -> Diagnostic:
    pointer: Pointer = (*each.part.pointer, field)
    words = {"code": each.part.text("code"), "record": each.part.text("record")}
    if name == "K007.over":
        words["until"] = each.part.text("until")
    if name == "K006.unknown":
        del words["record"]
    return Diagnostic(code, ALL[code], each.document.locate(pointer), say(name, **words), pointer=pointer)
