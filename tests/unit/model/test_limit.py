"""Limits that can be compared, and those that cannot."""

import pytest

from xuke.model.limit import Conversion, Limit, Unit, conversion_of, limit_of


def day(value):
    return Limit(value, Unit.DAY)


def working(value):
    return Limit(value, Unit.WORKING_DAY)


def month(value):
    return Limit(value, Unit.MONTH)


SPOT = Limit(0, Unit.ON_THE_SPOT)
NEVER, MONTHS, WORKING, BOTH = Conversion(), Conversion(30), Conversion(None, True), Conversion(30, True)


@pytest.mark.parametrize(
    ("conversion", "one", "other", "answer"),
    [
        (NEVER, working(5), working(7), -1),
        (NEVER, working(7), working(7), 0),
        (NEVER, working(8), working(7), 1),
        (NEVER, day(5), working(5), None),
        (NEVER, month(1), day(30), None),
        (NEVER, SPOT, working(1), -1),
        (NEVER, working(1), SPOT, 1),
        (NEVER, SPOT, SPOT, 0),
        (MONTHS, month(1), day(30), 0),
        (MONTHS, month(1), working(30), None),
        (WORKING, day(5), working(5), 0),
        (WORKING, month(1), working(30), None),
        (BOTH, month(1), working(31), -1),
        (BOTH, Limit(1, Unit.YEAR), month(12), 0),
        (NEVER, month(13), Limit(1, Unit.YEAR), 1),
        (BOTH, Limit(1, Unit.YEAR), day(365), None),
    ],
)
def test_limits_are_compared_where_their_units_meet(conversion, one, other, answer):
    assert conversion.compare(one, other) == answer


@pytest.mark.parametrize(
    ("value", "limit"),
    [
        ({"unit": "day", "value": 5}, day(5)),
        ({"unit": "on_the_spot"}, SPOT),
        ({"unit": "on_the_spot", "value": 0}, SPOT),
        ({"unit": "hour", "value": 5}, None),
        ({"unit": "day"}, None),
        ({"unit": "day", "value": "5"}, None),
        ({"value": 5}, None),
        (None, None),
        ("5 day", None),
        ([5], None),
    ],
)
def test_a_limit_is_read_where_it_is_stated_in_full(value, limit):
    assert limit_of(value) == limit


@pytest.mark.parametrize(
    ("policy", "conversion"),
    [
        (None, NEVER),
        ("30", NEVER),
        ({"never": True, "month_days": 30}, NEVER),
        ({"month_days": 30}, MONTHS),
        ({"month_days": "30"}, NEVER),
        ({"day_as_working_day": True}, WORKING),
        ({"day_as_working_day": "yes"}, NEVER),
        ({"month_days": 30, "day_as_working_day": True}, BOTH),
    ],
)
def test_a_conversion_is_what_the_policy_states(policy, conversion):
    assert conversion_of(policy) == conversion
