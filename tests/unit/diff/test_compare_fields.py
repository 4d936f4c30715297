"""Field by field what differs."""

import pytest

from trees import loaded, small
from xuke.diff.apply import apply, edited
from xuke.diff.compare import compare
from xuke.diff.fields import edits_of
from xuke.diff.lists import is_set
from xuke.model.change import Added, Edited, FieldEdit, Moved, Removed
from xuke.model.document import same
from xuke.model.part import names_of
from xuke.model.record import Kind

ITEMS = "catalogue/lan/items/fagai.yaml"


def edits(old, new, kind=Kind.ITEM):
    found = list(edits_of(kind, old, new))
    assert list(edits_of(kind, edited(old, found), new)) == []
    return found


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, []),
        ({"a": 1}, {"a": 2}, [FieldEdit(("a",), 1, 2)]),
        ({"a": 1}, {"a": 1.0}, [FieldEdit(("a",), 1, 1.0)]),
        ({"a": 1}, {"a": True}, [FieldEdit(("a",), 1, True)]),
        ({"a": None}, {}, [FieldEdit(("a",), None, None, has_new=False)]),
        ({}, {"a": None}, [FieldEdit(("a",), None, None, has_old=False)]),
        (
            {"a": {"b": 1}},
            {"a": {"b": 2, "c": 3}},
            [FieldEdit(("a", "b"), 1, 2), FieldEdit(("a", "c"), None, 3, has_old=False)],
        ),
        ({"a": {"b": 1}}, {"a": [1]}, [FieldEdit(("a",), {"b": 1}, [1])]),
        ({"a": [1, 2]}, {"a": [2, 1]}, [FieldEdit(("a",), [1, 2], [2, 1])]),
        ({"a": []}, {"a": []}, []),
        ({"a": [{"id": "x"}]}, {"a": []}, [FieldEdit(("a", "x"), {"id": "x"}, None, has_new=False)]),
        ({"a": [{"x": 1}]}, {"a": [{"x": 2}]}, [FieldEdit(("a",), [{"x": 1}], [{"x": 2}])]),
    ],
)
def test_what_differs_is_told_at_its_deepest_place(old, new, found):
    assert edits(old, new) == found


def test_elements_of_a_keyed_list_are_paired_by_name():
    old = {"bases": [{"id": "b1", "rank": "law"}, {"id": "b2"}, {"id": "b3"}]}
    new = {"bases": [{"id": "b3"}, {"id": "b1", "rank": "rule"}, {"id": "b4"}]}
    assert edits(old, new) == [
        FieldEdit(("bases", "b1", "rank"), "law", "rule"),
        FieldEdit(("bases", "b4"), None, {"id": "b4"}, has_old=False),
        FieldEdit(("bases", "b2"), {"id": "b2"}, None, has_new=False),
        FieldEdit(("bases",), ["b1", "b2", "b3"], ["b3", "b1", "b4"], is_order=True),
    ]


def test_an_element_that_becomes_another_kind_of_value_is_replaced():
    old, new = (
        {"bases": [{"id": "b1"}, {"id": "b2", "x": [1]}]},
        {"bases": [{"id": "b1"}, {"id": "b2", "x": {}}]},
    )
    assert edits(old, new) == [FieldEdit(("bases", "b2", "x"), [1], {})]


def test_the_order_of_a_set_is_no_change_and_its_members_are():
    old, new = {"lead": ["a", "b"]}, {"lead": ["b", "a"]}
    assert edits(old, new, Kind.MEASURE) == []
    assert edits(old, {"lead": ["a", "c"]}, Kind.MEASURE) == [FieldEdit(("lead",), ["a", "b"], ["a", "c"])]
    assert edits({"lead": [1]}, {"lead": ["1"]}, Kind.MEASURE) == [FieldEdit(("lead",), [1], ["1"])]


