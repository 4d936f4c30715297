"""What stands in each table, and in which order."""

from datetime import date

import pytest
from ground import DUTIES, ITEMS, MEMO, REFORM, STAFFING, ask, column, item, remarks, rows, small

from xuke.model.record import Key, Kind
from xuke.tables.book import open_book
from xuke.tables.layout import Book, CellNotXml, CellTooLong, Show
from xuke.tables.layouts import ALL, TABLES
from xuke.tables.present import SCHEMAS
from xuke.words.schemas import property_node, record_node
from xuke.words.zh import tables as zh

SIGNED = ("status: draft", "number: 兰审改〔2018〕1号\nstatus: signed")

POWERS = """powers:
  - code: "530104001000"
    name: 投资项目审批
    type: "01"
    department: fagai
    section: shenpi-gu
    bases:
      - id: b1
        role: sets
        document: 政府投资条例
        article: 第九条
        rank: administrative_regulation
    responsibilities:
      - id: r1
        stage: 受理责任
        text: 一次性告知
      - id: r2
        stage: 决定责任
        text: 说明理由
  - code: "530204001000"
    name: 投资处罚
    type: "02"
    department: fagai
"""

POSTS = """provenance: published
document: plan
posts:
  - id: p2
    from_department: qixiang
    kind: institution
    posts: 0
    persons: 2
    engagement: secondment
  - id: p1
    from_department: fagai
    kind: administrative
    posts: 3
    persons: 2
    items:
      - "530104001000"
      - "530104002000"
    on: 2018-12-30
helpers:
  - id: h1
    persons: 12
"""

MINIMA = ("policy:\n", "policy:\n  staffing:\n    posts_min: 2\n    persons_min: 40\n")


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.id)
def test_a_table_is_declared_in_full(table):
    names = [column.id for column in table.columns]
    assert len(set(names)) == len(names)
    assert len(table.title) <= 31
    assert table.id in zh.COMPUTED
    assert all(column.title for column in table.columns)
    assert {bars.names for bars in table.charts} <= set(names)


@pytest.mark.parametrize("table", [table for table in ALL if table.importable], ids=lambda table: table.id)
def test_what_can_be_read_back_has_a_place_in_the_schema(table):
    name, _, record = SCHEMAS[table.kind].partition("/")
    parts = {"items": "handlings", "powers": "responsibilities"}
    for each in table.columns:
        if each.pointer is not None:
            inner = (parts[table.id],) if each.of_part and table.id == "powers" else ()
            top = record_node(name, "handling" if each.id in ("suffix", "handling") else record)
            assert property_node(name, top, (*inner, *each.pointer)), each.id


def test_items_stand_once_a_business_item_and_are_counted_once():
    found = rows("items")
    assert [row["number"] for row in found] == [1, 2, 3, 3, 4]
    assert [row["suffix"] for row in found] == [None, None, "01", "02", None]
    assert [row["handling"] for row in found] == [None, None, "新办", "变更", None]
    assert [row["organ"] for row in found[2:4]] == ["县行政审批局", "县发改局"]
    assert found[0]["bases"] == "《政府投资条例》第九条"
    assert found[0]["limit.statutory"] == "20个工作日"
    assert found[1]["limit.promised"] == "当场办结"
    assert [row["disposition.state"] for row in found][1:3] == ["进驻未划转", "划转"]


def test_withdrawn_items_and_headings_are_no_rows():
    more = item("53010400500Y") + item("530104006000", more="    status: withdrawn\n")
    assert len(rows("items", small((ITEMS, "", more)))) == 5


def test_items_go_by_the_official_order_of_departments():
    before = small((ITEMS, "", item("530154001000", competent="qixiang")))
    assert column("items", "competent", before)[-1] == "县气象局"
    order = ("catalogue/lan/departments.yaml", "order: 2", "order: 0")
    after = small((ITEMS, "", item("530154001000", competent="qixiang")), order)
    assert column("items", "competent", after)[0] == "县气象局"


