"""调整对照表 and the words for changes."""

import pytest
from ground import ITEMS, MEMO, ask, column, item, opened, remarks, rows, small

RESIDENT = "    disposition:\n      state: resident\n"
TRANSFERRED = "    disposition:\n      state: transferred\n"
STATE = "      state: excluded\n      exclusion: anquan"


def words(*edits, base=()):
    return column("changes", "change", small(*base, *edits), since=small(*base))


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("name: 政府投资项目审批", "name: 政府投资审批", ["变更名称"]),
        ("article: 第九条", "article: 第十条", ["变更依据"]),
        ("        value: 20\n", "        value: 15\n", ["变更要素"]),
        (STATE, "      state: transferred", ["划转", "变更要素"]),
        (STATE, "      state: delegated", ["下放", "变更要素"]),
        (STATE, "      state: cancelled", ["取消", "变更要素"]),
        (
            "      state: transferred\n      effective: 2018-12-30\n      section: touzi",
            "      state: resident",
            ["收回", "变更要素", "变更要素"],
        ),
        (
            "      state: transferred\n      effective: 2018-12-30\n      section: touzi",
            "      state: suspended",
            ["暂停", "变更要素", "变更要素"],
        ),
        ("          state: resident", "          state: transferred", ["部分划转"]),
        (
            "        section: shenpi-gu\n        disposition:\n          state: resident\n",
            "        section: jianguan-gu\n        disposition:\n          state: resident\n",
            ["变更要素"],
        ),
        (
            "          state: transferred\n          effective: 2018-12-30",
            "          state: transferred\n          effective: 2019-01-01",
            ["变更要素"],
        ),
        (
            "    hall: dating\n    service_kind: immediate\n" + RESIDENT,
            "    hall: dating\n    service_kind: immediate\n",
            ["变更要素"],
        ),
        (
            "    hall: dating\n    service_kind: immediate\n" + RESIDENT,
            "    hall: dating\n    service_kind: immediate\n" + RESIDENT + "      reason: 专业\n",
            ["变更要素"],
        ),
    ],
)
def test_the_word_for_a_change_of_an_item(old, new, found):
    assert words((ITEMS, old, new)) == found


def test_what_is_resumed_was_suspended():
    base = ((ITEMS, STATE, "      state: suspended"),)
    snapshot = small((ITEMS, STATE, "      state: resident"))
    assert column("changes", "change", snapshot, since=small(*base)) == ["恢复"]


def test_a_disposition_that_comes_as_a_whole_is_read_by_its_state():
    added = item("530104005000", more=TRANSFERRED)
    assert column(
        "changes", "change", small((ITEMS, "", added)), since=small((ITEMS, "", item("530104005000")))
    ) == ["划转"]


def test_a_disposition_without_a_state_is_no_move():
    reason = item("530104005000", more="    disposition:\n      reason: 专业\n")
    bare = small((ITEMS, "", item("530104005000")))
    assert column("changes", "change", small((ITEMS, "", reason)), since=bare) == ["变更要素"]


@pytest.mark.parametrize(
    ("more", "word"),
    [
        ("", "新增"),
        ("    origin:\n      kind: taken_over\n", "承接"),
        ("    origin:\n      kind: reclaimed\n", "收回"),
        ('    replaces:\n      - code: "530104004000"\n        kind: merged\n', "合并"),
        ('    replaces:\n      - code: "530104004000"\n        kind: renumbered\n', "编码调整"),
    ],
)
def test_the_word_for_a_new_item(more, word):
    assert words((ITEMS, "", item("530104005000", more=more))) == [word]


def test_what_was_replaced_goes_with_what_replaces_it():
    base = ((ITEMS, "", item("530104009000")),)
    split = '    replaces:\n      - code: "530104009000"\n        kind: split\n'
    now = small((ITEMS, "", item("530104007000", more=split) + item("530104008000", more=split)))
    before = small(*base)
    (found,) = rows("changes", now, since=before)
    assert (found["change"], found["id"]) == ("拆分", "530104009000")
    assert (found["old"], found["new"]) == ("530104009000 事项", "530104007000 事项\n530104008000 事项")
    assert remarks("changes", now, since=before) == [
        "事项行数：调整前 5 行，调整后 6 行；新增 2 行，删除 1 行。",
        "其中合并前 0 行、合并后 0 行，拆分前 1 行、拆分后 2 行。",
    ]


def test_a_removed_record_that_nothing_replaces_is_removed():
    assert column("changes", "change", small(), since=small((ITEMS, "", item("530104009000")))) == ["删除"]
    assert remarks("changes", small(), since=small()) == [
        "事项行数：调整前 4 行，调整后 4 行；新增 0 行，删除 0 行。"
    ]


def test_a_difference_tells_field_and_both_sides_in_words():
    (found,) = rows(
        "changes", small((MEMO, "        lead: department", "        lead: bureau")), since=small()
    )
    assert found["kind"] == "事项划转备忘录"
    assert found["department"] == "县发改局"
    assert found["change"] == "变更要素"
    assert found["field"] == "环节责任表「现场勘查」·责任期间「p1」·牵头方"
    assert (found["old"], found["new"]) == ("主管部门", "审批局")


def test_moving_a_file_is_no_change():
    moved = small()
    path = "catalogue/lan/items/fagai/a.yaml"
    for key, record in list(moved.records.items()):
        if record.path == ITEMS:
            moved.records[key] = at(record, path)
    assert rows("changes", moved, since=small()) == []


def at(record, path):
    home = record.home.__class__(
        type(record.home.document)(path, record.home.document.value, record.home.document.marks),
        record.home.pointer,
    )
    return record.__class__(record.key, record.fields, home)


def test_another_jurisdiction_is_another_table():
    elsewhere = "catalogue/bao/departments.yaml"
    other = "provenance: demonstration\ndepartments:\n  - id: x\n    name: 局\n    kind: department\n"
    assert rows("changes", small((elsewhere, "", other)), since=small()) == []


def test_without_a_version_to_compare_with_the_table_is_left_out():
    assert "调整对照表" not in opened(ask(None, "items", "changes")).sheetnames
    assert "调整对照表" in opened(ask(None, "items", "changes", since=small())).sheetnames
