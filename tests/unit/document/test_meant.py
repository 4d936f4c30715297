"""What was plainly meant: codes without quotes, names without blanks, dates with the year first."""

from datetime import date

import pytest

from trees import loaded
from xuke.check.check import check
from xuke.document.meant import is_in_quotes, meant_code, meant_date, meant_name

ITEMS = "catalogue/lan/items/fagai.yaml"
CODE = '  - code: "530104004000"'
DAY = date(2019, 1, 1)


def told(*edit):
    return [(each.message.name, dict(each.message.words).get("plain")) for each in check(loaded(edit), DAY)]


@pytest.mark.parametrize(
    "written", ["“530104004000”", '530104004000"', "530104004000'", '"“530104004000”"', "「５３0104004000」"]
)
def test_a_code_in_odd_quotes_is_one_finding_with_the_code(written):
    assert told(ITEMS, CODE, f"  - code: {written}") == [("Y006.quotes", "530104004000")]


def test_a_code_without_quotes_in_odd_signs_is_one_finding():
    assert told(ITEMS, CODE, "  - code: ５30104004000") == [("Y007.code", None)]
    assert told(ITEMS, CODE, "  - code: “530104甲”")[0] == ("Y007.code", None)


@pytest.mark.parametrize("end", ["\u3000", "\u00a0", "\u200b", "\u2003"])
def test_a_blank_at_the_end_of_a_name_is_one_finding_with_the_name(end):
    edit = ("catalogue/lan/reform.yaml", "\n  department: shenpi\n", f"\n  department: shenpi{end}\n")
    assert told(*edit) == [("Y007.name", "shenpi")]


@pytest.mark.parametrize("written", ["“shenpi”", 'shenpi"', "shenpi'"])
def test_quotes_around_a_name_are_one_finding_with_the_name(written):
    edit = ("catalogue/lan/reform.yaml", "\n  department: shenpi\n", f"\n  department: {written}\n")
    assert told(*edit) == [("Y006.name", "shenpi")]


def test_a_name_of_other_signs_is_only_missing():
    edit = ("catalogue/lan/reform.yaml", "\n  department: shenpi\n", "\n  department: 审批局\n")
    assert {name for name, _ in told(*edit)} == {"K002.unknown"}


def test_a_date_in_another_form_is_told_with_the_date():
    edit = ("catalogue/lan/documents.yaml", "date: 2018-09-25", "date: 2018/9/25")
    assert told(*edit) == [("S004.meant", "2018-09-25")]


def test_codes():
    assert [meant_code(each) for each in ("“1”", "１\u3000", " '1' ", '1"2', "1\\2", "甲", "")] == [
        *"111",
        *[""] * 4,
    ]
    assert [is_in_quotes(each) for each in ("“1", "1'", "1", "", "\u3000")] == [True, True, *[False] * 3]


def test_names():
    assert meant_name("a\u3000") == "a"
    assert meant_name("a\u200bb") == "ab"
    assert meant_name("甲\u3000乙 ") == "甲\u3000乙"


@pytest.mark.parametrize(
    "text",
    [
        "2018/01/02",
        "2018/1/2",
        "2018.1.2",
        "2018-1-2",
        "2018年1月2日",
        "２０１８年１月２号",
        "2018-01-02\u3000",
        '2018-01-02"',
    ],
)
def test_dates(text):
    assert meant_date(text) == "2018-01-02"


@pytest.mark.parametrize(
    "text", ["1/2/2018", "18/1/2", "2018-02-30", "2018/1-2", "2018", "2018年1月", "2018-13-01", ""]
)
def test_what_is_no_date_or_could_be_two(text):
    assert meant_date(text) == ""
