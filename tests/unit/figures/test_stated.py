from fractions import Fraction
from itertools import islice

import pytest

from xuke.figures.stated import is_printed_as, places, reduction, rounded, share, wholes


@pytest.mark.parametrize(
    ("printed", "decimals"), [(88, 0), (88.0, 1), (88.2, 1), (0.05, 2), (1e-05, 5), (1e22, 0)]
)
def test_decimals_are_those_printed(printed, decimals):
    assert places(printed) == decimals


@pytest.mark.parametrize(
    ("count", "percent", "expected"),
    [
        (126, 88.2, []),
        (130, 88.6, []),
        (130, 83.3, [156]),
        (1, 0, [200, 201, 202]),
        (1, 100, [1]),
        (199, 100, [199, 200]),
        (0, 0, [1, 2, 3]),
        (0, 5, []),
        (5, 101, []),
        (-1, 5, []),
        (1, -5, []),
    ],
)
def test_the_first_whole_denominators(count, percent, expected):
    assert list(islice(wholes(count, percent), 3)) == expected


def test_one_of_two_hundred_is_printed_as_one_percent_or_by_the_even_digit_as_none():
    assert 200 in list(islice(wholes(1, 1), 200))
    assert is_printed_as(Fraction(1, 2), 0)


@pytest.mark.parametrize(("printed", "is_right"), [(62, True), (63, True), (61, False), (62.5, True)])
def test_a_half_goes_up_or_to_the_even_digit(printed, is_right):
    assert is_printed_as(share(10, 16), printed) is is_right


@pytest.mark.parametrize(("printed", "is_right"), [(-13, True), (-12, True), (-11, False), (13, False)])
def test_a_half_below_zero_goes_away_from_zero_or_to_the_even_digit(printed, is_right):
    assert is_printed_as(reduction(16, 18), printed) is is_right


def test_truncated_figures_are_wrong():
    assert not is_printed_as(Fraction(200, 3), 66.6)


def test_of_nothing_there_is_no_percentage():
    assert share(5, 0) is None
    assert reduction(0, 5) is None


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(200, 3), 1, "66.7"),
        (Fraction(25, 2), 0, "13"),
        (Fraction(-25, 2), 0, "-13"),
        (Fraction(90), 1, "90.0"),
    ],
)
def test_a_value_is_shown_at_the_printed_decimals(value, decimals, text):
    assert rounded(value, decimals) == text
