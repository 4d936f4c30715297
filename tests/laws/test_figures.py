"""Laws of stated figures."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import islice, takewhile

from hypothesis import assume, given
from hypothesis import strategies as st

from xuke.figures.stated import is_printed_as, places, reduction, rounded, share, wholes

WHOLES = st.integers(1, 3000)
DECIMALS = st.integers(0, 3)
ROUNDING = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN])


def printed(percent, decimals, rounding):
    """What a document prints of a percentage."""
    # A quotient of small numbers that is a half of a decimal is exact at 50 digits, any other stays apart.
    exact = Decimal(percent.numerator) / Decimal(percent.denominator)
    text = str(exact.quantize(Decimal(1).scaleb(-decimals), rounding))
    return float(text) if decimals else int(text)


@given(st.data(), WHOLES, DECIMALS, ROUNDING)
def test_a_rounded_share_is_reached_by_its_own_denominator(data, whole, decimals, rounding):
    count = data.draw(st.integers(1, whole))
    percent = printed(share(count, whole), decimals, rounding)
    assume(places(percent) == decimals)
    first = next(wholes(count, percent))
    assert first <= whole
    assert whole in list(islice(wholes(count, percent), whole - first + 1))


@given(st.integers(0, 600), st.integers(0, 1000))
def test_wholes_are_all_denominators_that_fit_and_no_others(count, tenths):
    percent = tenths / 10
    fitting = [n for n in range(max(count, 1), 900) if is_printed_as(Fraction(count * 100, n), percent)]
    assert list(takewhile(lambda n: n < 900, wholes(count, percent))) == fitting


@given(st.integers(1, 3000), st.integers(0, 3000), DECIMALS, ROUNDING)
def test_a_rounded_reduction_is_right_and_the_next_figure_is_wrong(before, after, decimals, rounding):
    right = reduction(before, after)
    percent = printed(right, decimals, rounding)
    assume(places(percent) == decimals)
    assert is_printed_as(right, percent)
    other = round(percent + 2 * 10**-decimals, decimals or None)
    assume(places(other) == decimals)
    assert not is_printed_as(right, other)


@given(st.integers(1, 3000), WHOLES)
def test_cutting_digits_off_is_not_rounding(count, whole):
    percent = share(count, whole)
    cut = printed(percent, 1, ROUND_DOWN)
    assume(percent * 10 - int(percent * 10) > Fraction(1, 2))
    assert not is_printed_as(percent, cut)


@given(st.fractions(-1000, 1000, max_denominator=3000), DECIMALS)
def test_what_is_shown_as_right_is_right(value, decimals):
    text = rounded(value, decimals)
    shown = float(text) if decimals else int(text)
    assume(places(shown) == decimals)
    assert is_printed_as(value, shown)
