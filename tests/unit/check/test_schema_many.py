"""A file that leaves its schema everywhere is told so many times, and in time; what it still refers to."""

from xuke.check import schema
from xuke.check.codes import unquoted_codes
from xuke.check.references import references
from xuke.document.read import read
from xuke.model.record import Key, Kind, Snapshot
from xuke.sources.load import records_of
from xuke.words.schemas import code_names


def test_places_that_leave_the_schema_are_told_so_many_times(monkeypatch):
    monkeypatch.setattr(schema, "MOST_TOLD", 3)
    document, _ = read("catalogue/lan/halls.yaml", b"halls:\n" + b"  - 1\n" * 5)
    found = list(schema.schema_findings(document, Snapshot({})))
    assert [each.code for each in found] == ["S001", "S002", "S002", "Y008"]
    assert found[-1].location.start == (1, 1)


def test_of_two_records_with_one_key_the_first_alone_owns_what_its_schema_refuses():
    document, _ = read("catalogue/lan/halls.yaml", b"halls:\n" + b"  - id: a\n    kind: 1\n" * 2)
    first, twin = records_of(document)
    key = Key("lan", Kind.HALL, "a")
    assert (first.key, twin.key) == (key, key)
    found = [each for each in schema.schema_findings(document, Snapshot({key: first})) if each.pointer]
    owners = {each.location.start.line: each.record for each in found if each.pointer == ("kind",)}
    assert owners == {3: key, 5: None}


def test_a_text_where_a_group_belongs_refers_to_nothing():
    assert references("items/item", {"disposition": "fagai", "competent": "fagai"}) == [
        (("competent",), "department", "fagai")
    ]


def test_unquoted_codes_of_many_items_are_each_told_once():
    text = "items:\n" + "".join(f"  - code: {530104001000 + number}\n" for number in range(300))
    document, _ = read("catalogue/lan/items/fagai.yaml", text.encode(), code_names())
    assert [each.location.start.line for each in unquoted_codes(document)] == list(range(2, 302))
