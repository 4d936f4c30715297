"""What an unread or broken file may hold counts as known."""

from dataclasses import replace
from datetime import date

import pytest

from trees import loaded
from xuke.check.check import check
from xuke.check.suppress import suppress
from xuke.model.diagnostic import Diagnostic, Severity, say
from xuke.model.place import top_of

DAY = date(2019, 1, 1)
L = "catalogue/lan"


def codes(*edits):
    return [each.code for each in check(loaded(*edits), DAY) if not each.suppressed]


@pytest.mark.parametrize("file", ["reform", "departments", "halls", "seals", "documents", "measures"])
def test_a_file_that_cannot_be_read_is_the_only_finding(file):
    assert codes((f"{L}/{file}.yaml", "", "a: [\n")) == ["Y001"]


@pytest.mark.parametrize("file", ["items/fagai", "duties/fagai"])
def test_a_file_of_a_department_that_cannot_be_read_is_the_only_finding(file):
    assert codes((f"{L}/{file}.yaml", "", "\x00")) == ["Y001"]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("halls", "halls:", "hals:", "S006"),
        (
            "halls",
            "halls:\n  - id: dating\n    name: 县政务服务大厅\n    kind: hall\n",
            "halls: dating\n",
            "S002",
        ),
        ("halls", "  - id: dating\n    name", "  - name", "S001"),
        ("halls", "  - id: dating\n", "  - id: [dating]\n", "S002"),
    ],
)
def test_records_lost_to_a_schema_are_not_missed_again(file, old, new, code):
    assert codes((f"{L}/{file}.yaml", old, new)) == [code]


def test_a_group_and_a_department_are_both_parties():
    group = "groups:\n  - id: quanxian\n    text: 全县各部门\n    open: true\nstated:\n"
    lead = (f"{L}/measures.yaml", "      - zhengwu\n", "      - quanxian\n")
    assert codes(lead) == ["K002"]
    assert codes(lead, (f"{L}/reform.yaml", "stated:\n", group)) == []


def test_a_document_of_another_jurisdiction_is_looked_up_there():
    basis = ("memoranda/lan/fagai.yaml", "  - plan\n", "  - mei/plan\n")
    reform = "provenance: demonstration\njurisdiction:\n  division: null\n  name: 梅县\n  level: county\n"
    plan = "provenance: demonstration\ndocuments:\n  - id: plan\n    title: 方案\n    kind: plan\n"
    assert "K002" in codes(basis)
    declared = (("catalogue/mei/reform.yaml", "", reform), ("catalogue/mei/documents.yaml", "", plan))
    assert "K002" not in codes(basis, *declared)


def test_a_superior_that_is_no_folder_here_is_unknown():
    level = (f"{L}/reform.yaml", "  level: county\n", "  level: county\n  superior: zhou\n")
    assert "K002" in codes(level)
    assert "K002" not in codes(level, ("catalogue/zhou/reform.yaml", "", "a: [\n"))


def test_findings_of_one_place_are_told_once():
    assert codes((f"{L}/halls.yaml", "    kind: hall", "    kind\u200b: hall")) == ["Y007"]
    assert codes((f"{L}/halls.yaml", "    name: 县政务服务大厅\n", "    <<: *x\n")) == ["Y002"]


def test_a_finding_that_two_records_give_is_told_once():
    finding = Diagnostic("Y008", Severity.ERROR, top_of("catalogue/x/a.yaml"), say("Y008.depth", most=32))
    twice = replace(loaded(), diagnostics=(finding, finding))
    assert check(twice, DAY) == [finding]


def test_a_finding_about_no_record_and_a_workspace_without_settings_are_left_alone():
    finding = Diagnostic(
        "K004", Severity.ERROR, top_of("catalogue/x/a.yaml"), say("K004.undeclared", jurisdiction="x")
    )
    workspace = "format: 1\nsuppressions:\n" + "".join(
        f"  - code: {code}\n    record: {record}\n{field}    reason: 照录\n    until: 2019-12-31\n"
        for code, record, field in [
            ("K004", "None", ""),
            ("K004", "None", "    field: a\n"),
            ("C001", "x", ""),
        ]
    )
    snapshot = loaded(("catalogue/xuke.yaml", "", workspace)).snapshot
    found = list(suppress([finding], snapshot, DAY, is_whole=False))
    assert [(each.code, each.suppressed) for each in found] == [("K004", "照录")]
    assert [each.code for each in suppress([], snapshot, DAY, is_whole=True)] == ["K005"] * 3
    assert list(suppress([finding], type(snapshot)({}), DAY, is_whole=True)) == [finding]


@pytest.mark.parametrize(
    ("record", "codes_told"), [("nowhere", ["K008"]), ("lan/things/1", ["K008"]), ("lan/item/1", ["K008"])]
)
def test_only_what_is_published_may_be_suppressed_for_good(record, codes_told):
    text = (
        f"format: 1\nsuppressions:\n  - code: C001\n    record: {record}\n    reason: 照录\n    until: null\n"
    )
    snapshot = loaded(("catalogue/xuke.yaml", "", text)).snapshot
    assert [each.code for each in suppress([], snapshot, DAY, is_whole=False)] == codes_told


def test_paths_that_are_asked_for_are_all_that_is_told():
    edits = (
        (f"{L}/halls.yaml", "kind: hall", "kind: x"),
        (f"{L}/seals.yaml", "owner: shenpi\n", "owner: x\n"),
    )
    found = check(loaded(*edits), DAY, lambda path: path.endswith("seals.yaml"))
    assert [each.code for each in found] == ["K002"]
