"""Edits of fields that were written by hand."""

from xuke.diff.apply import edited
from xuke.model.change import FieldEdit

FIELDS = {"bases": [{"id": "b1"}, {"id": "b2", "rank": "law"}], "name": "甲"}


def test_an_element_is_replaced_by_name():
    edit = FieldEdit(("bases", "b2"), {"id": "b2", "rank": "law"}, {"id": "b2"})
    assert edited(FIELDS, [edit])["bases"] == [{"id": "b1"}, {"id": "b2"}]


def test_elements_and_fields_come_and_go():
    edits = [
        FieldEdit(("bases", "b1"), {"id": "b1"}, None, has_new=False),
        FieldEdit(("bases", "b2", "rank"), "law", None, has_new=False),
        FieldEdit(("bases", "b3"), None, {"id": "b3"}, has_old=False),
        FieldEdit(("name",), "甲", "乙"),
        FieldEdit(("bases",), ["b2", "b3"], ["b3", "b2"], is_order=True),
    ]
    assert edited(FIELDS, edits) == {"bases": [{"id": "b3"}, {"id": "b2"}], "name": "乙"}


def test_the_given_fields_stay_as_they_were():
    edited(FIELDS, [FieldEdit(("bases", "b2", "rank"), "law", "rule")])
    assert FIELDS["bases"][1]["rank"] == "law"
