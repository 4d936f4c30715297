"""What a change is answerable for: the findings that were not there before it."""

from collections.abc import Sequence

from xuke.check.fingerprint import fingerprints
from xuke.check.rules import ALL as RULES
from xuke.model.diagnostic import Diagnostic
from xuke.model.record import Snapshot
from xuke.model.rule import Needs

_OF_HISTORY = frozenset(rule.code for rule in RULES if rule.needs is Needs.HISTORY)


def answerable(
    found: Sequence[Diagnostic], snapshot: Snapshot, old: Sequence[Diagnostic], old_snapshot: Snapshot
) -> list[Diagnostic]:
    """The new findings in order; those of history rules only where their record changed."""
    known = set(fingerprints(old, old_snapshot))
    named = zip(found, fingerprints(found, snapshot), strict=True)
    return [each for each, name in named if name not in known and _is_touched(each, snapshot, old_snapshot)]


def _is_touched(each: Diagnostic, snapshot: Snapshot, old: Snapshot) -> bool:
    if each.code not in _OF_HISTORY or each.record is None:
        return True
    return snapshot.records.get(each.record) != old.records.get(each.record)
