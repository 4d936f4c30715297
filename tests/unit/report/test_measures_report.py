import csv
import json
from datetime import date

import pytest

from trees import loaded
from xuke.figures.deadlines import pushes_due
from xuke.figures.filings import filing_due
from xuke.figures.measures import tasks
from xuke.model.register import Register
from xuke.report.measures import TaskList, measures_lines
from xuke.words.render import Language

MEASURES = "catalogue/lan/measures.yaml"
REFORM = "catalogue/lan/reform.yaml"
MEMO = "memoranda/lan/fagai.yaml"
FILINGS = "catalogue/lan/filings.yaml"

ROWS = """provenance: demonstration
measures:
  - {id: m01, number: 一, title: 清理, kind: measure, lead: [fagai], responsible: [],
     due: 2018-12-20, state: under_way}
  - {id: m02, number: 二, title: 建厅, kind: measure, lead: [zhengwu], responsible: [zhuguan],
     due: 1999-12-20, state: under_way}
  - {id: m03, title: 公开, kind: requirement, lead: [], responsible: [a, b, c, d, e], due: 2018-12-21}
  - {id: m04, title: 推进, kind: measure, lead: [shenpi], responsible: [], due: 长期, state: done}
  - {id: m05, title: 巩固, kind: measure, lead: [shenpi], responsible: [], due: 2019-05-01}
  - {id: m06, title: 宣传, kind: requirement, lead: [], responsible: [], due: null}
"""
TOP = """provenance: demonstration
jurisdiction: {name: 兰县, level: county}
groups:
  - {id: zhuguan, text: 各主管部门, members: [fagai], open: false}
"""
POLICY = "policy:\n  filing: {within: {value: 20, unit: working_day}}\n"
FILED = "provenance: demonstration\nfilings:\n  - {id: a, kind: record, on: 2018-09-20}\n"
SIGNED = """provenance: demonstration
title: 划转备忘录
giver: fagai
taker: shenpi
status: signed
signed: 2018-11-16
items: []
push:
  - {id: ben, trigger: 签订备忘录, direction: bureau_to_department, content: 人员名册,
     within: {value: 5, unit: working_day}}
  - {id: meici, trigger: 作出决定, direction: department_to_bureau, within: {value: 5, unit: working_day}}
  - {id: wu, direction: department_to_bureau, within: {value: 5, unit: working_day}}
"""


def lines(form, language=Language.ZH, department="", *edits):
    edits = ((MEASURES, "", ROWS), (REFORM, "", TOP), *edits)
    register = Register(loaded(*edits).snapshot, "lan")
    day = date(2019, 1, 1)
    found = tasks(register, day, department)
    told = TaskList(register, day, department, found, pushes_due(register), filing_due(register, None, day))
    return list(measures_lines(told, form, language))


def rows(language=Language.ZH, department=""):
    return {each[1]: each for each in csv.reader(lines("csv", language, department))}


def test_how_a_task_stands_is_said_in_words():
    standings = {name: row[6] for name, row in rows().items()}
    assert standings["清理"] == "超期 7 个工作日"
    assert standings["建厅"].startswith("已超期；工作日历没有 1999 年（只有 ")
    assert standings["公开"] == "已过期限，状态未报"
    assert standings["推进"] == "已完成"
    assert standings["巩固"] == "未到期"
    assert standings["宣传"] == "没有确定日期"


def test_how_a_task_stands_is_said_in_english():
    standings = {name: row[6] for name, row in rows(Language.EN).items()}
    assert standings["清理"] == "overdue by 7 working day(s)"
    assert standings["建厅"].startswith("overdue; the working-day calendar has no year 1999")
    assert standings["公开"] == "past its deadline, state not reported"


def test_what_is_not_stated_is_said_so():
    assert rows()["宣传"] == ["", "宣传", "", "", "未写明", "未报", "没有确定日期"]


def test_a_department_sees_its_role_and_the_group_that_it_comes_through():
    found = rows(department="fagai")
    assert {name: row[7] for name, row in found.items()} == {
        "工作任务": "本部门责任",
        "清理": "牵头单位",
        "建厅": "责任单位（各主管部门）",
    }


def test_only_the_screen_is_spared_long_lists_of_units():
    assert "a、b、c等 5 个" in "\n".join(lines("table"))
    assert "a、b、c、d、e" in "\n".join(lines("markdown"))
    assert rows()["公开"][3] == "a、b、c、d、e"


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_deadlines_of_pushes_and_filings_stand_beside(form):
    told = "\n".join(
        lines(
            form,
            Language.ZH,
            "",
            (MEMO, "", SIGNED),
            (FILINGS, "", FILED),
            (REFORM, "level: county}\n", f"level: county}}\n{POLICY}"),
        )
    )
    for said in (
        "2018-11-23",
        "人员名册",
        "每次“作出决定”起算",
        "没有写明从何时起算",
        "2019-01-01 当天调整的，最迟 2019-01-29",
    ):
        assert said in told


def test_json_tells_the_same_for_programs():
    value = json.loads("\n".join(lines("json", Language.ZH, "fagai", (MEMO, "", SIGNED))))
    assert (value["department"], value["on"]) == ("fagai", "2019-01-01")
    assert value["summary"] == {"measures": 2, "overdue": 2, "unreported": 0}
    first, second = value["measures"]
    assert (first["due"], first["overdue_working_days"]) == ("1999-12-20", None)
    assert first["roles"] == [{"role": "responsible", "group": "zhuguan"}]
    assert (second["standing"], second["overdue_working_days"]) == ("overdue", 7)
    assert [each["due"] for each in value["pushes"]] == ["2018-11-23", None, None]
    assert value["filing"] is None


def test_no_tasks_are_said_to_be_none():
    assert "没有任务。" in lines("table", Language.ZH, "qixiang")
