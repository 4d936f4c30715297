"""The stamp of an input workbook: what was written is read, whatever program saved it in between."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from xuke.tables.inputs.stamp import RowStamp, SheetStamp, Stamp, digest, stamp_lines, stamp_of

MIDNIGHT = datetime(2018, 9, 25)  # noqa: DTZ001

STAMP = Stamp(
    table="items",
    format="1",
    commit="c0ffee",
    is_dirty=True,
    jurisdiction="lan",
    department="",
    tool="0.1.0",
    sheets=(
        SheetStamp("item", "行政许可事项清单", 4, ("code", "name"), (RowStamp(("0139",), "d1"),)),
        SheetStamp(
            "item.materials", "申请材料", 3, ("code", "suffix", "id"), (RowStamp(("0139", "", "m1"), "d2"),)
        ),
        SheetStamp("item.guides", "指南和手册", 3, ("code", "id"), ()),
    ),
)


def test_a_stamp_is_read_as_it_was_written():
    assert stamp_of(stamp_lines(STAMP)) == STAMP
    assert STAMP.sheet("item.materials").head == 3
    assert STAMP.sheet("staffing") is None


def test_a_stamp_survives_blank_cells_that_are_gone_and_rows_that_are_longer():
    lines = [[cell or None for cell in line] + [None, None] for line in stamp_lines(STAMP)]
    assert stamp_of(lines) == STAMP
    short = [list(line) for line in stamp_lines(STAMP)]
    for line in short:
        while line and not line[-1]:
            line.pop()
    assert stamp_of(short) == STAMP


@pytest.mark.parametrize("gone", ["version", "table", "jurisdiction", "commit"])
def test_half_a_stamp_is_none(gone):
    assert stamp_of(line for line in stamp_lines(STAMP) if line[1] != gone) is None


def test_the_stamp_of_a_filing_is_none_of_ours():
    assert stamp_of([["workspace", "format", "1"], [], [None]]) is None


def test_a_digest_knows_what_stands_in_the_columns_and_nothing_else():
    first = digest({"code": "01", "on": date(2018, 9, 25), "days": 3, "note": None, "text": "甲\n乙"})
    again = {"text": "甲\r\n乙 ", "days": 3.0, "on": MIDNIGHT, "code": "01", "more": ""}
    assert digest(again) == first
    assert digest({**again, "code": "1"}) != first
    assert digest({"code": "0", "x": "1"}) != digest({"code": "01", "x": ""})


def test_many_rows_share_cells_of_a_size_that_every_program_keeps():
    rows = tuple(RowStamp((f"{number:018}", "", f"键{number}"), "d" * 32) for number in range(2000))
    stamp = replace(STAMP, sheets=(SheetStamp("item.materials", "申请材料", 4, ("code",), rows),))
    lines = list(stamp_lines(stamp))
    assert len(lines) < 50
    assert max(len(text) for line in lines for text in line) < 10_000
    assert stamp_of(lines) == stamp


@pytest.mark.parametrize("text", ["", "[", "[3]", "[[]]", "7", "[" * 30_000])
def test_rows_that_another_hand_wrote_are_no_stamp(text):
    assert stamp_of([*stamp_lines(STAMP), ("rows", "item", text)]) is None
