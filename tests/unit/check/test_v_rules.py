"""Rules about changes that no case folder reaches."""

from datetime import date

import pytest
from judging import ITEMS, REFORM, Edited

from xuke.check.engine import run
from xuke.check.rules.v005_change_filed_in_time import change_filed_in_time
from xuke.model.rule import Context, Version
from xuke.sources.load import load

FILINGS = "provenance: demonstration\nfilings:\n  - id: f1\n    kind: record\n    on: 2018-12-01\n"
FILED = ("catalogue/lan/filings.yaml", "", FILINGS)
KEPT = "  retained_in_hall: true\n"


def within(value, unit):
    limit = f"  filing:\n    kind: record\n    within:\n      value: {value}\n      unit: {unit}\n"
    return (REFORM, KEPT, KEPT + limit)


class Past:
    is_whole = True

    def __init__(self, snapshot, day):
        self.snapshot, self.day = snapshot, day

    def versions(self, key):
        return [Version("c" * 40, self.day, self.snapshot.records[key])]

    def keys(self, jurisdiction, kind):
        return [
            each for each in self.snapshot.records if (each.jurisdiction, each.kind) == (jurisdiction, kind)
        ]

    def after(self, commit):
        return None


def said(day, *edits, today=date(2018, 12, 20)):
    snapshot = load(Edited(edits)).snapshot
    context = Context(snapshot, today, history=Past(snapshot, day))
    return [each.message.name for each in run([change_filed_in_time], context, ())]


CHANGED = date(2018, 12, 10)


@pytest.mark.parametrize(
    ("limit", "names"),
    [
        (within(5, "working_day"), ["V005.late"]),
        (within(9, "day"), ["V005.late"]),
        (within(10, "day"), []),
        (within(1, "month"), []),
    ],
)
def test_a_change_is_filed_within_the_days_that_the_policy_sets(limit, names):
    assert said(CHANGED, FILED, limit) == names


def test_what_was_filed_already_needs_no_new_filing():
    assert said(date(2018, 11, 30), FILED, within(5, "day")) == []


def test_before_the_first_filing_nothing_is_late():
    assert said(CHANGED, within(5, "day")) == []


def test_years_without_a_calendar_are_not_judged():
    assert said(CHANGED, FILED, within(5, "working_day"), today=date(2050, 1, 1)) == []


def test_without_a_rule_of_days_nothing_is_late():
    assert said(CHANGED, FILED, (ITEMS, "        value: 5\n", "        value: 4\n")) == []


def test_the_past_of_items_is_not_read_before_a_change_can_be_late():
    class Unread(Past):
        def versions(self, key):
            raise AssertionError(key)

    snapshot = load(Edited((FILED, within(40, "day")))).snapshot
    context = Context(snapshot, date(2018, 12, 20), history=Unread(snapshot, CHANGED))
    assert list(run([change_filed_in_time], context, ())) == []


def test_where_no_commit_came_after_the_filed_one_the_past_of_items_is_not_read():
    class Unread(Past):
        def versions(self, key):
            raise AssertionError(key)

        def after(self, commit):
            return {}

    snapshot = load(Edited((FILED, within(5, "day")))).snapshot
    context = Context(snapshot, date(2018, 12, 20), history=Unread(snapshot, CHANGED))
    assert list(run([change_filed_in_time], context, ())) == []
