"""What rules said of a version that differs from the one to be judged in some files alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from xuke.check.changed import Changes, everywhere, unknown
from xuke.model.diagnostic import Diagnostic
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
    nobody asks where a record did not change, ``changed`` what differs in the files where that is known.
    Neither version may have twins.
    """

    def __init__(
        self,
        paths: Iterable[str],
        judgements: Judgements,
        certain: Collection[tuple[str, str]] = (),
        answered: Collection[str] = (),
        changed: Changes | None = None,
    ) -> None:
        self._paths = frozenset(paths)
        self._judgements = judgements
        self._certain = certain
        self._answered = answered
        self._changed = unknown(self._paths) if changed is None else changed
        self._anywhere = everywhere(self._changed)
        # What names a place in a file that changed names another one now.
        self._moved = {
            (name, each.record) for name, said in judgements.items() for each in said if self._is_there(each)
        }

    def _is_there(self, judgement: Judgement) -> bool:
        found = judgement.found
        return any(each.path in self._paths for each in (found.location, *found.also))

    def reaches(self, rule: Rule, jurisdiction: str) -> bool:
        """Whether the change may have a rule say something else of a record that did not change."""
        here = self._changed.places.get(jurisdiction, {})
        return rule.code not in self._answered and rule.looks_at(here, self._anywhere)

    def holds(self, record: Record) -> bool:
        """Whether a record may have changed."""
        return record.path in self._paths and self._changed.records.get(record.key) != frozenset()

    def asks(self, rule: Rule, record: Record) -> bool:
        """Whether what changed in a record may have a rule say something else of it."""
        fields = self._changed.records.get(record.key)
        return self.holds(record) and (rule.own is None or fields is None or bool(rule.own & fields))

    def certain(self, rules: Iterable[Rule], record: Record) -> Iterator[Rule]:
        """Those of some rules that judge a record even where nothing that they look at changed."""
        if self._certain or self._moved:
            name = str(record.key)
            for each in rules:
                if (each.code, name) in self._certain or (each.name, record.key) in self._moved:
                    yield each

    def said(self, rule: Rule, records: Iterable[Record]) -> Iterator[Judgement]:
        """What a rule said of those of some records that did not change since."""
        judgements = self._judgements.get(rule.name, ())
        if judgements:
            same = {each.key for each in records if not self.asks(rule, each)}
            told = (each for each in judgements if each.record in same)
            yield from (each for each in told if (rule.name, each.record) not in self._moved)


def changed_paths(old: Loaded, new: Loaded) -> set[str]:
    """The files in which two versions may differ: all but those of which they share what was read."""
    shared = {id(each) for each in old.documents}
    same = {each.path for each in new.documents if id(each) in shared}
    return {*old.snapshot.paths, *new.snapshot.paths} - same
