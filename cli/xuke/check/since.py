"""What a change is answerable for: the findings that were not there before it."""

from collections.abc import Container, Iterable, Sequence

from xuke.check.fingerprint import fingerprints
from xuke.check.gathered import open_causes, rests
from xuke.check.links import causes_of
from xuke.check.rules import ALL as RULES
from xuke.model.diagnostic import Diagnostic, Severity
from xuke.model.record import Snapshot
from xuke.model.rule import Needs


class _Every:
    """Holds every code, those of an office's own rules among them."""

    def __contains__(self, code: object) -> bool:
        return True


EVERY: Container[str] = _Every()

#: Findings about suppressions, which follow from those of all rules.
_OF_SUPPRESSIONS = frozenset(("K005", "K007", "K008"))

#: Those that cannot do without the past, and the one that says more with it.
_OF_HISTORY = frozenset({"M013", *(rule.code for rule in RULES if rule.needs is Needs.HISTORY)})

#: Those of which a record that did not change has nothing new: of change itself, and of history.
OF_CHANGES = frozenset(rule.code for rule in RULES if rule.is_of_change or rule.needs is Needs.HISTORY)


def decisive(found: Iterable[Diagnostic]) -> Container[str]:
    """The codes that the version before must be judged by, to tell which findings are new."""
    codes = {each.code for each in found}
    return EVERY if codes & _OF_SUPPRESSIONS else causes_of(codes)


def answerable(
    found: Sequence[Diagnostic], snapshot: Snapshot, old: Sequence[Diagnostic], old_snapshot: Snapshot
) -> list[Diagnostic]:
    """The new findings in order, and those that weigh more now; history rules' where their record changed."""
    before, now = open_causes(old), open_causes(found)
    weights = (_weight(each, before) for each in old)
    known = dict(zip(fingerprints(old, old_snapshot), weights, strict=True))
    named = zip(found, fingerprints(found, snapshot), strict=True)
    grown = (each for each, name in named if name not in known or known[name] < _weight(each, now))
    return [each for each in grown if _is_touched(each, snapshot, old_snapshot)]


def _weight(each: Diagnostic, causes: Container[str]) -> int:
    """What is not shown weighs nothing."""
    if each.suppressed or rests(each, causes):
        return 0
    return 2 if each.severity is Severity.ERROR else 1


def _is_touched(each: Diagnostic, snapshot: Snapshot, old: Snapshot) -> bool:
    if each.code not in _OF_HISTORY or each.record is None:
        return True
    return snapshot.records.get(each.record) != old.records.get(each.record)
