"""Records and snapshots."""

import pytest

from trees import loaded, parsed
from xuke.model.files import ALL, seat
from xuke.model.record import Home, Key, Kind, Record, Snapshot

KEY = Key("lan", Kind.ITEM, "1")


def record(text, *pointer, key=KEY):
    document = parsed(text, "catalogue/lan/items/fagai.yaml")
    value = document.value
    for step in pointer:
        value = value[step]
    return Record(key, value, Home(document, pointer))


def test_a_record_equals_another_wherever_it_stands():
    one, other = record("a: 1\n"), record("items:\n  - a: 1\n", "items", 0)
    assert one == other
    assert one != record("a: 2\n")
    assert one != record("a: 1\n", key=KEY._replace(id="2"))


def test_a_record_locates_its_own_fields():
    own = record("x: 1\nitems:\n  - a: 1\n", "items", 0)
    assert str(own.locate("a")) == "catalogue/lan/items/fagai.yaml:3:8"
    assert str(own.locate_key("a")) == "catalogue/lan/items/fagai.yaml:3:5"
    assert own.path == "catalogue/lan/items/fagai.yaml"


@pytest.mark.parametrize(
    ("text", "origin"),
    [("provenance: published\n", "published"), ("provenance: [a]\n", ""), ("a: 1\n", ""), ("- a\n", "")],
)
def test_the_provenance_is_what_the_file_says(text, origin):
    document = parsed(text)
    assert Record(KEY, {}, Home(document, ())).provenance == origin


def test_a_snapshot_finds_records_by_kind_and_key():
    snapshot = loaded().snapshot
    assert snapshot.jurisdictions == ("lan",)
    codes = [each.key.id for each in snapshot.of(Kind.ITEM)]
    assert codes == ["530104001000", "530104002000", "530104003000", "530104004000"]
    assert [each.key.id for each in snapshot.of(Kind.ITEM, "lan")] == codes
    assert list(snapshot.of(Kind.ITEM, "mei")) == list(snapshot.of(Kind.FEE)) == []
    assert snapshot.get("lan", Kind.SEAL, "shenpi-zhang").fields["owner"] == "shenpi"
    assert snapshot.get("lan", Kind.SEAL, "none") is None
    assert snapshot.workspace.fields["default_jurisdiction"] == "lan"
    assert Snapshot({}).workspace is None


def test_a_snapshot_is_whole_where_every_file_was_read():
    snapshot = Snapshot({}, unread=frozenset({("lan", Kind.ITEM)}))
    assert not snapshot.is_whole("lan", Kind.SEAL, Kind.ITEM)
    assert snapshot.is_whole("lan", Kind.SEAL)
    assert snapshot.is_whole("mei", Kind.ITEM)
    assert snapshot.is_whole("lan")


@pytest.mark.parametrize(
    ("path", "schema", "jurisdiction", "department"),
    [
        ("catalogue/xuke.yaml", "workspace", "", ""),
        ("catalogue/lan/reform.yaml", "reform", "lan", ""),
        ("catalogue/lan/items/fagai.yaml", "items", "lan", "fagai"),
        ("catalogue/lan/items/fagai/touzi.yaml", "items", "lan", "fagai"),
        ("catalogue/lan/duties/fagai.yaml", "duties", "lan", "fagai"),
        ("memoranda/lan/fagai.yaml", "memorandum", "lan", "fagai"),
        ("catalogue/兰县/halls.yaml", "halls", "兰县", ""),
    ],
)
def test_a_path_says_what_its_file_holds(path, schema, jurisdiction, department):
    found = seat(path)
    assert (found.kind.schema, found.jurisdiction, found.department) == (schema, jurisdiction, department)


@pytest.mark.parametrize(
    "path",
    [
        "catalogue/lan/halls.yml",
        "catalogue/lan/other.yaml",
        "catalogue/halls.yaml",
        "README.md",
        "memoranda/fagai.yaml",
        "catalogue/lan/items/fagai/a/b.yaml",
        "catalogue/lan/items.yaml",
        "memoranda/lan/fagai/a.yaml",
        "xuke.yaml",
    ],
)
def test_other_paths_hold_nothing(path):
    assert seat(path) is None


def test_every_kind_of_record_has_its_file():
    assert {kind for each in ALL for kind in each.kinds} == set(Kind)


def test_a_record_shows_its_key_and_what_it_says():
    assert repr(record("a: 1\n")) == f"Record({KEY}, {{'a': 1}})"
