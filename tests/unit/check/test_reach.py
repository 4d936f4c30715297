"""No rule looks further than it says: what it says of unchanged records can be kept because of that."""

from datetime import date

import pytest

import house
from registers import IN_MEMORY, register
from xuke.check.rules import ALL
from xuke.model.record import Record, Snapshot
from xuke.model.rule import Context, Needs
from xuke.model.views import view
from xuke.sources.load import load
from xuke.sources.tree import WorkTree

TODAY = date(2019, 1, 1)
BOUND = [each for each in ALL if each.needs is Needs.NOTHING and (not each.is_wide or each.sees is not None)]


class Fields(dict):
    """The fields of another record, of which a rule may look at some."""

    def __init__(self, fields, rule, kind, known):
        super().__init__(fields)
        self.known, self.name = known, f"{rule.name} looks at {kind}"

    def get(self, name, default=None):
        assert name in self.known, f"{self.name}: {name}"
        return super().get(name, default)

    def __getitem__(self, name):
        return self.get(name)

    def __contains__(self, name):
        assert name in self.known, f"{self.name}: {name}"
        return super().__contains__(name)

    def __iter__(self):
        raise AssertionError(self.name)

    items = keys = values = __eq__ = __or__ = __ror__ = __iter__
    __hash__ = None


class Bounded(Snapshot):
    """A snapshot that shows a rule what it says that it looks at, for one record."""

    def __init__(self, whole, rule, record):
        super().__init__({})
        vars(self).update(whole=whole, rule=rule, record=record)

    @property
    def jurisdictions(self):
        assert self.rule.is_wide, f"{self.rule.name} looks at all jurisdictions"
        return self.whole.jurisdictions

    def of(self, kind, jurisdiction=None):
        self._ask(kind, jurisdiction)
        return map(self._shown, self.whole.of(kind, jurisdiction))

    def get(self, jurisdiction, kind, name):
        if (jurisdiction, kind, name) != self.record.key:
            self._ask(kind, jurisdiction)
        found = self.whole.get(jurisdiction, kind, name)
        return found and self._shown(found)

    def _shown(self, record):
        if record.key == self.record.key:
            return self.record
        if self.rule.sees is None:
            return record
        return shown(record, self.rule, self.rule.sees[record.key.kind])

    def is_whole(self, jurisdiction, *kinds):
        for kind in kinds:
            self._ask(kind, jurisdiction)
        return self.whole.is_whole(jurisdiction, *kinds)

    def _ask(self, kind, jurisdiction):
        known = (*self.rule.reads, *self.rule.beside) if self.rule.sees is None else self.rule.sees
        is_here = jurisdiction == self.record.key.jurisdiction
        assert is_here or self.rule.is_wide, f"{self.rule.name} looks at {jurisdiction}"
        assert kind in known, f"{self.rule.name} looks at {kind}"


def shown(record, rule, known):
    """A record of which a rule may look at some fields."""
    fields = record.fields if known is None else Fields(record.fields, rule, record.key.kind, known)
    return Record(record.key, fields, record.home)


class Unread:
    """A past that nobody may ask for."""

    def __getattr__(self, name):
        raise AssertionError(name)


def judged(snapshot, rules):
    """How many findings some rules have, each seeing no more than it says."""
    count = 0
    for rule in rules:
        for place in snapshot.jurisdictions if rule else ():
            for each in snapshot.of(rule.kind, place):
                record = shown(each, rule, rule.own)
                context = Context(Bounded(snapshot, rule, record), TODAY, history=Unread())
                for finding in rule.check(view(record), context):
                    assert finding.about is None or rule.is_wide, rule.name
                    count += 1
    return count


@pytest.mark.parametrize("case", IN_MEMORY, ids=lambda path: path.name)
def test_a_rule_looks_at_what_it_names(case):
    own = [each for each in BOUND if each.code == case.name[:4]]
    if own:
        judged(register(case).snapshot, own)


def test_no_rule_of_the_register_looks_further():
    snapshot = load(WorkTree(house.ROOT)).snapshot
    for rule in BOUND:
        for place in snapshot.jurisdictions:
            for each in list(snapshot.of(rule.kind, place))[:40]:
                record = shown(each, rule, rule.own)
                context = Context(Bounded(snapshot, rule, record), TODAY, history=Unread())
                list(rule.check(view(record), context))


def test_the_names_of_rules_are_their_own():
    assert len({each.name for each in ALL}) == len(ALL)
