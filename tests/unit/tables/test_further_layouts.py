"""The further tables: halls, delegations, special procedures, charges, memoranda, seals, regimes, tasks."""

from datetime import date

import pytest
from ground import ITEMS, MEMO, REFORM, ask, column, item, opened, remarks, rows, small, texts

from xuke.tables.layouts import TABLES

MORE = ("hall", "delegations", "special-procedures", "intermediaries", "memoranda", "seals", "regimes")

CANCELLED = ("      state: excluded\n      exclusion: anquan", "      state: cancelled\n    hall: dating")

PROCEDURE = """      - id: p1
        kind: site_survey
        days:
          value: 5
          unit: working_day
        counted: true
        experts: 不设专家
"""

LISTS = """provenance: published
document: plan
intermediaries:
  - id: pinggu
    name: 节能评估
    basis: 《节约能源法》第十五条
    fee:
      basis: 市场调节
      standard: 双方议定
    limit:
      value: 10
      unit: working_day
    provider: 评估机构
fees:
  - id: zhandao
    name: 占道费
    basis: 省价费〔2018〕1号
    standard: 每平方米一元
"""

REGIMES = """  - id: lianxi
    title: 联席会议制度
    number: null
    kind: regime
    state: ordered
"""


def listed(*edits):
    """The small workspace with lists of services and charges."""
    return small(("catalogue/lan/lists.yaml", "", LISTS), *edits)


def test_a_hall_lists_what_is_handled_there_and_nothing_cancelled():
    found = rows("hall", small((ITEMS, *CANCELLED)))
    assert [row["number"] for row in found] == [1, 2, 3, 3]
    assert [row["handling"] for row in found] == [None, None, "01 新办", "02 变更"]
    assert {row["hall"] for row in found} == {"县政务服务大厅"}
    assert [row["disposition.state"] for row in found] == ["划转", "进驻未划转", "划转", "进驻未划转"]


def test_what_came_in_stands_once_and_what_went_out_by_business_item():
    letter = "    entrustment:\n      letter: 委字1号\n      entruster: 州发改委\n"
    came = "    power_source: entrusted_by_superior\n" + letter
    out = "        disposition:\n          state: delegated\n"
    resident = "        section: shenpi-gu\n        disposition:\n          state: resident\n"
    went = small((ITEMS, resident, out), (ITEMS, "", item("530104006000", "承接", more=came)))
    found = rows("delegations", went)
    assert [row["handling"] for row in found] == ["02 变更", None]
    assert [row["disposition.state"] for row in found] == ["下放", None]
    assert [(row["origin"], row["entrustment.letter"]) for row in found] == [
        (None, None),
        ("州发改委", "委字1号"),
    ]


def test_an_item_that_came_in_and_goes_out_in_part_shows_all_its_parts():
    both = small(
        (ITEMS, "        section: shenpi-gu\n        disposition:\n          state: resident\n", OUT),
        (
            ITEMS,
            "    hall: dating\n    handlings:",
            "    origin:\n      kind: taken_over\n      from: 州\n    handlings:",
        ),
    )
    found = rows("delegations", both)
    assert [(row["number"], row["handling"], row["origin"]) for row in found] == [
        (1, "01 新办", "州"),
        (1, "02 变更", "州"),
    ]


OUT = "        disposition:\n          state: entrusted_out\n"


def test_a_register_without_delegations_says_so_on_the_sheet():
    assert rows("delegations") == []
    sheet = opened(ask(None, "delegations"))["委托、授权、承接事项清单"]
    assert ["本表无内容"] in texts(sheet)


def test_special_procedures_stand_where_they_are_written():
    of_item = "    special_procedures:\n" + PROCEDURE
    of_part = "        special_procedures:\n" + PROCEDURE.replace("      ", "          ", 1).replace(
        "\n  ", "\n      "
    )
    found = rows(
        "special-procedures",
        small(
            (ITEMS, "    hall: dating\n    service_kind: promised\n", of_item),
            (ITEMS, "        name: 变更\n", "        name: 变更\n" + of_part),
        ),
    )
    assert [(row["number"], row["handling"], row["kind"]) for row in found] == [
        (1, None, "现场勘查"),
        (2, "02 变更", "现场勘查"),
    ]
    assert [row["days"] for row in found] == ["5个工作日"] * 2
    assert found[0]["counted"] == "是"


def test_services_charges_and_charging_items_stand_apart():
    asking = "    intermediaries:\n      - pinggu\n    fee:\n      charged: true\n      basis: 条例\n"
    found = rows("intermediaries", listed((ITEMS, "", item("530104006000", "收费", more=asking))))
    assert [row["scope"] for row in found] == ["中介服务", "行政事业性收费", "收费情况"]
    assert [row["codes"] for row in found] == ["530104006000", None, "530104006000"]
    assert [row["organs"] for row in found] == ["县发改局", None, "县发改局"]
    assert [row["fee.basis"] for row in found] == ["市场调节", "省价费〔2018〕1号", "条例"]
    assert [row["fee.standard"] for row in found] == ["双方议定", "每平方米一元", None]
    assert [row["basis"] for row in found] == ["《节约能源法》第十五条", None, None]
    assert [row["limit"] for row in found] == ["10个工作日", None, None]


