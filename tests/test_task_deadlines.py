"""A task that is due so long after something: every command shows the same day, and how it came about."""

import csv
import json

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

import house
from test_import import MEASURE_SHEET, fill, form_of, git, imported, register, texts, told
from xuke.commands.program import run

__all__ = ["register"]

MEASURES = "catalogue/lan/measures.yaml"
MEMO = "memoranda/lan/fagai.yaml"
TITLE = "兰县发改局与兰县行政审批局行政许可事项划转备忘录"

TASK = """  - id: m03
    number: 三
    title: 移交档案
    kind: measure
    lead:
      - shenpi
    responsible:
      - fagai
    due: null
    within:
      value: 20
      unit: working_day
      of:
        signed: fagai
    state: under_way
"""

WORDS = f'within 20 working day(s) of the signing of "{TITLE}"'


@pytest.fixture
def task(register):
    """The small workspace with a task that runs from the signing of a memorandum; two commits."""
    change(register, MEASURES, "", TASK)
    git(register, "commit", "-aqm", "task")
    return register


@pytest.fixture
def said(task, capsys):
    """Runs a command on that register: what it printed, on one line."""

    def said(*words, code=0, day="2018-12-10", lang="en"):
        capsys.readouterr()
        on = ["--on", day] if day else []
        assert run([*words, "-C", str(task), *on, "--lang", lang]) == code
        return capsys.readouterr().out

    return said


def change(folder, file, old, new):
    path = folder / file
    text = path.read_text("utf-8")
    assert not old or text.count(old) == 1
    path.write_text(text.replace(old, new) if old else text + new, "utf-8")


def sign(folder):
    change(folder, MEMO, "status: draft\n", "status: signed\nsigned: 2018-10-15\n")


def tasks(said, **words):
    value = json.loads(said("measures", "--format", "json", **words))
    schema = json.loads((house.SCHEMAS / "output" / "measures.json").read_text("utf-8"))
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(value)
    return {each["record"].rpartition("/")[2]: each for each in value["measures"]}


def cells(said, *words, **more):
    """The rows of a table as CSV, by their first cell."""
    return {row[0]: row for row in csv.reader(said(*words, "--format", "csv", **more).splitlines())}


def test_before_the_signing_a_task_does_not_run_and_is_never_late(task, said):
    found = tasks(said, day="2026-01-10")["m03"]
    assert (found["due"], found["standing"], found["overdue_working_days"]) == (None, "not_running", None)
    assert found["within"] == {
        "value": 20,
        "unit": "working_day",
        "event": "signed",
        "name": TITLE,
        "start": None,
    }
    assert cells(said, "measures")["三"][4:] == [f"{WORDS} (not yet running)", "Under way", "not yet running"]
    assert cells(said, "measures", lang="zh-CN")["三"][4:] == [
        *(f"《{TITLE}》签订后 20 个工作日内（尚未起算）", "推进中", "尚未起算")
    ]
    assert "P011" not in said("check", day="2026-01-10")


def test_after_the_signing_a_task_is_late_by_working_days(task, said):
    sign(task)
    found = tasks(said)["m03"]
    assert (found["due"], found["standing"], found["overdue_working_days"]) == ("2018-11-12", "overdue", 20)
    assert found["within"]["start"] == "2018-10-15"
    assert cells(said, "measures")["三"][4] == f"{WORDS} (2018-11-12)"
    assert "m03" in tasks(said, day="2018-11-13")
    assert tasks(said, day="2018-11-12")["m03"]["standing"] == "open"
    late = json.loads(said("measures", "--overdue", "--format", "json"))["measures"]
    assert [each["record"] for each in late] == ["lan/measure/m03"]


def test_a_year_without_a_calendar_is_told_and_makes_nothing_late(task, said):
    change(task, MEASURES, "signed: fagai", "date: 2026-12-20")
    found = tasks(said, day="2030-01-10")["m03"]
    assert (found["due"], found["standing"]) == (None, "unknown")
    row = cells(said, "measures", day="2030-01-10")["三"]
    assert row[4].startswith("within 20 working day(s) of 2026-12-20 (cannot be computed: ")
    assert row[-1] == "deadline cannot be computed"


def test_lists_and_single_records_show_the_day_too(task, said):
    assert cells(said, "list", "measure")["m03"][-1] == f"{WORDS} (not yet running)"
    sign(task)
    assert cells(said, "list", "measure")["m03"][-1] == f"{WORDS} (2018-11-12)"
    found = json.loads(said("list", "measure", "--where", "due=2018-11-12", "--format", "json"))["records"]
    assert [(each["record"], each["fields"]["due"]) for each in found] == [("lan/measure/m03", "2018-11-12")]
    found = json.loads(said("list", "measure", "--where", "due=长期", "--format", "json"))["records"]
    assert [each["record"] for each in found] == ["lan/measure/m02"]
    assert f"Computed deadline: {WORDS} (2018-11-12)\n" in said("show", "measure/m03", day="")
    # As the register was: the memorandum was a draft then.
    assert f"Computed deadline: {WORDS} (not yet running)\n" in said(
        "show", "measure/m03", "--at", "HEAD", day=""
    )