def test_a_transfer_is_whole_or_partial_and_names_its_memorandum_and_supervisor():
    whole, partial = rows("transfers")
    assert (whole["extent"], partial["extent"]) == ("整体划转", "部分划转")
    assert (whole["handlings"], partial["handlings"]) == ("全部", "01 新办")
    assert whole["memorandum"] == "备忘录（草案）"
    assert whole["supervisor"] == "县发改局监督管理股"
    assert (whole["section"], partial["section"]) == ("投资项目审批股", None)
    assert whole["effective"] == date(2018, 12, 30)


def test_a_signed_memorandum_goes_by_its_number():
    signed = small((MEMO, "number: null\n", ""), (MEMO, *SIGNED))
    assert column("transfers", "memorandum", signed)[0] == "兰审改〔2018〕1号"
    unnumbered = small((MEMO, "status: draft", "status: signed"))
    assert column("transfers", "memorandum", unnumbered)[0] == "备忘录（无文号）"


def test_days_of_business_items_that_differ_are_all_told():
    later = """        disposition:
          state: transferred
          effective: 2019-01-31
"""
    old = """        section: shenpi-gu
        disposition:
          state: resident
"""
    assert column("transfers", "effective", small((ITEMS, old, later)))[1] == "2018年12月30日、2019年1月31日"


def test_what_stays_is_told_with_its_reason():
    found = rows("retained")
    assert [row["number"] for row in found] == [1, 2, 3]
    assert [row["handling"] for row in found] == [None, "02 变更", None]
    assert [row["section"] for row in found] == ["审批服务股", "审批服务股", None]
    assert found[0]["hall"] == "县政务服务大厅"
    assert found[2]["disposition.exclusion"] == "公共安全"


def test_a_cancelled_item_does_not_stay():
    cancelled = small((ITEMS, "      state: excluded\n      exclusion: anquan", "      state: cancelled"))
    assert len(rows("retained", cancelled)) == 2


BASELINE = """    baseline:
      steps: 6
      materials: 8
      days: 15
      on: 2018-01-01
    steps:
      - id: s1
        name: 受理
      - id: s2
        name: 决定
    materials:
      - id: m1
        name: 申请书
    hall: dating
    service_kind: promised
    seals:
"""

HEAD = """    hall: dating
    service_kind: promised
    seals:
"""


def test_before_and_after_stand_side_by_side():
    first, second = rows("before-after", small((ITEMS, HEAD, BASELINE)))
    assert (first["organ_before"], first["organ_after"]) == ("县发改局", "县行政审批局")
    assert (first["steps_before"], first["steps_after"]) == (6, 2)
    assert (first["materials_before"], first["materials_after"]) == (8, 1)
    assert (first["days_before"], first["days_after"]) == ("15个工作日", "5个工作日")
    assert (second["days_before"], second["days_after"]) == (None, None)


def test_days_before_without_a_unit_are_a_number():
    spot = ("        value: 5\n        unit: working_day", "        value: 0\n        unit: on_the_spot")
    first, _ = rows("before-after", small((ITEMS, HEAD, BASELINE), (ITEMS, *spot)))
    assert (first["days_before"], first["days_after"]) == (15, "当场办结")


def test_reductions_are_computed_and_totals_say_over_how_many():
    found = rows("reductions", small((ITEMS, HEAD, BASELINE)))
    assert [row["number"] for row in found] == [1, None]
    assert found[0]["unit"] == "工作日"
    assert found[0]["steps_cut"] == pytest.approx(4 / 6)
    assert found[1]["competent"] == "合计"
    assert (found[1]["time_before"], found[1]["time_after"]) == (15, 5)
    assert found[1]["time_cut"] == pytest.approx(2 / 3)
    said = remarks("reductions", small((ITEMS, HEAD, BASELINE)))
    assert said[0].startswith("计入合计的事项：环节 1 项，材料 1 项，时限 1 项")


def test_no_baseline_no_totals():
    assert rows("reductions") == []


def test_a_reduction_without_a_side_is_blank():
    bare = small((ITEMS, HEAD, "    baseline:\n      on: 2018-01-01\n" + HEAD))
    first, total = rows("reductions", bare)
    assert (first["steps_cut"], total["steps_cut"], first["unit"]) == (None, None, "工作日")
    no_limit = small(
        (ITEMS, "    hall: dating\n    handlings", "    baseline:\n      on: 2018-01-01\n    handlings")
    )
    assert column("reductions", "unit", no_limit)[0] is None


