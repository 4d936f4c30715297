"""Pair the records of two snapshots."""

from collections.abc import Iterator

from xuke.diff.fields import edits_of
from xuke.diff.lineage import joined
from xuke.model.change import Added, Change, Difference, Edited, Moved, Removed
from xuke.model.record import Key, Kind, Record, Snapshot

_RANKS = {kind: rank for rank, kind in enumerate(Kind)}


def compare(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    """Changes that turn ``old`` into ``new``, by jurisdiction, kind and id; moves among them.

    Items that replace others, as the data say, are told with them.
    """
    found = joined(list(differences(old, new)), old, new)
    yield from sorted(found, key=lambda change: _order(change.key))


def differences(old: Snapshot, new: Snapshot) -> Iterator[Difference]:
    """The same record by record: what goes on under another code is removed here and added there."""
    for key in sorted({*old.records, *new.records}, key=_order):
        if key not in old.records:
            yield Added(new.records[key])
        elif key not in new.records:
            yield Removed(old.records[key])
        elif old.records[key] is not new.records[key]:
            yield from _pair(old.records[key], new.records[key])


def _order(key: Key) -> tuple[str, int, str]:
    return key.jurisdiction, _RANKS[key.kind], key.id


def _pair(old: Record, new: Record) -> Iterator[Difference]:
    edits = tuple(edits_of(new.key.kind, old.fields, new.fields))
    if edits:
        yield Edited(old, new, edits)
    if old.path != new.path:
        yield Moved(old, new)
