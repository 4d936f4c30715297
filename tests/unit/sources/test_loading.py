"""Files to records."""

import gc

import pytest

from trees import Texts, loaded, parsed
from xuke.model.record import Kind
from xuke.sources.load import load, records_of

L = "catalogue/lan"
MIXED = "halls:\n  - id: a\n  - id: 5\n  - name: x\n  - b\n  - id: [1]\n"


def keys(path, text):
    return [str(each.key) for each in records_of(parsed(text, path))]


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        (f"{L}/halls.yaml", MIXED, ["lan/hall/a", "lan/hall/5"]),
        (f"{L}/halls.yaml", "windows:\n  - id: w\nhalls:\n  - id: a\n", ["lan/hall/a", "lan/window/w"]),
        (f"{L}/halls.yaml", "halls: a\n", []),
        (f"{L}/halls.yaml", "- a\n", []),
        (f"{L}/reform.yaml", "a: 1\n", ["lan/jurisdiction/lan"]),
        ("catalogue/xuke.yaml", "format: 1\n", ["workspace/xuke"]),
        ("memoranda/lan/fagai.yaml", "giver: qixiang\n", ["lan/memorandum/qixiang"]),
        ("memoranda/lan/fagai.yaml", "giver: ''\n", ["lan/memorandum/fagai"]),
        ("memoranda/lan/fagai.yaml", "giver: [a]\n", ["lan/memorandum/fagai"]),
        (f"{L}/items/fagai.yaml", "items:\n  - code: '1'\n    id: x\n", ["lan/item/1"]),
        ("README.yaml", "a: 1\n", []),
    ],
)  # fmt: skip
def test_a_file_gives_its_records_in_reading_order(path, text, found):
    assert keys(path, text) == found


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("halls: []\n", set()),
        ("windows: []\n", set()),
        ("halls: [\n", {Kind.HALL, Kind.WINDOW}),
        ("- a\n", {Kind.HALL, Kind.WINDOW}),
        ("", {Kind.HALL, Kind.WINDOW}),
        ("halls: a\n", {Kind.HALL}),
        ("halls:\n  - name: x\n", {Kind.HALL}),
        ("hals: []\n", {Kind.HALL, Kind.WINDOW}),
        ("halls: []\nwindow: []\n", {Kind.WINDOW}),
    ],
)
def test_what_may_be_missing_is_known(text, unread):
    found = load(Texts({f"{L}/halls.yaml": text})).snapshot.unread
    assert found == {("lan", kind) for kind in unread}


def test_the_first_of_two_records_is_kept_and_the_other_is_a_twin():
    snapshot = loaded((f"{L}/seals.yaml", "id: fagai-zhang", "id: shenpi-zhang")).snapshot
    assert [str(each.locate()) for each in snapshot.twins] == [f"{L}/seals.yaml:7:5"]
    assert snapshot.get("lan", Kind.SEAL, "shenpi-zhang").fields["owner"] == "shenpi"


def test_a_file_out_of_place_is_told_and_not_read():
    result = load(Texts({f"{L}/hall.yaml": "a: [\n"}))
    assert [each.message.name for each in result.diagnostics] == ["K009.unknown"]
    assert (result.documents, result.snapshot.paths) == ((), (f"{L}/hall.yaml",))


@pytest.mark.parametrize("is_on", [True, False])
def test_the_collector_is_left_as_it_was(is_on):
    try:
        (gc.enable if is_on else gc.disable)()
        load(Texts({}))
        assert gc.isenabled() is is_on
    finally:
        gc.enable()
