"""Drafting memoranda: all that the register gives, and nothing of what people wrote is lost."""

from functools import partial

import pytest

import house
from child import edit
from xuke.commands.program import run

ITEMS = "catalogue/lan/items/fagai.yaml"
REFORM = "catalogue/lan/reform.yaml"
MEMO = "memoranda/lan/fagai.yaml"


@pytest.fixture
def said(said):
    """Runs a command on a day of drafting."""
    return partial(said, on="2018-12-01")


def text(folder):
    return (folder / MEMO).read_text("utf-8")


def test_a_new_draft_has_every_clause_and_checks_clean(small, said):
    (small / MEMO).unlink()
    edit(small, REFORM, "  clauses:\n    - disputes\n    - liability\n", "")
    assert "起草或更新备忘录 1 份" in said("memo", "draft", "fagai")
    found = text(small)
    assert found.startswith("# yaml-language-server: $schema=../../schemas/memorandum.json\nprovenance: ")
    assert '- code: "530104003000"\n    suffixes:\n      - "01"\n' in found
    assert "cut_off: 2018-12-29\n" in found
    assert "兰县发改局与兰县行政审批局" in found
    assert "0 个错误" in said("check")


def test_a_draft_that_is_drafted_again_stays_byte_for_byte(small, said):
    said("memo", "draft", "fagai")
    before = text(small)
    assert "没有变化" in said("memo", "draft", "fagai")
    assert text(small) == before


def test_the_reference_memoranda_are_drafts_of_their_register(capsys):
    words = ["memo", "draft", "--all", "--dry-run", "-C", str(house.ROOT), "-j", "yaoan", "--lang", "en"]
    assert run(words) == 0
    assert "up to date: 0" in capsys.readouterr().err


def test_what_people_wrote_stays_with_its_comments(small, said):
    edit(small, MEMO, "disputes: 由联席", "# 2018-11-02 商定\ndisputes: 由联席")
    edit(small, MEMO, "  bureau: 对审批行为及后果承担责任。\n", "")
    said("memo", "draft", "县发改局")
    found = text(small)
    assert "# 2018-11-02 商定\ndisputes: 由联席会议协调；协调不成的报县人民政府决定。\n" in found
    assert "  department: 对事中事后监管承担责任。\n" in found
    assert "bureau: 对审批行为及其后果承担责任" in found
    assert "liaison: 由县行政审批局与州级主管部门对接，主管部门协助。\n" in found
    assert found.index("stage: acceptance") < found.index("stage: review") < found.index("stage: site_survey")


def test_items_come_and_go_with_the_catalogue(small, said):
    edit(
        small,
        ITEMS,
        "    disposition:\n      state: transferred\n      effective: 2018-12-30\n      section: touzi\n",
        "    disposition:\n      state: resident\n",
    )
    edit(
        small,
        ITEMS,
        "        section: shenpi-gu\n        disposition:\n          state: resident\n",
        "        organ: shenpi\n        disposition:\n          state: transferred\n"
        "          effective: 2018-12-30\n",
    )
    edit(
        small,
        ITEMS,
        "    disposition:\n      state: excluded\n      exclusion: anquan\n",
        "    disposition:\n      state: transferred\n      effective: 2018-12-30\n",
    )
    said("memo", "draft", "fagai")
    found = text(small)
    assert '  - code: "530104003000"\n  - code: "530104004000"\nstages:' in found
    assert "530104001000" not in found


def test_a_dry_run_writes_nothing(small, said):
    before = text(small)
    shown = said("memo", "draft", "--all", "--dry-run")
    assert "没有写入" in shown
    assert "经费条款" in shown
    assert text(small) == before


def test_texts_of_the_policy_go_before_those_of_the_tool(small, said):
    own = "  default_clauses:\n    funds: 由{移交方}与{接收方}分别报{本级政府}，{{其他}}另定\n  clauses:\n"
    edit(small, REFORM, "  clauses:\n", own)
    said("memo", "draft", "fagai")
    assert "funds: 由县发改局与县行政审批局分别报县人民政府，{{其他}}另定\n" in text(small)


