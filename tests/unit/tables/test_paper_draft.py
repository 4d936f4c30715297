"""How a table is laid out before any library draws it."""

import pytest
from ground import ask, many, small

from xuke.tables.book import open_book
from xuke.tables.grid import lines_in, need, units_of
from xuke.tables.layout import Column, Show, Table
from xuke.tables.layouts import ALL, TABLES
from xuke.tables.paper import PAGE_WIDTH, Draft, look_of, sheet_of
from xuke.tables.sheet import Look


def draft(table, **changes):
    return Draft(open_book(ask(None, table.id, since=small(), **changes)), table, 1)


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.id)
def test_a_sheet_fits_one_page_wide_and_stays_legible(table):
    found = draft(table)
    width = sum(each * 6 + 3.75 for each in found.widths)
    assert width * found.scale <= PAGE_WIDTH + 1
    assert found.scale >= 0.7


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.id)
def test_signatures_have_seats_of_their_own(table):
    found = draft(table)
    if len(found.widths) >= 4:
        seats = found._seats(4)
        assert len(set(seats)) == 4
        assert seats == sorted(seats)


def narrow(count):
    columns = tuple(Column(f"c{place}", "列", 10, lambda book, line: "值") for place in range(count))
    return Table("narrow", "表", columns, lambda book: (), ())


@pytest.mark.parametrize(("count", "middle"), [(1, 0), (2, 1), (3, 1), (9, 5)])
def test_the_date_stands_in_the_right_part(count, middle):
    table = narrow(count)
    assert Draft(open_book(ask(None)), table, 1).middle == middle


def test_a_text_among_numbers_is_shown_as_text():
    number = Column("n", "数", 10, lambda book, line: None, Show.NUMBER)
    assert (look_of(1, number), look_of("无", number), look_of(None, number)) == (
        Look.NUMBER,
        Look.CODE,
        Look.NUMBER,
    )
    wide = Column("w", "文", 40, lambda book, line: None)
    assert look_of("文", wide) is Look.TEXT


def test_a_group_lower_than_its_text_is_raised():
    rows = sheet_of(open_book(ask(many(1), "items")), TABLES["items"], 1).rows
    assert all(row.height >= need(1) for row in rows[5:9])


def test_room_is_counted_in_half_width_characters():
    assert (units_of(10), units_of(0.1)) == (10, 2)
    assert lines_in(10_000) == lines_in(400) == 24
