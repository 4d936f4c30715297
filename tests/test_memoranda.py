"""The life of a memorandum at the prompt: who answers, how far it has come."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

import house
from child import edit
from xuke.commands.program import run

ITEMS = "catalogue/lan/items/fagai.yaml"
REFORM = "catalogue/lan/reform.yaml"
MEMO = "memoranda/lan/fagai.yaml"

PART = """      - suffix: "{}"
        name: {}
        {}
        disposition:
          state: {}
"""

STAGES = """  stages:
    - stage: decision
      periods:
        - id: p1
          lead: bureau
      source:
        document: plan
        place: 五
"""


@pytest.fixture
def said(small, capsys):
    """Runs a command in the small workspace and gives what it printed."""

    def said(*words, on="2019-01-10", lang="zh-CN", code=0):
        assert run([*words, "-C", str(small), "--lang", lang, "--on", on]) == code
        captured = capsys.readouterr()
        return captured.err if code else captured.out

    return said


@pytest.fixture
def told(said):
    """Runs a command and gives its JSON."""
    return lambda *words, on="2019-01-10": json.loads(said(*words, "--format", "json", on=on))


def stages(share):
    return {each["stage"]: each for each in share["stages"]}


def test_before_the_transfer_the_department_answers_by_the_law(told):
    (share,) = told("who", "530104001000", on="2018-12-29")["shares"]
    assert share["state"] == "moves_later"
    assert {each["lead"]["name"] for each in share["stages"]} == {"县发改局"}
    assert stages(share)["decision"]["paper"]["title"] == "政府投资条例"


def test_from_the_day_of_transfer_the_bureau_answers(told):
    (share,) = told("who", "530104001000", on="2018-12-30")["shares"]
    assert share["state"] == "moved"
    found = stages(share)
    assert found["decision"]["lead"]["id"] == "shenpi"
    assert found["site_survey"]["lead"]["id"] == "fagai"
    assert found["site_survey"]["until_event"] == "条件成熟"
    assert found["site_survey"]["then"]["id"] == "shenpi"
    assert found["site_survey"]["paper"]["source"] == "draft"
    assert found["decision"]["paper"]["source"] == "register"


def test_an_event_that_has_come_hands_the_stage_on(small, told):
    edit(
        small,
        REFORM,
        "policy:\n",
        "events:\n  - id: chengshu\n    text: 条件成熟\n    on: 2019-04-01\npolicy:\n",
    )
    (before,) = told("who", "530104001000", on="2019-03-31")["shares"]
    (after,) = told("who", "530104001000", on="2019-04-01")["shares"]
    assert stages(before)["site_survey"]["lead"]["id"] == "fagai"
    assert stages(before)["site_survey"]["until"] == "2019-03-31"
    assert stages(after)["site_survey"]["lead"]["id"] == "shenpi"
    assert told("memo", "status")["waiting_for"] == []


def test_a_partly_transferred_item_is_answered_for_part_by_part(told):
    shares = told("who", "530104003000")["shares"]
    assert [(each["state"], [part["suffix"] for part in each["handlings"]]) for each in shares] == [
        ("moved", ["01"]),
        ("stays", ["02"]),
    ]
    assert stages(shares[1])["decision"]["section"]["id"] == "shenpi-gu"


def test_parts_that_move_on_different_days_or_stay_with_different_units_are_told_apart(small, told):
    rows = (
        ("02", "fagai", "transferred\n          effective: 2019-06-30"),
        ("03", "fagai", "resident"),
        ("04", "qixiang", "resident"),
        ("05", "fagai", "resident"),
    )
    old = PART.format("02", "变更", "section: shenpi-gu", "resident")
    parts = (PART.format(name, "其他", f"organ: {organ}", state) for name, organ, state in rows)
    edit(small, ITEMS, old, "".join(parts))
    shares = told("who", "530104003000", on="2018-10-01")["shares"]
    assert [(each["effective"], [part["suffix"] for part in each["handlings"]]) for each in shares] == [
        ("2018-12-30", ["01"]),
        ("2019-06-30", ["02"]),
        (None, ["03", "05"]),
        (None, ["04"]),
    ]
    assert [stages(each)["decision"]["lead"]["id"] for each in shares[2:]] == ["fagai", "qixiang"]


def test_a_stage_of_the_policy_may_rest_on_a_document_of_the_superior(small, told):
    edit(
        small,
        REFORM,
        "  clauses:\n",
        f"{STAGES}  clauses:\n".replace("document: plan", "document: zhou/reply"),
    )
    folder = small / "catalogue" / "zhou"
    folder.mkdir()
    text = "documents:\n  - {id: reply, title: 批复, number: 楚政复〔2018〕1号, kind: reply}\n"
    (folder / "documents.yaml").write_text(text, "utf-8")
    (share,) = told("who", "530104001000")["shares"]
    paper = stages(share)["decision"]["paper"]
    assert (paper["record"], paper["number"]) == ("zhou/document/reply", "楚政复〔2018〕1号")


def test_a_signed_memorandum_goes_before_the_policy_and_a_draft_behind_it(small, told):
    edit(small, REFORM, "  clauses:\n", f"{STAGES}  clauses:\n")
    (share,) = told("who", "530104001000")["shares"]
    assert stages(share)["decision"]["paper"] == {
        "source": "policy",
        "record": "lan/document/plan",
        "number": "兰政发〔2018〕9号",
        "title": stages(share)["decision"]["paper"]["title"],
        "place": "五",
    }
    signed = "status: signed\nsigned: 2018-12-20\neffective: 2018-12-30\n"
    edit(small, MEMO, "status: draft\n", signed)
    edit(small, MEMO, "number: null", "number: 兰审备〔2018〕1号")
    (share,) = told("who", "530104001000")["shares"]
    assert stages(share)["site_survey"]["paper"]["number"] == "兰审备〔2018〕1号"
    assert stages(share)["decision"]["paper"]["source"] == "policy"


def test_nobody_answers_for_what_is_withdrawn(small, said):
    edit(small, ITEMS, "    name: 政府投资项目审批\n", "    name: 政府投资项目审批\n    status: withdrawn\n")
    assert "没有承担方" in said("who", "政府投资项目审批")


def test_what_is_no_item_is_refused(said):
    assert "不是事项" in said("who", "department/fagai", code=2)
    assert "没有记录" in said("who", "nothing", code=2)


def test_the_board_shows_any_day(small, told):
    signed = "status: signed\nsigned: 2018-12-20\neffective: 2018-12-30\n"
    edit(small, MEMO, "status: draft\n", signed)
    days = {
        "2018-12-19": "draft",
        "2018-12-20": "signed",
        "2018-12-29": "signed",
        "2018-12-30": "effective",
    }
    found = {day: told("memo", "status", on=day)["departments"][0] for day in days}
    assert {day: row["status"] for day, row in found.items()} == days
    assert (found["2018-12-30"]["items"], found["2018-12-30"]["covered"]) == (2, 2)
    assert [each["matter"] for each in found["2018-12-19"]["deadlines"]] == ["sign", "effective"]
    assert [each["matter"] for each in found["2018-12-20"]["deadlines"]] == ["effective"]
    edit(small, MEMO, "status: signed", "status: ended")
    assert told("memo", "status")["departments"][0]["status"] == "ended"


def test_a_memorandum_without_a_day_of_its_own_is_in_effect_from_its_signing(small, told):
    edit(small, MEMO, "status: draft\n", "status: signed\nsigned: 2018-12-20\n")
    days = ("2018-12-19", "2018-12-20")
    stands = [told("memo", "status", on=day)["departments"][0]["status"] for day in days]
    assert stands == ["draft", "effective"]


def test_a_period_without_a_beginning_is_undated(small, told):
    edit(
        small,
        REFORM,
        "  clauses:\n",
        "  stages:\n    - stage: hearing\n      periods:\n        - {id: p1, lead: department}\n"
        "        - {id: p2, lead: bureau}\n  clauses:\n",
    )
    (small / MEMO).unlink()
    (row,) = told("memo", "status")["departments"]
    assert [(each["stage"], each["on"]) for each in row["turns"]] == [("hearing", None)]


def test_days_left_are_working_days(told):
    (row,) = told("memo", "status", on="2018-12-28")["departments"]
    left = {each["matter"]: each["working_days_left"] for each in row["deadlines"]}
    # The Saturday 2018-12-29 is a make-up day, and signing was due on 2018-11-30.
    assert left == {"sign": -20, "effective": 1}


def test_so_many_days_before_that_there_is_no_such_day_are_no_fault_of_the_tool(small, told, said):
    edit(small, REFORM, "policy:\n", "policy:\n  memorandum_days: 999999999\n")
    row = told("memo", "status", on="2018-12-20")["departments"][0]
    assert row["deadlines"][0]["on"] == "0001-01-01"
    said("check")


def test_a_year_without_a_calendar_is_told(small, said, told):
    edit(small, MEMO, "status: draft\n", "status: draft\ntraining:\n  by: 2038-01-05\n")
    assert "没有 2038 年" in said("memo", "status")
    row = told("memo", "status")["departments"][0]
    assert row["deadlines"][-1]["working_days_left"] is None


def test_a_department_that_nobody_declared_is_on_the_board(small, told):
    (small / "catalogue" / "lan" / "departments.yaml").unlink()
    (small / MEMO).unlink()
    (row,) = told("memo", "status")["departments"]
    assert (row["department"], row["name"], row["items"]) == ("fagai", "fagai", 2)


def test_a_department_without_a_memorandum_is_on_the_board(small, said, told):
    (small / MEMO).unlink()
    (row,) = told("memo", "status")["departments"]
    assert (row["status"], row["memorandum"], row["covered"]) == ("none", None, 0)
    assert "没有备忘录" in said("memo", "status")


def test_a_board_of_one_department(said):
    assert "县发改局" in said("memo", "status", "--department", "县发改局")
    assert "没有划转事项" in said("memo", "status", "--department", "zhengwu")
    assert "没有部门" in said("memo", "status", "--department", "nothing", code=2)


def test_the_reference_board_covers_every_department():
    root = Path(house.ROOT)
    assert run(["memo", "status", "-C", str(root), "-j", "yaoan", "--on", "2018-12-03", "--lang", "en"]) == 0


def test_the_board_is_a_workbook_too(said, small, tmp_path):
    for name in ("1.xlsx", "2.xlsx"):
        said("memo", "status", "--format", "xlsx", "-o", str(tmp_path / name), on="2018-12-03")
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()
    book = load_workbook(tmp_path / "1.xlsx")
    assert len(book.worksheets) == 3
    cells = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert "县发改局" in cells
    assert 2 in cells
    waiting = [row[0] for row in book.worksheets[1].values if "还没有到来的日期" in str(row[0])]
    assert waiting == ["这些事件还没有到来的日期：条件成熟（到来以后写入 reform.yaml 的 events）。"]
    said("memo", "status", "--format", "xlsx", "-o", str(small / "3.xlsx"), lang="en")
    (tmp_path / "1.xlsx").write_bytes(b"mine")
    said("memo", "status", "--format", "xlsx", "-o", str(tmp_path / "1.xlsx"), code=3)


def test_the_board_goes_to_a_file(said, tmp_path):
    shown = said("memo", "status")
    said("memo", "status", "-o", str(tmp_path / "1.txt"))
    assert (tmp_path / "1.txt").read_text("utf-8") == shown