def test_targets_of_the_policy_stand_below_with_their_reading_and_nothing_is_counted_of_nothing():
    targets = """policy:
  targets:
    - id: a
      subject: steps
      reduction: 33.3
      at_least: true
      reading: 按总数
    - id: b
      subject: efficiency
      increase: 50
      at_least: false
"""
    said = remarks("reductions", small((REFORM, "policy:\n", targets)))
    assert said == ["方案目标（环节）：减少33.3%以上。按总数", "方案目标（效率）：提高50%。"]


def test_supervision_names_codes_and_items():
    (found,) = rows("supervision")
    assert found["supervisor"] == "县发改局"
    assert found["section"] == "监督管理股"
    assert found["items"] == "530104001000\n530104002000\n530104003000"
    assert found["names"].splitlines()[0] == "政府投资项目审批"


def test_an_unknown_item_has_no_name_to_tell():
    unknown = small((DUTIES, '      - "530104003000"\n', '      - "530104999000"\n'))
    assert len(column("supervision", "names", unknown)[0].splitlines()) == 2


def test_stages_with_equal_parties_stand_together():
    found = [row for row in rows("responsibilities") if row["number"] == 1]
    assert [row["stages"] for row in found] == ["受理", "现场勘查", "现场勘查"]
    assert [row["period"] for row in found] == [
        "自2018年12月30日起",
        "自2018年12月30日起至“条件成熟”止",
        "自“条件成熟”起",
    ]
    assert [row["lead"] for row in found] == ["县行政审批局", "县发改局", "县行政审批局"]
    assert [row["assist"] for row in found] == [None, "县政务服务管理局", "县发改局"]
    assert {row["ground"] for row in found} == {"备忘录（草案）"}
    alike = (
        "  - stage: acceptance",
        "  - stage: decision\n    periods:\n      - id: x\n        from: 2018-12-30\n"
        "        lead: bureau\n  - stage: acceptance",
    )
    assert column("responsibilities", "stages", small((MEMO, *alike)))[0] == "决定、受理"


def test_without_a_memorandum_the_policy_decides():
    stages = """policy:
  stages:
    - stage: review
      principle: true
      periods:
        - id: a
          until: 2019-03-31
          lead: department
        - id: b
          lead: predecessor
"""
    entry = '  - code: "530104003000"\n    suffixes:\n      - "01"\n'
    snapshot = small(
        (MEMO, entry, ""), (REFORM, "policy:\n", stages), (REFORM, "  predecessor: zhengwu\n", "")
    )
    found = [row for row in rows("responsibilities", snapshot) if row["number"] == 2]
    assert [row["ground"] for row in found] == ["实施方案阶段分工"] * 2
    assert found[0]["stages"] == "审查（原则上）"
    assert [row["period"] for row in found] == ["至2019年3月31日止", "划转后"]
    assert [row["lead"] for row in found] == ["县发改局", "前身单位"]


def test_a_memorandum_without_stages_leaves_them_to_the_policy():
    snapshot = small()
    memo = snapshot.get("lan", Kind.MEMORANDUM, "fagai")
    memo.fields.pop("stages")
    assert rows("responsibilities", snapshot) == []


def test_a_power_has_a_row_for_each_responsibility():
    found = rows("powers", small((DUTIES, "", POWERS)))
    assert [row["number"] for row in found] == [1, 1, 2]
    assert [row["responsibilities.stage"] for row in found] == ["受理责任", "决定责任", None]
    assert found[0]["bases"] == "《政府投资条例》第九条"
    assert found[0]["section"] == "审批服务股"


def test_transfers_and_secondments_are_never_added_up():
    found = rows("staffing", small((STAFFING, "", POSTS)))
    assert [row["from_department"] for row in found] == ["县发改局", "县气象局", "划转合计", "抽调合计"]
    assert [(row["posts"], row["persons"]) for row in found[2:]] == [(3, 2), (0, 2)]
    assert found[0]["items"] == "530104001000\n530104002000"
    assert found[0]["on"] == date(2018, 12, 30)


