import json
from datetime import date

import pytest

from trees import loaded
from xuke.figures.filings import filing_due
from xuke.figures.stats import statistics
from xuke.model.register import Register
from xuke.report.stats import stats_lines
from xuke.report.stats_json import stats_json
from xuke.words.render import Language

ZH, EN = Language.ZH, Language.EN
REFORM = "catalogue/lan/reform.yaml"
ITEMS = "catalogue/lan/items/fagai.yaml"
FILINGS = "catalogue/lan/filings.yaml"

TOP = """provenance: demonstration
jurisdiction: {name: 兰县, level: county}
bureau: {establishment: {posts_approved: 38}}
policy:
  conversion: {month_days: 30, day_as_working_day: true}
  staffing: {posts_min: 40, persons_min: 40}
  filing: {within: {value: 1, unit: month}}
  targets:
    - {id: cailiao, subject: materials, reduction: 50, at_least: true}
  ceilings:
    - {id: shangshi, category: commerce, limit: {value: 5, unit: working_day}}
stated:
  - {id: hu, subject: 户数, before: 10, parts: [{id: a, name: 取消, removed: 3}], after: 8, claim: result}
  - {id: bi, subject: 占比, percent: 88, percent_kind: share, count: 126, whole: 143}
"""
ROWS = """provenance: demonstration
items:
  - code: "530104001000"
    name: 甲
    type: "01"
    competent: fagai
    organ: shenpi
    level: county
    category: commerce
    disposition: {state: transferred}
    baseline: {materials: 10}
    materials: [{id: a, name: 申请书}, {id: b, name: 证明}, {id: c, name: 图纸}]
    limit: {promised: {value: 9, unit: working_day}}
  - {code: "530104002000", name: 乙, type: "06", competent: fagai, organ: fagai, level: county}
"""


def figures(*edits):
    edits = ((REFORM, "", TOP), (ITEMS, "", ROWS), *edits)
    register = Register(loaded(*edits).snapshot, "lan")
    return statistics(register, filing_due(register, None, date(2019, 1, 1)))


def told(form="table", language=ZH, *edits):
    return "\n".join(stats_lines(figures(*edits), form, language))


def test_a_percentage_of_which_nothing_more_is_stated_stands_alone():
    edit = (REFORM, "percent: 88, percent_kind: share, ", "percent: 88, ")
    row = next(line for line in told("table", ZH, edit).splitlines() if line.startswith("占比"))
    assert row.split() == ["占比", "126，88%"]


@pytest.mark.parametrize(
    "said",
    [
        "兰县改革统计",
        "10 -> 3，减 70.0%，1 项",
        "另有其他类型事项 1 项和已取消的许可 0 项，不计入。",
        "商事服务类",
        "530104001000",
        "88%（占比）",
        "88%",
        "增减后 7",
        "还没有报送。",
        "最迟 2019-02-01。",
    ],
)
def test_what_is_said_of_a_small_register(said):
    assert said in told()


def test_without_a_past_no_filing_is_said_to_be_due():
    filed = (FILINGS, "", "provenance: demonstration\nfilings:\n  - {id: a, kind: record, on: 2018-10-31}\n")
    assert "看不出上次报送（2018-10-31）以来有没有改动" in told("table", ZH, filed)
    assert "what changed since the last filing on 2018-10-31 cannot be told" in told("markdown", EN, filed)


def test_without_items_there_is_no_rate():
    text = told("table", EN, (ITEMS, ROWS[ROWS.index("items:") :], "items: []\n"))
    assert "No licences are listed" in text
    assert "Whole rate" not in text


def test_json_holds_every_group_and_ceiling():
    value = json.loads("\n".join(stats_json(figures(), EN)))
    assert [(each["scope"], each["id"], each["rate"]) for each in value["groups"]] == [
        ("all", "", 1.0),
        ("organ", "bureau", 1.0),
        ("department", "fagai", 1.0),
        ("category", "commerce", 1.0),
    ]
    (ceiling,) = value["ceilings"]
    assert (ceiling["longer"], ceiling["is_met"]) == (["530104001000"], False)
    (target,) = value["targets"]
    assert (target["reached"], target["is_met"], target["n"]) == (70, True, 1)
    assert [(each["name"], each["count"], each["gap"]) for each in value["minima"]] == [
        ("posts_min", 38, 2),
        ("persons_min", None, None),
    ]
    assert value["filing"] == {
        "within": {"value": 1, "unit": "month"},
        "last": None,
        "changed": None,
        "due": None,
    }
    assert [(each["computed"]["after"], each["agrees"]) for each in value["stated"]] == [
        (7, False),
        (None, True),
    ]
    assert value["together"] is None
