"""Entries of signed memoranda that have become suspect."""

from collections.abc import Iterator
from dataclasses import dataclass

from xuke.check.agreements import Drift, drifts, is_settled_since
from xuke.diff.fields import edits_of
from xuke.figures.fingerprint import agreed, fingerprint
from xuke.model.record import Kind, Record
from xuke.model.register import Register
from xuke.model.rule import History
from xuke.model.views import Memo, Part


@dataclass(frozen=True, slots=True)
class Suspect:
    """An agreed field that changed since signing; no ``drift`` where the past is not known."""

    memo: Memo
    entry: Part
    item: Record
    drift: Drift | None


def suspects(memo: Memo, register: Register, history: History | None) -> Iterator[Suspect]:
    """What changed since a memorandum was signed and is neither supplemented nor confirmed."""
    if memo.text("status") != "signed":
        return
    for entry in memo.covered():
        item = register.get(Kind.ITEM, entry.text("code"))
        if item and _is_changed(entry, item):
            yield from _of_entry(memo, entry, item, history)


def _is_changed(entry: Part, item: Record) -> bool:
    mark = entry.text("fingerprint")
    return bool(mark) and mark != fingerprint(item.fields, entry.texts("suffixes"))


def _of_entry(memo: Memo, entry: Part, item: Record, history: History | None) -> Iterator[Suspect]:
    found = drifts(item, entry, history.versions(item.key) if history else ())
    for drift in [None] if found is None else found:
        if not is_settled_since(memo, item, drift):
            yield Suspect(memo, entry, item, drift)


def makes_suspect(memo: Memo, old: Record, new: Record) -> bool:
    """Whether a change of an item leaves what a memorandum was signed for, and nothing there settles it."""
    entry = memo.covering(new.key.id) if memo.text("status") == "signed" else None
    if entry is None or not _is_changed(entry, new):
        return False
    before, now = (agreed(each.fields, entry.texts("suffixes")) for each in (old, new))
    found = (Drift(each, None) for each in edits_of(Kind.ITEM, before, now))
    return any(not is_settled_since(memo, new, each) for each in found)
