"""The part of a comparison that a user asks for."""

import pytest
from test_lineage import code, item, register

from trees import loaded
from xuke.diff.compare import compare
from xuke.diff.concern import concerns
from xuke.diff.kinds import replaced
from xuke.diff.select import is_called, within
from xuke.model.change import Edited, Split

ITEMS = "catalogue/lan/items/fagai.yaml"
MEMO = "memoranda/lan/fagai.yaml"


def changes(*edits):
    return list(compare(loaded().snapshot, loaded(*edits).snapshot))


EDITS = (
    (ITEMS, "        value: 5\n", "        value: 4\n"),
    (ITEMS, '      - suffix: "02"\n        name: 变更\n', '      - suffix: "02"\n        name: 延续\n'),
)


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("limit", [("limit", "promised", "value")]),
        ("limit.promised", [("limit", "promised", "value")]),
        ("limit.promised.value", [("limit", "promised", "value")]),
        ("limit.statutory", []),
        ("handlings.name", [("handlings", "02", "name")]),
        ("handlings.02", [("handlings", "02", "name")]),
        ("handlings.01", []),
        ("name", []),
    ],
)
def test_a_field_is_named_by_its_way(field, found):
    way = tuple(field.split("."))
    kept = [within(each, [way]) for each in changes(*EDITS)]
    assert [edit.steps for each in kept if each for edit in each.fields] == found


def test_an_edit_that_holds_the_field_is_among_them():
    promised = "      promised:\n        value: 5\n        unit: working_day\n"
    (change,) = changes((ITEMS, promised, ""))
    assert within(change, [("limit", "promised", "value")]) == change


def test_records_that_come_go_or_move_have_no_edits():
    old, new = register(item(code(101))), register(item(code(102)))
    moved = register(item(code(101)), path="catalogue/lan/items/wenti/a.yaml")
    found = [*compare(old, new), *compare(old, moved)]
    assert [within(each, [("name",)]) for each in found] == [None, None, None]


def test_a_split_keeps_its_results_and_only_such_edits():
    old = register(item(code(101)))
    new = register(
        item(code(201), (code(101), "split")), item(code(202), (code(101), "split"), more="    note: 新\n")
    )
    (change,) = compare(old, new)
    kept = within(change, [("note",)])
    assert isinstance(kept, Split)
    assert [len(each) for each in kept.fields] == [0, 1]
    assert within(change, [("limit",)]) is None


def test_a_change_is_called_by_its_name_and_by_its_kinds():
    found = changes(*EDITS)
    words = replaced(found)
    assert all(is_called(each, {"edited"}, words) for each in found)
    (renamed,) = changes((ITEMS, "name: 政府投资项目审批", "name: 政府投资审批"))
    assert isinstance(renamed, Edited)
    assert is_called(renamed, {"renamed"}, {})
    assert not is_called(renamed, {"added", "moved"}, {})


@pytest.mark.parametrize(
    ("edit", "department", "found"),
    [
        ((ITEMS, "        value: 5\n", "        value: 4\n"), "fagai", True),
        ((ITEMS, "        value: 5\n", "        value: 4\n"), "shenpi", True),
        ((ITEMS, "        value: 5\n", "        value: 4\n"), "qixiang", False),
        ((MEMO, "number: null", "number: 兰发改〔2018〕1号"), "fagai", True),
        ((MEMO, "number: null", "number: 兰发改〔2018〕1号"), "shenpi", True),
        (("catalogue/lan/departments.yaml", "    name: 县气象局", "    name: 县气象台"), "qixiang", True),
        (("catalogue/lan/measures.yaml", "    due: 长期", "    due: 按上级要求"), "zhengwu", True),
        (("catalogue/lan/departments.yaml", "    name: 县气象局", "    name: 县气象台"), "fagai", False),
    ],
)
def test_a_record_concerns_every_department_that_it_names(edit, department, found):
    (change,) = changes(edit)
    assert concerns(change, frozenset({department})) is found
