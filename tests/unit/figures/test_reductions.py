from fractions import Fraction

import pytest
from test_transfer import item

from xuke.figures.reductions import Reduction, Subject, after, promised, reduction_of, total
from xuke.model.limit import Conversion, Limit, Unit

AS_LAW = Conversion(month_days=30, day_as_working_day=True)


def rows(count):
    return [{"id": f"r{number}"} for number in range(count)]


def limit(value, unit):
    return {"promised": {"value": value, "unit": unit}}


def timed(before, value, unit):
    return item("1", baseline={"days": before}, limit=limit(value, unit))


def test_what_an_item_has_now_are_its_rows():
    found = item("1", steps=rows(3), materials=[])
    assert (after(found, Subject.STEPS), after(found, Subject.MATERIALS)) == (3, 0)


def test_where_the_item_states_none_the_greatest_of_its_business_items_counts():
    parts = [{"suffix": "01", "steps": rows(2)}, {"suffix": "02", "steps": rows(5)}, {"suffix": "03"}]
    found = item("1", handlings=parts)
    assert after(found, Subject.STEPS) == 5
    assert after(found, Subject.MATERIALS) is None


def test_the_longest_promise_counts_if_all_are_of_one_unit():
    days = [{"limit": limit(5, "working_day")}, {"limit": limit(9, "working_day")}, {}]
    assert promised(item("1", handlings=days)) == Limit(9, Unit.WORKING_DAY)
    mixed = [{"limit": limit(5, "working_day")}, {"limit": limit(1, "month")}]
    assert promised(item("1", handlings=mixed)) is None
    assert after(item("1", handlings=mixed), Subject.TIME) is None
    own = item("1", handlings=mixed, limit=limit(3, "day"))
    assert promised(own) == Limit(3, Unit.DAY)


@pytest.mark.parametrize(
    ("before", "now", "rate"),
    [(185, 60, Fraction(125, 185)), (2, 3, Fraction(-1, 2)), (0, 0, None), (2.5, 0.5, Fraction(4, 5))],
)
def test_the_rate_is_of_what_was_before(before, now, rate):
    assert Reduction(before, now, 1).rate == rate


def test_an_item_without_one_side_has_no_reduction():
    assert reduction_of(item("1", baseline={"steps": 3}), Subject.STEPS) is None
    assert reduction_of(item("1", steps=rows(3)), Subject.STEPS) is None
    assert reduction_of(item("1", baseline={"steps": 6}, steps=rows(3)), Subject.STEPS) == Reduction(6, 3, 1)


def test_a_total_goes_over_the_items_that_state_both_sides():
    items = [item("1", baseline={"steps": 6}, steps=rows(3)), item("2", steps=rows(9))]
    assert total(items, Subject.STEPS, Conversion()) == Reduction(6, 3, 1)


def test_days_add_up_as_they_are_printed():
    items = [timed(0.1, 1, "working_day"), timed(0.2, 1, "working_day"), timed(0.7, 1, "working_day")]
    assert repr(total(items[:2], Subject.TIME, Conversion()).before) == "0.3"
    assert repr(total(items, Subject.TIME, Conversion()).before) == "1"


def test_days_add_up_in_working_days_where_the_jurisdiction_converts():
    items = [
        timed(20, 5, "working_day"),
        timed(3, 0, "on_the_spot"),
        timed(10, 4, "day"),
        timed(2, 1, "month"),
    ]
    assert total(items, Subject.TIME, AS_LAW) == Reduction(20 + 3 + 10 + 60, 5 + 0 + 4 + 30, 4)
    assert total(items, Subject.TIME, Conversion()) == Reduction(23, 5, 2)
    assert total([timed(2, 1, "year")], Subject.TIME, AS_LAW) == Reduction(0, 0, 0)
    assert total([timed(2, 1, "month")], Subject.TIME, Conversion(None, True)).n == 0
