import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xuke.calendar.working_days import UnknownYear, after, between, is_working, left

KNOWN = st.dates(date(2004, 1, 1), date(2025, 6, 30))


@pytest.mark.parametrize(
    ("day", "count", "last"),
    [
        (date(2018, 9, 25), 20, date(2018, 10, 26)),
        (date(2018, 12, 28), 1, date(2018, 12, 29)),
        (date(2018, 12, 29), 1, date(2019, 1, 2)),
        (date(2018, 9, 25), 1, date(2018, 9, 26)),
        (date(2018, 9, 29), 0, date(2018, 9, 29)),
        (date(2018, 10, 1), 1, date(2018, 10, 8)),
    ],
)
def test_the_first_day_does_not_count(day, count, last):
    assert after(day, count) == last


def test_a_make_up_saturday_is_a_working_day_and_a_holiday_is_none():
    assert is_working(date(2018, 12, 29)) is True
    assert is_working(date(2018, 12, 31)) is False
    assert is_working(date(2018, 12, 22)) is False
    assert is_working(date(2018, 12, 24)) is True


@given(KNOWN, KNOWN)
def test_what_is_left_until_a_day_is_what_is_late_after_it(today, due):
    assert left(today, due) == -left(due, today)
    assert left(min(today, due), max(today, due)) == between(min(today, due), max(today, due))


@pytest.mark.parametrize("today", [date(2018, 9, 25), date(2099, 9, 25)])
def test_nothing_is_left_until_a_day_that_the_calendar_lacks(today):
    assert isinstance(left(today, date(2099, 1, 1)), UnknownYear)


@given(KNOWN, st.integers(1, 60))
def test_as_many_days_lie_between_as_were_counted(day, count):
    last = after(day, count)
    assert is_working(last) is True
    assert between(day, last) == count


@given(KNOWN, KNOWN)
def test_nothing_lies_between_a_day_and_an_earlier_one(one, other):
    first, last = max(one, other), min(one, other)
    assert between(first, last) == 0


def bounds():
    refused = after(date(1999, 1, 1), 1)
    assert isinstance(refused, UnknownYear)
    return refused.first, refused.last


def test_years_without_a_notice_are_refused_by_name():
    first, last = bounds()
    assert first == 2004
    assert last >= 2026
    assert after(date(1999, 1, 1), 1) == UnknownYear(1999, first, last)
    assert is_working(date(1999, 1, 1)) == UnknownYear(1999, first, last)
    assert between(date(1999, 1, 1), date(2018, 1, 1)) == UnknownYear(1999, first, last)
    assert between(date(2018, 1, 1), date(last + 1, 1, 1)) == UnknownYear(last + 1, first, last)


def test_counting_into_a_year_without_a_notice_is_refused():
    _, last = bounds()
    assert after(date(last, 12, 31), 1).year == last + 1
    assert after(date(2018, 9, 25), 10**9).year == last + 1
    assert after(date.max, 1).year == 9999
    assert after(date.max, 0).year == 9999


def test_the_calendar_is_imported_late():
    code = "import sys, xuke.calendar.working_days; sys.exit('chinese_calendar' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
