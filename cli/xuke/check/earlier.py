"""What rules said of a version that differs from the one to be judged in some files alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from xuke.model.diagnostic import Diagnostic
from xuke.model.files import seat
from xuke.model.record import Key, Kind, Record
from xuke.model.rule import Rule
from xuke.sources.load import Loaded


class Judgement(NamedTuple):
    """A finding, and the record that a rule judged when it made it."""

    record: Key
    found: Diagnostic


#: By the names of rules, in the order of the register.
Judgements: TypeAlias = Mapping[tuple[str, Kind], list[Judgement]]


class Earlier:
    """An earlier version by what rules said of it, and the files that have changed since.

    ``certain`` names pairs of code and record that are judged anyhow, ``answered`` the codes of which
    nobody asks where a record did not change. Neither version may have twins.
    """

    def __init__(
        self,
        paths: Iterable[str],
        judgements: Judgements,
        certain: Collection[tuple[str, str]] = (),
        answered: Collection[str] = (),
    ) -> None:
        self._paths = frozenset(paths)
        self._judgements = judgements
        self._certain = certain
        self._answered = answered
        self._kinds: dict[str, set[Kind]] = {}
        for found in filter(None, map(seat, self._paths)):
            self._kinds.setdefault(found.jurisdiction, set()).update(found.kind.kinds)

    def reaches(self, rule: Rule, jurisdiction: str) -> bool:
        """Whether the change may have a rule say something else of a record that did not change."""
        return rule.code not in self._answered and rule.looks_at(self._kinds.get(jurisdiction, ()))

    def holds(self, record: Record) -> bool:
        """Whether a record stands in a file that changed."""
        return record.path in self._paths

    def certain(self, rules: Iterable[Rule], record: Record) -> Iterator[Rule]:
        """Those of some rules that judge a record even where nothing that they look at changed."""
        if self._certain:
            name = str(record.key)
            yield from (each for each in rules if (each.code, name) in self._certain)

    def said(self, rule: Rule, records: Iterable[Record]) -> Iterator[Judgement]:
        """What a rule said of those of some records that did not change since."""
        judgements = self._judgements.get(rule.name, ())
        if judgements:
            same = {each.key for each in records if not self.holds(each)}
            yield from (each for each in judgements if each.record in same)


def changed_paths(old: Loaded, new: Loaded) -> set[str]:
    """The files in which two versions may differ: all but those of which they share what was read."""
    shared = {id(each) for each in old.documents}
    same = {each.path for each in new.documents if id(each) in shared}
    return {*old.snapshot.paths, *new.snapshot.paths} - same
