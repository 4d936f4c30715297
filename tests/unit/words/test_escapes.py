"""Markdown that shows every sign as it is, in reports and in papers alike."""

import pytest

from xuke.memo.paper import Text
from xuke.memo.screen import markdown_of, markdown_texts
from xuke.words.markdown import plain, row

TEXT = r"\ ` * _ [x](y) <b> # | ~ $ & {移交方}"


@pytest.mark.parametrize("sign", "\\`*_[]<>#|~$&{}")
def test_no_sign_is_taken_for_a_mark(sign):
    assert plain(f"甲{sign}乙") == f"甲\\{sign}乙"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028"])
def test_the_lines_of_a_text_stand_in_one_cell(end):
    assert row([plain(f"甲{end}乙"), "丙"]) == "| 甲<br>乙 | 丙 |"


def test_a_paper_says_the_same_as_a_report():
    line = markdown_of([Text("text", TEXT)]).decode().splitlines()[-1]
    assert line == plain(TEXT)
    assert TEXT in markdown_texts(line.encode())
