import pytest
from judging import REFORM, said

from xuke.check.rules.p001_phases_touch import phases_touch
from xuke.check.rules.p002_no_deadline_before_issue import (
    no_deadline_before_issue,
    no_measure_due_before_issue,
)
from xuke.check.rules.p005_one_document_number import one_document_number
from xuke.check.rules.p008_lead_not_responsible import lead_not_responsible
from xuke.check.rules.p009_measure_assigned import WORDS, measure_assigned

MEASURES = "catalogue/lan/measures.yaml"
DOCUMENTS = "catalogue/lan/documents.yaml"
EARLY = (REFORM, "due: 2018-12-20", "due: 2018-08-01")
LATER_NOTICE = "documents:\n  - id: notice\n    title: 通知\n    date: 2018-07-01\n    kind: notice\n"


@pytest.mark.parametrize(("since", "until"), [("null", "2018-10-31"), ("2018-11-05", "null")])
def test_phases_without_dates_touch_anything(since, until):
    edits = (REFORM, "from: 2018-11-01", f"from: {since}"), (REFORM, "until: 2018-10-31", f"until: {until}")
    assert said(phases_touch, *edits) == []


def test_a_phase_that_ends_before_it_begins_is_told_once():
    edit = (REFORM, "from: 2018-11-01", "from: 2019-11-01")
    assert said(phases_touch, edit) == [("P001.reversed", "phases.shishi.until")]


@pytest.mark.parametrize(
    ("edit", "names"),
    [
        ((REFORM, "provenance: demonstration\n", "provenance: published\ndocument: plan\n"), ["P002.before"]),
        ((REFORM, "provenance: demonstration\n", "provenance: published\ndocument: nothing\n"), []),
        ((REFORM, "provenance: demonstration\n", "provenance: published\ndocument: other/plan\n"), []),
        ((DOCUMENTS, "documents:\n", LATER_NOTICE), ["P002.before"]),
        ((DOCUMENTS, "    kind: plan\n", "    kind: law\n"), []),
        ((DOCUMENTS, "    date: 2018-09-25\n", "    date: null\n"), []),
    ],
)
def test_deadlines_are_measured_by_the_document_of_their_file_or_by_the_plan(edit, names):
    assert [name for name, _ in said(no_deadline_before_issue, EARLY, edit)] == names


def test_a_milestone_taken_from_another_document_is_measured_by_that():
    own = "due: 2018-08-01\n        source:\n          document: notice\n          place: 一"
    edits = (REFORM, "due: 2018-12-20", own), (DOCUMENTS, "documents:\n", LATER_NOTICE)
    assert said(no_deadline_before_issue, *edits) == []


def test_of_several_plans_the_earliest_counts():
    earlier = "documents:\n  - id: first\n    title: 原方案\n    date: 2018-07-01\n    kind: plan\n"
    assert said(no_deadline_before_issue, EARLY, (DOCUMENTS, "documents:\n", earlier)) == []


def test_a_measure_that_is_due_in_words_is_due_after_any_day():
    assert said(no_measure_due_before_issue) == []


@pytest.mark.parametrize(
    "number",
    ["    number: null\n    alternative_number: 兰政发〔2018〕9号\n", "    number: 兰政发〔2018〕9号\n"],
)
def test_one_number_cannot_disagree(number):
    assert said(one_document_number, (DOCUMENTS, "    number: 兰政发〔2018〕9号\n", number)) == []


def test_a_group_that_leads_is_not_responsible_either():
    edits = (
        (REFORM, "stated:\n", "groups:\n  - id: all\n    text: 各部门\n    open: true\nstated:\n"),
        (MEASURES, "      - shenpi\n", "      - all\n"),
        (MEASURES, "      - qixiang\n", "      - all\n"),
    )
    assert said(lead_not_responsible, *edits) == [("P008.twice", "responsible.1")]


@pytest.mark.parametrize("due", [*WORDS, "null", "2019-02-28"])
def test_a_deadline_is_a_date_or_an_allowed_word_or_not_stated(due):
    assert said(measure_assigned, (MEASURES, "due: 长期", f"due: {due}")) == []


@pytest.mark.parametrize(
    ("due", "name"),
    [
        ("2019-02-29", "P009.no_day"),
        ("2019年底前", "P009.due"),
        ("2019-2-9", "P009.due"),
        ("长期。", "P009.due"),
    ],
)
def test_any_other_deadline_is_none(due, name):
    assert said(measure_assigned, (MEASURES, "due: 长期", f"due: {due}")) == [(name, "due")]


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("兰县改革实施方案（兰政办发〔2018〕9号）", ["P005.title_number"]),
        ("兰政办发〔2018〕9号 兰县改革实施方案", ["P005.title_number"]),
        ("兰县改革实施方案（兰政发〔2018〕9号）", []),
        ("转发州政府关于改革的通知（州政发〔2018〕1号）", []),
        ("关于废止兰政发〔2015〕3号文件的通知", []),
        ("兰县改革实施方案（试行）", []),
    ],
)
def test_a_title_bears_the_number_of_its_document(title, names):
    edit = (DOCUMENTS, "title: 兰县相对集中行政许可权改革实施方案", f"title: {title}")
    assert [name for name, _ in said(one_document_number, edit)] == names


def test_a_title_alone_may_bear_the_number():
    bare = (DOCUMENTS, "    number: 兰政发〔2018〕9号\n", "    number: null\n")
    title = "title: 兰县改革实施方案（兰政办发〔2018〕9号）"
    edit = (DOCUMENTS, "title: 兰县相对集中行政许可权改革实施方案", title)
    assert said(one_document_number, edit, bare) == []
