"""Elements that both sides put into another order."""

from xuke.diff.concern import departments_of
from xuke.diff.merge import Three, merge, present
from xuke.model.document import Document, Marks
from xuke.model.record import Home, Key, Kind, Record


def bases(*names):
    return {"items": [{"code": "1", "bases": [{"id": name} for name in names]}]}


def merged(*sides):
    value, conflicts = merge("items", Three(*(bases(*each) for each in sides)), present)
    return [each["id"] for each in value["items"][0]["bases"]], [each.steps for each in conflicts]


def test_two_orders_of_one_list_are_a_conflict():
    assert merged("abc", "cab", "bca") == (["c", "a", "b"], [("items", "1", "bases")])


def test_one_order_is_taken_whoever_made_it():
    assert merged("abc", "cab", "abc") == (["c", "a", "b"], [])
    assert merged("abc", "abc", "cab") == (["c", "a", "b"], [])


def test_what_is_no_text_names_no_department():
    home = Home(Document("x.yaml", None, Marks(*[[]] * 4)), ())
    record = Record(Key("lan", Kind.ITEM, "1"), {"competent": 5, "organ": "fagai"}, home)
    assert list(departments_of(record)) == ["fagai"]


def test_every_department_of_a_list_is_named():
    home = Home(Document("x.yaml", None, Marks(*[[]] * 4)), ())
    record = Record(
        Key("lan", Kind.MEASURE, "m1"), {"lead": "fagai", "responsible": ["minzheng", "jiaoyu"]}, home
    )
    assert list(departments_of(record)) == ["fagai", "minzheng", "jiaoyu"]