def test_the_policy_s_minima_stand_against_what_there_is():
    assert remarks("staffing", small((STAFFING, "", POSTS), (REFORM, *MINIMA))) == [
        "另有帮办人员 12 名，只从事辅助工作，不计入编制和人员。",
        "划转编制 3 名，方案要求不少于 2 名，已达到。",
        "划转人员 2 名，方案要求不少于 40 名，相差 38 名。",
    ]


def test_no_post_no_total():
    assert rows("staffing") == []
    assert remarks("staffing") == []


def test_statistics_count_by_department_by_category_and_in_all():
    other = item("530110001000").replace('type: "01"', 'type: "10"')
    gone = item("530104009000", more="    disposition:\n      state: cancelled\n")
    snapshot = small((ITEMS, HEAD, "    category: commerce\n" + BASELINE), (ITEMS, "", other + gone))
    found = rows("statistics", snapshot)
    assert [row["name"] for row in found] == [
        *("县发改局", "商事服务类", "未分类"),
        *("审批局", "其他机关", "审批局和其他机关", "合计"),
    ]
    total = found[-1]
    assert [total[name] for name in ("items", "whole", "partial", "resident", "excluded", "other")] == [
        4,
        1,
        1,
        1,
        1,
        0,
    ]
    assert (total["rate"], total["whole_rate"], total["handling_rate"]) == (0.5, 0.25, 0.4)
    assert (total["n"], total["before"], total["after"]) == (1, 15, 5)
    assert found[2]["n"] is None
    assert remarks("statistics", snapshot) == [
        "只统计行政许可；另有其他类型事项 1 项和已取消的许可 1 项，不计入。"
    ]
    assert remarks("statistics") == []


def test_no_licence_no_rate():
    snapshot = small()
    for key in [key for key in snapshot.records if key.kind is Kind.ITEM]:
        snapshot.records.pop(key)
    (total,) = rows("statistics", snapshot)
    assert (total["items"], total["rate"]) == (0, None)


def test_notes_tell_origin_version_and_how_each_table_is_computed():
    book = open_book(ask(None, "items", "notes"))
    found = dict(row.cells for row in book.rows(TABLES["notes"]))
    assert found["数据来源"] == "演示"
    assert found["数据版本"] == "提交 c0ffee"
    assert found["行政许可事项清单（5 行）"] == zh.COMPUTED["items"]
    assert "监管事项 1 条" in found["记录数"]
    assert "对照版本" not in found


def test_notes_tell_what_is_not_committed_and_what_is_compared():
    book = open_book(ask(None, "notes", is_dirty=True, commit="", since=small()))
    found = dict(row.cells for row in book.rows(TABLES["notes"]))
    assert found["数据版本"] == "提交 （无） 之后有未提交的改动"
    assert "对照版本" in found


def test_a_cell_that_excel_cannot_hold_is_refused_by_name():
    long = small((ITEMS, "name: 政府投资项目审批", f"name: {'长' * 32768}"))
    with pytest.raises(CellTooLong, match="items name lan/item/530104001000: 32768") as refused:
        rows("items", long)
    assert refused.value.column == "事项名称"
    assert refused.value.key == Key("lan", Kind.ITEM, "530104001000")
    rows("items", small((ITEMS, "name: 政府投资项目审批", f"name: {'长' * 32767}")))


@pytest.mark.parametrize(
    ("character", "point"), [("\x07", "U+0007"), ("\ud800", "U+D800"), ("\uffff", "U+FFFF")]
)
def test_a_character_that_xml_forbids_is_refused_by_name(character, point):
    snapshot = small()
    snapshot.get("lan", Kind.ITEM, "530104001000").fields["name"] = f"事项{character}"
    with pytest.raises(CellNotXml, match=point.replace("+", r"\+")):
        rows("items", snapshot)


def test_what_prints_as_nothing_but_is_allowed_stays():
    snapshot = small()
    snapshot.get("lan", Kind.ITEM, "530104001000").fields["name"] = "事\t项\n一\u3000"
    assert column("items", "name", snapshot)[0] == "事\t项\n一\u3000"


def test_rows_are_read_once():
    book = Book(ask(None, "items"), (TABLES["items"],))
    assert book.rows(TABLES["items"]) is book.rows(TABLES["items"])


def test_codes_are_shown_as_codes():
    for table in ALL:
        for each in table.columns:
            if each.id in ("code", "suffix"):
                assert each.show is Show.CODE
