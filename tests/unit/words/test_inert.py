"""What stands in a CSV file stays a text where a spreadsheet program opens it."""

import csv

import pytest

from xuke.report.grid import csv_lines
from xuke.words.inert import inert


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "-甲", "=1\n+2"])
def test_what_a_program_would_compute_stands_behind_an_apostrophe(text):
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-", "=", "-5", "+3.5%", "1,000", "许可", "'=1", "a=b", "0878-5712345"])
def test_numbers_dashes_and_all_other_texts_stand_as_they_are(text):
    assert inert(text) == text


def test_cells_and_headings_of_a_list_are_inert():
    lines = csv_lines(["=a", "b"], [["@x", "-1"], ["=1\n+2", ""]])
    assert list(csv.reader(f"{line}\n" for line in lines)) == [["'=a", "b"], ["'@x", "-1"], ["'=1\n+2", ""]]
