"""Names of findings: the same while the finding is the same, wherever it stands."""

import re
from datetime import date

import pytest

from trees import loaded
from xuke.check.check import check
from xuke.check.fingerprint import fingerprint, fingerprints
from xuke.model.diagnostic import Diagnostic, Label, Severity, say
from xuke.model.place import top_of
from xuke.model.record import Key, Kind, Snapshot

ITEMS = "catalogue/lan/items/fagai.yaml"
MEASURES = "catalogue/lan/measures.yaml"
LATE = (ITEMS, "        value: 20\n", "        value: 2\n")
NOTHING = Snapshot({})
LATE_BY_ONE = say("T001.late", a=1)
ITEM = Key("lan", Kind.ITEM, "530104001000")


def named(*edits):
    """Names of the findings about the small workspace after edits, by code."""
    data = loaded(*edits)
    found = check(data, date(2019, 1, 1))
    return {each.code: name for each, name in zip(found, fingerprints(found, data.snapshot), strict=True)}


def finding(message=LATE_BY_ONE, *, code="T001", path="a.yaml", record=None, pointer=()):
    return Diagnostic(code, Severity.ERROR, top_of(path), message, record, pointer)


def name_of(*words, **changes):
    return fingerprint(finding(*words, **changes), NOTHING)


def test_a_finding_keeps_its_name_when_lines_move():
    text = "provenance: demonstration\n"
    moved = (ITEMS, text, f"# 一行\n# 又一行\n{text}")
    before, after = named(LATE), named(LATE, moved)
    assert before == after
    assert set(before) == {"T001"}


def test_a_finding_keeps_its_name_when_an_entry_is_put_before_it():
    vague = (MEASURES, "    due: 长期\n", "    due: 随时\n")
    task = "  - id: m00\n    title: 再查\n    kind: measure\n    responsible:\n      - fagai\n    due: 长期\n"
    before, after = named(vague), named(vague, (MEASURES, "measures:\n", f"measures:\n{task}"))
    assert before["P009"] == after["P009"]


def test_a_name_is_32_hexadecimal_digits():
    assert re.fullmatch("[0-9a-f]{32}", name_of())


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "T005"},
        {"path": "b.yaml"},
        {"record": ITEM},
        {"record": ITEM, "pointer": ("limit",)},
        {"message": say("T001.late", a=2)},
        {"message": say("T001.late", b=1)},
        {"message": say("T001.early", a=1)},
        {"message": say("T001.late", a=(1,))},
        {"message": say("T001.late", a=Label("items", ("limit",)))},
        {"message": say("T001.late", a=Label("items", ("limit",), "day"))},
        {"message": say("T001.late", a=say("S.record"))},
    ],
)
def test_another_finding_has_another_name(changes):
    names = {name_of(**changes), name_of(), name_of(record=ITEM, pointer=("name",))}
    assert len(names) == 3


@pytest.mark.parametrize("word", ["line", "today", "late"])
def test_what_changes_by_itself_is_not_in_the_name(word):
    assert name_of(say("X.y", **{word: 1})) == name_of(say("X.y", **{word: 2}))


def test_a_record_is_named_in_whatever_file_it_stands():
    assert name_of(record=ITEM, path="a.yaml") == name_of(record=ITEM, path="b.yaml")


def test_findings_that_are_alike_are_numbered():
    name = name_of()
    found = [finding(), finding(path="b.yaml"), finding(), finding()]
    assert list(fingerprints(found, NOTHING)) == [name, name_of(path="b.yaml"), f"{name}-2", f"{name}-3"]
