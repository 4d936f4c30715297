"""Free texts that are not what was written, by a remark or a quote; and what is only a remark."""

from datetime import date

import pytest

from trees import SMALL, Texts, small
from xuke.check.check import check
from xuke.document.read import read, read_closely
from xuke.sources.load import load


def told(text):
    return [
        (each.message.name, tuple(each.location.start), dict(each.message.words).get("rest"))
        for each in read_closely("x.yaml", text.encode())[1]
    ]


@pytest.mark.parametrize(
    ("text", "place", "rest"),
    [
        ("a: 代理记账 #审批\n", (1, 9), "#审批"),
        ("a: 代理记账  #审批 b  \n", (1, 10), "#审批 b"),
        ("a:\n  - 甲 #2\n", (2, 7), "#2"),
        ("a: annex of b #2", (1, 15), "#2"),
        (f"a: 甲 #{'乙' * 30}\n", (1, 6), f"#{'乙' * 19}……"),
        ("a: [甲, 乙 #丙\n]\n", (1, 10), "#丙"),
    ],
)
def test_a_remark_that_begins_at_once_is_told_with_what_is_lost(text, place, rest):
    assert told(text) == [("Y010.remark", place, rest)]


@pytest.mark.parametrize(
    "text",
    [
        "a: 甲 # 乙\n",
        "a: 甲 #\n",
        "a: 甲 ## 乙\n",
        "a: 甲 #!乙\n",
        "a: bureau #乙\n",
        "a: 2018-01-01 #乙\n",
        "a: 5 #乙\n",
        'a: "甲" #乙\n',
        'a: "甲 #乙"\n',
        "a: '甲 #乙'\n",
        "a: |\n  甲 #乙\n",
        "a: #乙\n  b: 1\n",
        "#甲\na: 1\n",
        "a: 甲#乙\n",
    ],
)
def test_other_remarks_and_signs_are_left_alone(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a: 代理记账"\n', (1, 4)),
        ("a: 代理记账'\n", (1, 4)),
        ('b: "1"\na: 甲"乙"丙"\n', (2, 4)),
        ('a: 代理记账"', (1, 4)),
        ('a: 代理记账" # 备注\n', (1, 4)),
        ('a: [甲", 乙]\n', (1, 5)),
        ("a: ['甲', 乙']\n", (1, 10)),
        ('a: [甲, 乙" ]\n', (1, 8)),
        ('a: ["甲", 乙", "丙"]\n', (1, 10)),
        ('a: {b: 甲 乙"}\n', (1, 8)),
        ('a:\n  - [甲,\n    乙"]\n', (3, 5)),
    ],
)
def test_a_quote_without_a_partner_is_told(text, place):
    assert told(text) == [("Y010.quote", place, None)]


def test_each_quote_between_brackets_is_told():
    assert [place for _, place, _ in told('a: [甲", 乙, 丙"]\n')] == [(1, 5), (1, 12)]


@pytest.mark.parametrize(
    "text",
    [
        'a: 关于"甲"\n',
        'a: bureau"\n',
        'a: |\n  甲"\n',
        'a: "甲\\""\n',
        'a: ["甲", "乙"] # 丙\n',
        "a: [关于'甲', 乙]\n",
        "a: [5', 6']\n",
        'a: 甲"乙,丙"\n',
        'a: 甲"乙\n  丙"\n',
    ],
)
def test_other_quotes_are_left_alone(text):
    assert told(text) == []


def test_other_readers_hear_nothing_of_it():
    assert read("x.yaml", "a: 甲 #乙\n".encode())[1] == []


@pytest.mark.parametrize("name", ["catalogue/lan/items/fagai.yaml", "catalogue/lan/departments.yaml"])
def test_any_quote_that_is_forgotten_is_told_on_its_line(name):
    text = (SMALL / name).read_text("utf-8")
    places = [place for place, sign in enumerate(text) if sign in "\"'"]
    assert places
    for place in places:
        texts = {**small().texts, name: text[:place] + text[place + 1 :]}
        found = check(load(Texts(texts)), date(2019, 1, 1))
        line = text.count("\n", 0, place) + 1
        assert line in {each.location.start.line for each in found if each.location.path == name}, line
