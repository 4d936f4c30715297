from decimal import Decimal

import pytest

from xuke.figures.balance import balance, is_one_sided
from xuke.model.views import Part


def figure(**fields):
    return Part(fields, ())


def test_a_change_is_what_went_and_what_came():
    parts = [
        {"name": "取消", "removed": 8},
        {"name": "合并", "removed": 5, "added": 2},
        {"name": "县级", "count": 24},
    ]
    found = balance(figure(before=100, parts=parts))
    assert (found.removed, found.added, found.after) == (13, 2, 89)


def test_decimals_are_added_as_they_are_printed():
    found = balance(figure(before=0.3, parts=[{"removed": 0.1}, {"removed": 0.1}]))
    assert found.after == Decimal("0.1")


@pytest.mark.parametrize(
    "fields", [{"before": 100}, {"before": 100, "parts": [{"count": 3}]}, {"parts": [{"added": 3}]}]
)
def test_without_a_former_number_or_changes_there_is_nothing_to_recount(fields):
    assert balance(figure(**fields)) is None


@pytest.mark.parametrize(
    ("fields", "is_it"),
    [
        ({"name": "合并", "removed": 5}, True),
        ({"name": "拆分", "added": 2}, True),
        ({"name": "合并", "removed": 5, "added": 2}, False),
        ({"name": "合并", "count": 5}, False),
        ({"name": "取消", "removed": 5}, False),
    ],
)
def test_a_merge_states_both_sides(fields, is_it):
    assert is_one_sided(figure(**fields)) is is_it
