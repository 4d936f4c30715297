"""Parts of values, read by path."""

from datetime import date

import pytest

from xuke.model.part import day_of


def test_a_date_is_read_as_written():
    assert day_of("2018-09-25") == date(2018, 9, 25)


@pytest.mark.parametrize(
    "text", ["2018-02-30", "20180925", "2018-9-25", "2018-W39-2", "0001-01-01", "9999-12-31", "", None, 3]
)
def test_what_names_no_day_with_neighbours_is_no_date(text):
    assert day_of(text) is None