def test_a_changed_time_reads_as_one_with_both_days(task, said):
    sign(task)
    change(task, MEASURES, "value: 20", "value: 30")
    new = WORDS.replace("20", "30")
    line = f"    Computed deadline: {WORDS} (2018-11-12) -> {new} (2018-11-26)\n"
    assert line in said("diff")
    git(task, "commit", "-aqm", "longer")
    assert line in said("log", "measure/m03")
    changes = json.loads(said("diff", "HEAD~1", "HEAD", "--kind", "measure", "--format", "json"))["changes"]
    assert [each["field"] for change in changes for each in change["fields"]] == ["within"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("signed: fagai", "issued: plan", 'the issue of "兰县相对集中行政许可权改革实施方案" (2018-10-26)'),
        ("signed: fagai", "begins: shishi", 'the beginning of the phase "实施阶段" (2018-11-29)'),
        ("signed: fagai", "milestone: shishi/guapai", 'the deadline of "挂牌" (2019-01-18)'),
        ("signed: fagai", "date: 2018-09-25", "2018-09-25 (2018-10-26)"),
        ("signed: fagai", "issued: bei/reply", 'the issue of "批复" (2018-10-31)'),
        ("signed: fagai", "issued: bei/nothing", 'the issue of "bei/nothing" (not yet running)'),
    ],
)
def test_a_comparison_looks_up_whatever_a_time_runs_from(task, said, old, new, line):
    other = task / "catalogue" / "bei" / "documents.yaml"
    other.parent.mkdir()
    other.write_text(
        "provenance: demonstration\ndocuments:\n"
        "  - {id: reply, title: 批复, number: null, date: 2018-09-28, kind: reply}\n",
        "utf-8",
    )
    change(task, MEASURES, old, new)
    assert f" -> within 20 working day(s) of {line}\n" in said("diff")


def test_a_form_comes_back_unchanged_and_takes_another_time(task, said, capsys):
    before = texts(task)
    form = form_of(task, "measures")
    imported(task, form, "--yes")
    assert texts(task) == before
    fill(form, MEASURE_SHEET, {("m03", "推算时限.推算时限"): "3个月"})
    imported(task, form, "--yes")
    changed = before[MEASURES].replace(b"value: 20\n", b"value: 3\n").replace(b"working_day", b"month")
    assert texts(task) == {**before, MEASURES: changed}


def test_another_start_in_a_form_takes_the_place_of_the_first(task):
    before = texts(task)
    form = form_of(task, "measures")
    starts = {"推算时限.起算·备忘录签订": "—", "推算时限.起算·阶段任务到期": "挂牌"}
    fill(form, MEASURE_SHEET, {("m03", heading): text for heading, text in starts.items()})
    imported(task, form, "--yes")
    changed = before[MEASURES].replace(b"signed: fagai", b"milestone: shishi/guapai")
    assert texts(task) == {**before, MEASURES: changed}


def test_a_day_in_the_cell_of_a_computed_deadline_says_what_to_do(task, capsys):
    form = form_of(task, "measures")
    fill(form, MEASURE_SHEET, {("m03", "完成时限"): "2018-12-28"})
    found = {each["code"]: each for each in told(task, capsys, form)["findings"]}
    finding = found.pop("P009")
    assert (finding["cell"], list(found)) == ("G7", ["P011"])
    assert finding["message"].endswith("delete within, or set due to null and let the day be computed")
    fill(form, MEASURE_SHEET, {("m03", "推算时限.推算时限"): "—"})
    assert [each["code"] for each in told(task, capsys, form, "--yes")["findings"]] == ["P011"]
    text = (task / MEASURES).read_text("utf-8")
    assert "within" not in text
    assert "due: 2018-12-28" in text


def test_the_progress_table_shows_the_day(task, said, tmp_path):
    sign(task)
    target = tmp_path / "p.xlsx"
    said("export", "filing", "--table", "progress", "-o", str(target))
    cells = {each.value for row in load_workbook(target).active.iter_rows() for each in row}
    assert {"2018年12月20日", "长期", "2018年11月12日"} <= cells


def test_a_new_task_takes_a_time_from_the_prompt(task, said):
    fields = {
        "title": "公开清单",
        "kind": "measure",
        "due": "null",
        "lead": "shenpi",
        "responsible": "fagai",
        "within.value": "1",
        "within.unit": "month",
        "within.of.milestone": "挂牌",
    }
    said("new", "measure", *(word for pair in fields.items() for word in ("--set", "=".join(pair))))
    assert cells(said, "list", "measure", "--columns", "title,due")["公开清单"] == [
        *("公开清单", 'within 1 month(s) of the deadline of "挂牌" (2019-01-20)')
    ]