def test_the_stage_table_of_the_policy_is_taken_over(small, said):
    (small / MEMO).unlink()
    table = (
        "  stages:\n    - stage: site_survey\n      principle: true\n      periods:\n        - id: a\n"
        "          until: 2019-03-31\n          lead: department\n        - id: b\n"
        "          from: 2019-04-01\n"
        "          lead: bureau\n  push:\n    - id: p1\n      information: approval\n      from: bureau\n"
        "      to: department\n      within:\n        value: 2\n        unit: working_day\n  clauses:\n"
    )
    edit(small, REFORM, "  clauses:\n", table)
    said("memo", "draft", "fagai")
    found = text(small)
    survey = "  - stage: site_survey\n    periods:\n      - id: a\n        until: 2019-03-31\n"
    assert survey in found
    assert "    principle: true\n" in found
    assert "  - stage: tender\n    periods:\n      - id: a\n" in found
    assert "        unit: working_day\n" not in found.replace("      unit: working_day\n", "")
    assert found.count("direction:") == 1
    assert "0 个错误" in said("check")


def test_a_push_that_lacks_gets_an_id_of_its_own(small, said):
    head = "push:\n  - id: ts1\n    direction: department_to_bureau\n"
    own = head + "    information: supervision\n    synchronous: true\n"
    edit(small, MEMO, "disputes:", own + "disputes:")
    said("memo", "draft", "fagai")
    found = text(small)
    assert found.count("information:") == 6
    assert "- id: ts1-2\n" in found


def test_what_cannot_be_drafted_is_refused(small, said):
    assert "没有划转事项" in said("memo", "draft", "zhengwu", code=1)
    assert "--all" in said("memo", "draft", code=2)
    edit(small, MEMO, "status: draft\n", "status: signed\nsigned: 2018-12-01\n")
    assert "已签订" in said("memo", "draft", "fagai", code=1)
    assert "没有变化" in said("memo", "draft", "--all")
    said("memo", "draft", "fagai", "--at", "HEAD", code=2)


@pytest.mark.parametrize("name", [ITEMS, MEMO])
def test_a_file_that_cannot_be_read_is_no_reason_to_drop_items(small, said, name):
    file = small / name
    file.write_text(file.read_text("utf-8") + "items: [\n", "utf-8")
    before = text(small)
    for words in (("draft", "fagai"), ("draft", "--all"), ("render", "fagai"), ("supplement", "fagai")):
        assert name in said("memo", *words, code=1)
    assert text(small) == before


BUREAU = "bureau:\n  department: shenpi\n  name: 兰县行政审批局\n  predecessor: zhengwu\n"
TITLE = "title: 兰县发改局与兰县行政审批局行政许可事项划转备忘录\n"


@pytest.mark.parametrize("given", ["fagai", "--all"])
def test_without_a_unit_that_takes_over_nothing_is_drafted(small, said, given):
    (small / MEMO).unlink()
    edit(small, REFORM, BUREAU, "")
    told = said("memo", "draft", given, code=1)
    assert "请在 catalogue/lan/reform.yaml 写明 bureau.department" in told
    assert not (small / MEMO).exists()
    edit(small, REFORM, "policy:\n", BUREAU + "policy:\n")
    said("memo", "draft", given)
    assert TITLE in text(small)


@pytest.mark.parametrize(
    ("old", "is_kept"),
    [
        ("兰县发改局与行政许可事项划转备忘录", False),
        ("兰县计划局与兰县审批中心行政许可事项划转备忘录", False),
        ("县发改局与县行政审批局行政许可事项划转备忘录", True),
        ("发改局划转事项交接备忘录", True),
        ("行政许可事项划转备忘录", True),
    ],
)
def test_a_title_of_our_form_follows_the_names_and_one_of_people_stays(small, said, old, is_kept):
    said("memo", "draft", "fagai")
    found = text(small)
    title = next(line for line in found.splitlines(keepends=True) if line.startswith("title:"))
    edit(small, MEMO, title, f"title: {old}\n")
    said("memo", "draft", "fagai")
    assert (f"title: {old}\n" if is_kept else TITLE) in text(small)