def test_a_memorandum_is_told_with_its_number_and_what_it_lists():
    signed = small((MEMO, "number: null\n", "number: 兰审改〔2018〕1号\n"), (MEMO, "", SUPPLEMENTS))
    (found,) = rows("memoranda", signed)
    assert (found["giver"], found["taker"], found["status"]) == ("县发改局", "县行政审批局", "草稿")
    assert (found["document_number"], found["count"]) == ("兰审改〔2018〕1号", 2)
    assert found["supplements"] == "兰审改〔2019〕2号、推送改为当日（草案）"
    assert remarks("memoranda", signed) == []


SUPPLEMENTS = """supplements:
  - id: b1
    number: 兰审改〔2019〕2号
    date: 2019-02-01
    text: 增加事项
  - id: b2
    text: 推送改为当日
"""


LATER = 'supplements:\n  - id: b1\n    text: 增列\n    items:\n      - code: "530104003000"\n'


def by_what(edit):
    listed = (MEMO, '  - code: "530104003000"\n    suffixes:\n      - "01"\n', "")
    signed = (MEMO, "status: draft\n", "status: signed\nsigned: 2018-12-20\n")
    number = (MEMO, "number: null\n", "number: 兰审备〔2018〕1号\n")
    found = rows("transfers", small(listed, signed, number, (MEMO, "disputes:", f"{edit}disputes:")))
    return [row["memorandum"] for row in found]


def test_a_moved_item_names_the_supplement_that_lists_it():
    own = "兰审备〔2018〕1号"
    assert by_what(LATER) == [own, f"{own}补充备忘录（草案）"]
    dated = LATER.replace("    text", "    date: 2019-02-01\n    text")
    assert by_what(dated) == [own, f"{own}补充备忘录（无文号）"]
    numbered = dated.replace("    text", "    number: 兰审备〔2019〕2号\n    text")
    assert by_what(numbered) == [own, f"{own}补充备忘录（兰审备〔2019〕2号）"]


def test_departments_that_give_without_a_memorandum_are_named():
    given = "    disposition:\n      state: transferred\n"
    more = small((ITEMS, "", item("530154001000", competent="qixiang", more=given)))
    assert remarks("memoranda", more) == ["有划转事项、尚无备忘录的部门：县气象局。"]


def test_seals_in_use_stand_before_those_that_were_returned():
    handover = "handover:\n  seals:\n    - id: z1\n      name: 县发改局审批章\n      stopped: 2018-12-30\n"
    found = rows("seals", small((MEMO, "", handover)))
    assert [row["owner"] for row in found] == ["县行政审批局", "县发改局", "县发改局"]
    assert [row["until"] for row in found] == [None, None, date(2018, 12, 30)]


def test_regimes_are_the_documents_of_that_kind():
    found = rows("regimes", small(("catalogue/lan/documents.yaml", "", REGIMES)))
    assert [(row["title"], row["state"], row["document_number"]) for row in found] == [
        ("联席会议制度", "待制定", None)
    ]


def test_tasks_stand_in_the_order_of_the_plan_with_parties_and_phases_by_name():
    measures = "catalogue/lan/measures.yaml"
    more = (
        (measures, "    due: 长期\n", "    due: 长期\n    phase: shishi\n    state: done\n"),
        (measures, "      - fagai\n      - qixiang", "      - ge\n      - nowhere"),
        (
            REFORM,
            "stated:\n",
            "groups:\n  - id: ge\n    text: 各部门\n    members:\n      - fagai\nstated:\n",
        ),
    )
    first, second = rows("progress", small(*more))
    assert (first["number"], first["lead"], first["due"]) == ("一", "县行政审批局", date(2018, 12, 20))
    assert first["responsible"] == "各部门、nowhere"
    assert (second["due"], second["phase"], second["state"]) == ("长期", "实施阶段", "已完成")
    assert remarks("progress", small(*more)) == [
        "任务共 2 项，其中未启动 0 项、推进中 0 项、已完成 1 项、未报告进展 1 项。"
    ]


@pytest.mark.parametrize(
    ("of", "shown"),
    [
        ("issued: plan", date(2018, 10, 26)),
        (
            "signed: fagai",
            "《兰县发改局与兰县行政审批局行政许可事项划转备忘录》签订后 20 个工作日内（尚未起算）",
        ),
        (
            "date: 2003-06-02",
            "2003-06-02 后 20 个工作日内（工作日历没有 2003 年（只有 2004 至 2026 年），不能计算）",
        ),
    ],
)
def test_a_deadline_that_is_computed_stands_as_its_day_or_says_why_there_is_none(of, shown):
    within = f"    due: null\n    within: {{value: 20, unit: working_day, of: {{{of}}}}}\n"
    found = rows("progress", small(("catalogue/lan/measures.yaml", "    due: 长期\n", within)))
    assert found[1]["due"] == shown


def test_without_tasks_nothing_is_counted():
    none = small(
        ("catalogue/lan/measures.yaml", "measures:\n", "measures: []\n"),
        ("catalogue/lan/measures.yaml", TASKS, ""),
    )
    assert (rows("progress", none), remarks("progress", none)) == ([], [])


TASKS = """  - id: m01
    number: 一
    title: 理顺机制
    kind: measure
    lead:
      - shenpi
    responsible:
      - fagai
      - qixiang
    due: 2018-12-20
  - id: m02
    number: 二
    title: 强化监督
    kind: measure
    lead:
      - zhengwu
    responsible:
      - fagai
    due: 长期
"""


def test_what_describes_the_workbook_is_its_last_sheet():
    assert list(TABLES)[-1] == "notes"
    assert set(MORE) < set(TABLES)
    found = column("notes", "subject", None, tables=tuple(TABLES))
    assert found[-1] == "改革任务进展表（2 行）"
