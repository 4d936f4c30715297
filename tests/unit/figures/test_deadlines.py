from datetime import date

import pytest

from trees import loaded
from xuke.calendar.working_days import UnknownYear
from xuke.figures.deadlines import due, owner, pushes_due
from xuke.model.limit import Limit, Unit
from xuke.model.register import Register

MEMO = "memoranda/lan/fagai.yaml"


@pytest.mark.parametrize(
    ("start", "value", "unit", "last"),
    [
        # The National Day week of 2018: 29 and 30 September were worked, 1 to 7 October were not.
        (date(2018, 9, 28), 3, Unit.WORKING_DAY, date(2018, 10, 8)),
        (date(2018, 9, 28), 0, Unit.WORKING_DAY, date(2018, 9, 28)),
        (date(2018, 9, 28), 10, Unit.DAY, date(2018, 10, 8)),
        (date(2018, 10, 31), 1, Unit.MONTH, date(2018, 11, 30)),
        (date(2018, 12, 5), 1, Unit.MONTH, date(2019, 1, 5)),
        (date(2018, 11, 30), 3, Unit.MONTH, date(2019, 2, 28)),
        (date(2016, 2, 29), 1, Unit.YEAR, date(2017, 2, 28)),
        (date(2018, 9, 28), 0, Unit.ON_THE_SPOT, date(2018, 9, 28)),
    ],
)
def test_a_deadline_counts_from_the_day_after(start, value, unit, last):
    assert due(start, Limit(value, unit)) == last


def test_a_year_without_a_calendar_is_refused_by_name():
    found = due(date(1999, 12, 31), Limit(1, Unit.WORKING_DAY))
    assert isinstance(found, UnknownYear)
    assert found.year == 1999


def register(*edits):
    return Register(loaded(*edits).snapshot, "lan")


PUSHES = """push:
  - id: ben
    trigger: 签订备忘录
    direction: bureau_to_department
    within: {value: 5, unit: working_day}
  - id: meici
    trigger: 作出准予许可决定
    direction: department_to_bureau
    within: {value: 5, unit: working_day}
  - id: wu
    direction: department_to_bureau
    within: null
"""


def memo(signed):
    return f"""provenance: demonstration
title: 划转备忘录
giver: fagai
taker: shenpi
status: signed
signed: {signed}
items: []
{PUSHES}"""


@pytest.mark.parametrize(("signed", "first"), [("2018-11-16", date(2018, 11, 23)), ("null", None)])
def test_only_a_time_from_the_signing_gives_a_day(signed, first):
    found = pushes_due(register((MEMO, "", memo(signed))))
    assert [(each.push.text("id"), each.due, owner(each)) for each in found] == [
        ("ben", first, "shenpi"),
        ("meici", None, "fagai"),
    ]