def test_the_schemas_say_which_lists_have_no_order():
    assert is_set(Kind.MEASURE, ("lead",))
    assert is_set(Kind.SEAL, ("places",))
    assert not is_set(Kind.ITEM, ("steps",))
    assert not is_set(Kind.ITEM, ("no", "such"))


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ([{"id": "a"}, {"code": "b"}], ["a", "b"]),
        ([{"id": "a"}, {"id": "a"}], None),
        ([{"id": "a"}, "b"], None),
        ([{"x": "a"}], None),
        ([], []),
    ],
)
def test_a_list_is_keyed_where_every_element_has_its_own_name(value, names):
    assert names_of(value) == names


def test_values_of_other_types_are_never_the_same():
    assert same([1, {"a": "x"}], [1, {"a": "x"}])
    assert not same([1], [1, 2])
    assert not same({"a": 1}, {"b": 1})
    assert not same(0, False)


def test_records_come_go_change_and_move():
    old = loaded().snapshot
    texts = (
        (
            "catalogue/lan/seals.yaml",
            "  - id: fagai-zhang\n    name: 兰县发改局行政审批专用章\n    owner: fagai\n",
            "",
        ),
        (
            "catalogue/lan/halls.yaml",
            "    kind: hall\n",
            "    kind: hall\n  - id: fenting\n    name: 分厅\n    kind: hall\n",
        ),
        ("catalogue/lan/measures.yaml", "理顺机制", "理顺体制"),
    )
    new = loaded(*texts).snapshot
    changes = list(compare(old, new))
    assert [(type(each), str(each.key)) for each in changes] == [
        (Edited, "lan/measure/m01"),
        (Added, "lan/hall/fenting"),
        (Removed, "lan/seal/fagai-zhang"),
    ]
    assert apply(changes, old).records == new.records


def test_a_record_that_moves_and_changes_is_both():
    old = loaded().snapshot
    whole = small().texts[ITEMS]
    start = whole.index('  - code: "530104004000"')
    moved = "provenance: demonstration\nitems:\n" + whole[start:].replace("保护方案许可", "保护方案的许可")
    edits = ((ITEMS, whole[start:], ""), ("catalogue/lan/items/fagai/b.yaml", "", moved))
    new = loaded(*edits).snapshot
    changes = list(compare(old, new))
    assert [type(each) for each in changes if each.key.id == "530104004000"] == [Edited, Moved]
    assert apply(changes, old).records[changes[0].key].path == "catalogue/lan/items/fagai/b.yaml"


def test_a_new_element_among_the_old_ones_is_no_other_order():
    old = {"bases": [{"id": "b1"}, {"id": "b3"}]}
    new = {"bases": [{"id": "b1"}, {"id": "b2"}, {"id": "b3"}]}
    added, place = edits_of(Kind.ITEM, old, new)
    assert (added.is_order, place.is_order) == (False, True)
    assert (added.is_place, place.is_place) == (False, True)
    (turned,) = edits_of(Kind.ITEM, old, {"bases": [{"id": "b3"}, {"id": "b1"}]})
    assert not turned.is_place


def test_edits_stand_in_the_order_of_the_schema_however_records_are_written():
    old = {"code": "530104001000", "level": "county", "limit": {"promised": {"unit": "day", "value": 5}}}
    new = {"note": "注", "odd": 1, "limit": {"promised": {"unit": "month", "value": 6}}, "name": "甲"}
    found = [edit.steps for edit in edits(old, {**new, "even": 2})]
    assert found == [
        ("code",),
        ("name",),
        ("level",),
        ("limit", "promised", "value"),
        ("limit", "promised", "unit"),
        ("note",),
        ("odd",),
        ("even",),
    ]


def test_a_time_that_runs_from_something_changes_as_one_value():
    old = {"within": {"value": 20, "unit": "day", "of": {"signed": "fagai"}}}
    new = {"within": {"value": 30, "unit": "day", "of": {"signed": "fagai"}}}
    assert edits(old, new, Kind.MEASURE) == [FieldEdit(("within",), old["within"], new["within"])]
