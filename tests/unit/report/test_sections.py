from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from xuke.calendar.working_days import UnknownYear
from xuke.model.limit import Limit, Unit
from xuke.report.sections import (
    Section,
    day_text,
    limit_text,
    markdown_lines,
    number,
    percent,
    text_lines,
)
from xuke.words.render import Language

ZH, EN = Language.ZH, Language.EN


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, ""),
        (5, "5"),
        (5.0, "5"),
        (88.2, "88.2"),
        (Decimal("126"), "126"),
        (Decimal("1E+3"), "1000"),
        (0, "0"),
    ],
)
def test_numbers_have_no_needless_zeros(value, said):
    assert number(value) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [(None, ""), (Fraction(129, 181), "71.3%"), (Fraction(1, 2000), "0.1%"), (Fraction(-1, 4), "-25.0%")],
)
def test_shares_are_percentages(share, said):
    assert percent(share) == said


def test_a_day_that_is_not_known_is_said_in_words():
    unknown = UnknownYear(1999, 2004, 2026)
    assert day_text(date(2018, 9, 25), ZH) == "2018-09-25"
    assert day_text(None, ZH) == "没有日期"
    assert day_text(unknown, ZH) == "工作日历没有 1999 年（只有 2004 至 2026 年），不能计算"
    assert day_text(unknown, EN) == (
        "cannot be computed: the working-day calendar has no year 1999 (it has 2004 to 2026)"
    )


def test_limits_are_read_in_both_languages():
    assert limit_text(Limit(5, Unit.WORKING_DAY), ZH) == "5 个工作日"
    assert limit_text(Limit(0, Unit.ON_THE_SPOT), EN) == "on the spot"


SECTIONS = [
    Section("一", ["甲", "乙"], [["1|2", "a*b\nc"]], ["按<清单>核算"]),
    Section("二", (), (), ["没有"]),
]


def test_tables_stand_one_below_another():
    assert list(text_lines("题", SECTIONS)) == [
        "题",
        "",
        "一",
        "甲    乙",
        "----  ----",
        "1|2   a*b",
        "      c",
        "按<清单>核算",
        "",
        "二",
        "没有",
    ]


def test_markdown_shows_every_sign_as_it_is():
    assert list(markdown_lines("#题", SECTIONS)) == [
        "# \\#题",
        "",
        "## 一",
        "",
        "| 甲 | 乙 |",
        "| --- | --- |",
        "| 1\\|2 | a\\*b<br>c |",
        "",
        "按\\<清单\\>核算",
        "",
        "## 二",
        "",
        "没有",
    ]
