"""What changed, department by department."""

import pytest
from ground import ITEMS, MEMO, item, small

from xuke.diff.compare import compare
from xuke.diff.comparison import comparison
from xuke.diff.kinds import ChangeKind
from xuke.model.change import Edited
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.tables.owner import owner, owner_of
from xuke.tables.tally import Sort, Tally, sort_of, tallies, together

STATE = "      state: excluded\n      exclusion: anquan"
REMOVED = item("530104009000")
DEPARTMENTS = "catalogue/lan/departments.yaml"
MEASURES = "catalogue/lan/measures.yaml"


def counted(base, *edits):
    old, new = small(*base), small(*edits)
    found = comparison(compare(old, new))
    return {each.department: each for each in tallies(Register(old, "lan"), Register(new, "lan"), found)}


def test_rows_of_a_department_add_up():
    added = item("530104005000") + item("530104006000", more="    origin:\n      kind: taken_over\n")
    found = counted([(ITEMS, "", REMOVED)], (ITEMS, "", added))["fagai"]
    assert (found.before, found.out, found.into, found.after) == (5, 1, 2, 6)
    assert found.items == {Sort.CANCELLED: 1, Sort.NEW: 1, Sort.TAKEN_OVER: 1}
    assert (found.changed, found.others, found.is_touched) == (3, 0, True)


@pytest.mark.parametrize(
    ("old", "new", "sort"),
    [
        (STATE, "      state: transferred", Sort.HANDED_OVER),
        (STATE, "      state: cancelled", Sort.CANCELLED),
        (STATE, "      state: delegated", Sort.CHANGED),
        ("          state: resident", "          state: transferred", Sort.HANDED_OVER),
        ("name: 政府投资项目审批", "name: 政府投资审批", Sort.CHANGED),
        (
            "      state: transferred\n      effective: 2018-12-30\n      section: touzi",
            "      state: resident",
            Sort.TAKEN_BACK,
        ),
    ],
)
def test_every_change_of_an_item_is_told_once(old, new, sort):
    found = counted([], (ITEMS, old, new))["fagai"]
    assert found.items == {sort: 1}
    assert (found.out, found.into) == (0, 0)


def test_an_item_that_is_withdrawn_is_cancelled_and_counts_no_more():
    kept = item("530104005000")
    gone = item("530104005000", more="    status: withdrawn\n")
    found = counted([(ITEMS, "", kept)], (ITEMS, "", gone))["fagai"]
    assert (found.before, found.out, found.after, found.items) == (5, 1, 4, {Sort.CANCELLED: 1})
    back = counted([(ITEMS, "", gone)], (ITEMS, "", kept))["fagai"]
    assert (back.before, back.into, back.after, back.items) == (4, 1, 5, {Sort.CHANGED: 1})


def test_what_replaces_others_is_neither_new_nor_cancelled():
    new = item("530104005000", more='    replaces:\n      - code: "530104009000"\n        kind: renumbered\n')
    found = counted([(ITEMS, "", REMOVED)], (ITEMS, "", new))["fagai"]
    assert (found.out, found.into, found.items) == (1, 1, {Sort.CHANGED: 1})


def test_other_records_are_counted_apart_and_those_of_no_department_last():
    found = counted(
        [],
        (MEMO, "number: null", "number: 兰发改〔2018〕1号"),
        (MEASURES, "title: 强化监督", "title: 加强监督"),
        (ITEMS, "", item("530104005000", competent="nobody")),
    )
    assert [*found][-2:] == ["nobody", ""]
    assert (found["fagai"].others, found["fagai"].changed, found[""].others) == (1, 0, 1)
    assert found["nobody"].items == {Sort.NEW: 1}


def test_a_department_that_is_gone_is_told_and_a_move_is_not():
    moved = small()
    old = small((DEPARTMENTS, "", "  - id: jiu\n    name: 县旧局\n    kind: department\n    order: 99\n"))
    gone = tallies(Register(old, "lan"), Register(moved, "lan"), comparison(compare(old, moved)))
    assert [each.department for each in gone if each.is_touched] == ["jiu"]
    text = item("530104005000")
    there = small((ITEMS, "", text))
    here = small(("catalogue/lan/items/other.yaml", "", "provenance: demonstration\nitems:\n" + text))
    found = tallies(Register(there, "lan"), Register(here, "lan"), comparison(compare(there, here)))
    assert not any(each.is_touched for each in found)


def test_what_another_jurisdiction_changed_is_left_out():
    old, new = small(), small((ITEMS, "name: 政府投资项目审批", "name: 政府投资审批"))
    found = comparison(compare(old, new))
    assert tallies(Register(old, "mei"), Register(new, "mei"), found) == []


def test_several_departments_make_one_row():
    one = Tally("a", 3, 1, 0, 2, {Sort.NEW: 1}, 2)
    other = Tally("b", 4, 0, 2, 6, {Sort.NEW: 2, Sort.CHANGED: 1}, 1)
    assert together("", [one, other]) == Tally("", 7, 1, 2, 8, {Sort.NEW: 3, Sort.CHANGED: 1}, 3)
    assert together("", []) == Tally("")
    assert not Tally("").is_touched


def test_an_edit_without_a_kind_of_its_own_is_a_change():
    old, new = small(), small((ITEMS, "        value: 20\n", "        value: 15\n"))
    (change,) = compare(old, new)
    assert isinstance(change, Edited)
    assert sort_of(change, [ChangeKind.EDITED]) is Sort.CHANGED


def test_the_owner_of_a_record():
    records = small()
    assert owner(records.get("lan", Kind.DEPARTMENT, "fagai")) == "fagai"
    assert owner(records.get("lan", Kind.MEMORANDUM, "fagai")) == "fagai"
    assert owner(records.get("lan", Kind.MEASURE, "m02")) == ""
    (change,) = compare(small((ITEMS, "", REMOVED)), small())
    assert owner_of(change) == "fagai"
