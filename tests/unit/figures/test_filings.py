"""When the next filing is due: after the first change of the list since the last one."""

from datetime import date

import pytest

from trees import loaded
from xuke.calendar.working_days import UnknownYear
from xuke.figures.filings import FilingDue, filing_due
from xuke.model.limit import Limit, Unit
from xuke.model.record import Key, Kind
from xuke.model.register import Register
from xuke.model.rule import Version

FILINGS = "catalogue/lan/filings.yaml"
FILED = """provenance: demonstration
filings:
  - {id: a, kind: record, on: 2018-09-20}
  - {id: b, kind: record, on: null}
"""
UNDATED = FILED.replace("2018-09-20", "null")
POLICY = ("catalogue/lan/reform.yaml", "policy:\n", "policy:\n  filing: {within: {value: 20, unit: UNIT}}\n")
TODAY = date(2018, 10, 26)

KEPT, GONE = (Key("lan", Kind.ITEM, f"53010400{number}000") for number in (1, 9))


COMMIT = "c" * 40


class Past:
    """Days on which items changed."""

    is_whole = True

    def __init__(self, days, after=None):
        self.days = days
        self.later = after

    def after(self, commit):
        return self.later if commit == COMMIT else None

    def keys(self, jurisdiction, kind):
        return [each for each in self.days if (each.jurisdiction, each.kind) == (jurisdiction, kind)]

    def versions(self, key):
        return [Version(f"of {day}", date.fromisoformat(day), None) for day in self.days[key]]


def due(days, *edits, unit="working_day", today=TODAY):
    file, old, new = POLICY
    register = Register(loaded((file, old, new.replace("UNIT", unit)), *edits).snapshot, "lan")
    return filing_due(register, None if days is None else Past(days), today)


def test_what_changed_since_the_last_filing_is_due_so_long_after_its_first_change():
    found = due({KEPT: ["2018-10-22", "2018-09-28", "2018-09-19"]}, (FILINGS, "", FILED))
    assert (found.last, found.changed, found.until) == (
        *(date(2018, 9, 20), date(2018, 9, 28)),
        date(2018, 10, 31),
    )
    assert found.left == 3


@pytest.mark.parametrize("day", ["2018-09-18", "2018-09-20", "2018-09-22"])
def test_what_was_filed_is_its_commit_whatever_the_day_of_the_letter(day):
    filed = FILED.replace("2018-09-20", f"2018-09-20, commit: {COMMIT}")
    register = Register(loaded((FILINGS, "", filed)).snapshot, "lan")
    days = {KEPT: [day, "2018-09-10"]}
    later = {f"of {day}": date.fromisoformat(day)}
    assert filing_due(register, Past(days, later), TODAY).changed == date.fromisoformat(day)
    assert filing_due(register, Past(days, {}), TODAY).changed is None


def test_an_item_that_was_taken_out_is_a_change_of_the_list():
    found = due({KEPT: ["2018-10-22"], GONE: ["2018-10-15"]}, (FILINGS, "", FILED))
    assert found.changed == date(2018, 10, 15)


@pytest.mark.parametrize(
    ("unit", "until", "left"), [("day", date(2018, 10, 18), -8), ("month", date(2020, 5, 28), 580)]
)
def test_other_units_are_counted_in_days(unit, until, left):
    found = due({KEPT: ["2018-09-28"]}, (FILINGS, "", FILED), unit=unit)
    assert (found.until, found.left) == (until, left)


def test_a_late_filing_has_less_than_no_day_left():
    assert due({KEPT: ["2018-09-28"]}, (FILINGS, "", FILED), today=date(2018, 11, 2)).left == -2


def test_years_without_a_calendar_are_refused():
    found = due({KEPT: ["2027-09-28"]}, (FILINGS, "", FILED), today=date(2027, 10, 1))
    assert isinstance(found.until, UnknownYear)
    assert found.left == found.until
    assert isinstance(
        due({KEPT: ["2018-09-28"]}, (FILINGS, "", FILED), today=date(2027, 1, 4)).left, UnknownYear
    )


@pytest.mark.parametrize(
    ("days", "filed", "said"),
    [
        ({KEPT: ["2018-09-19"]}, FILED, {"is_filed": True, "last": date(2018, 9, 20)}),
        (None, FILED, {"is_filed": True, "last": date(2018, 9, 20), "is_known": False}),
        ({KEPT: ["2018-09-28"]}, UNDATED, {"is_filed": True}),
        ({KEPT: ["2018-09-28"]}, "provenance: demonstration\nfilings: []\n", {}),
    ],
)
def test_where_nothing_is_known_to_have_changed_nothing_is_due(days, filed, said):
    assert due(days, (FILINGS, "", filed)) == FilingDue(TODAY, Limit(20, Unit.WORKING_DAY), **said)


def test_without_a_time_in_the_policy_a_change_is_told_and_no_day():
    register = Register(loaded((FILINGS, "", FILED)).snapshot, "lan")
    found = filing_due(register, Past({KEPT: ["2018-09-28"]}), TODAY)
    assert (found.within, found.changed, found.until, found.left) == (None, date(2018, 9, 28), None, None)
