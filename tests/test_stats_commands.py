"""Figures and task lists of the reference workspace, in both languages and all formats."""

import csv
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

import house
from xuke.commands.measures import FORMATS as TASK_FORMATS
from xuke.commands.program import run
from xuke.commands.stats import FORMATS
from xuke.words.width import width

ROOT = Path(__file__).parent.parent
PLACES = sorted(each.name for each in (ROOT / "catalogue").iterdir() if each.is_dir())
DAY = "2019-01-10"


@pytest.fixture
def said(capsys):
    """Runs a command on the reference workspace: what it printed, and what it remarked."""

    def said(*words, code=0):
        assert run([*words, "-C", str(ROOT), "--on", DAY]) == code
        captured = capsys.readouterr()
        return captured.out, captured.err

    return said


def validated(name, text):
    value = json.loads(text)
    schema = json.loads((ROOT / "schemas" / "output" / f"{name}.json").read_text("utf-8"))
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    validator.validate(value)
    return value


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", ["stats", "measures"])
def test_json_keeps_its_contract_everywhere(said, name, place):
    out, _ = said(name, "-j", place, "--format", "json")
    assert validated(name, out)["jurisdiction"] == place


@pytest.mark.parametrize("place", ["chuxiong", "yaoan"])
@pytest.mark.parametrize(
    ("name", "form"), [*(("stats", each) for each in FORMATS), *(("measures", each) for each in TASK_FORMATS)]
)
def test_every_format_speaks_of_every_place(said, tmp_path, name, form, place):
    target = tmp_path / "a.xlsx"
    file = ["-o", str(target)] if form == "xlsx" else []
    for language in house.LANGUAGES:
        out, _ = said(name, "-j", place, "--lang", language, "--format", form, *file)
        assert target.exists() if form == "xlsx" else out


def test_who_decides_adds_up_and_is_the_same_in_every_format(said, tmp_path):
    items = json.loads(said("stats", "-j", "yaoan", "--format", "json")[0])["groups"]
    parts = [each for each in items if each["scope"] == "organ"]
    names = ("items", "handlings", "handlings_moved", "whole", "partial")
    assert [sum(each[name] for each in parts) for name in names] == [items[0][name] for name in names]
    numbers = [(each["items"], each["handlings"]) for each in (*parts, items[0])]
    out, _ = said("stats", "-j", "yaoan", "--lang", "en", "--format", "markdown")
    section = out.partition("## Who decides")[2].partition("##")[0]
    rows = [line.split("|")[2:4] for line in section.splitlines() if line.startswith("|")][2:]
    assert [tuple(map(int, each)) for each in rows] == numbers
    table, _ = said("stats", "-j", "yaoan", "--lang", "zh-CN")
    lines = table.partition("\n决定事项的机关\n")[2].splitlines()[2 : 2 + len(numbers)]
    assert [tuple(map(int, line.split()[-2:])) for line in lines] == numbers
    said("stats", "-j", "yaoan", "--format", "xlsx", "-o", str(tmp_path / "a.xlsx"))
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    heads = next(row for row in cells if "办理项数" in row)
    column = heads.index("办理项数")
    found = [row for row in cells if {"审批局", "其他机关", "审批局和其他机关"} & set(row)]
    assert [row[column] for row in found] == [each["handlings"] for each in parts]


def test_english_has_chinese_only_from_the_data(said):
    out, _ = said("stats", "-j", "chuxiong", "--lang", "en")
    data = "".join(each.read_text("utf-8") for each in (ROOT / "catalogue").rglob("reform.yaml"))
    assert set(house.chinese(out)) <= set(data)
    assert "Subordinate jurisdictions" in out


def test_figures_are_those_of_the_register(said):
    out, _ = said("stats", "-j", "yaoan", "--format", "json")
    listed, _ = said("list", "item", "-j", "yaoan", "--format", "json", "--columns", "code,competent")
    rows = [each["fields"] for each in json.loads(listed)["records"]]
    # What ends in 00Y only heads other items.
    competent = [each["competent"] for each in rows if not each["code"].endswith("00Y")]
    groups = json.loads(out)["groups"]
    assert {each["id"]: each["items"] for each in groups if each["scope"] == "department"} == {
        name: competent.count(name) for name in dict.fromkeys(competent)
    }


@pytest.mark.parametrize("language", house.LANGUAGES)
def test_tables_of_figures_are_aligned_in_cells_of_the_screen(said, language):
    out, _ = said("stats", "-j", "yaoan", "--lang", language)
    lines = out.splitlines()
    rules = [place for place, line in enumerate(lines) if line and set(line) <= {"-", " "}]
    assert len(rules) > 6
    for place in rules:
        assert width(lines[place - 1]) <= width(lines[place])


def workbook(said, tmp_path, place, language="zh-CN"):
    """The rows of cells of every sheet, and the charts of every sheet."""
    target = tmp_path / "a.xlsx"
    words = ("--lang", language, "--format", "xlsx", "-o", str(target))
    _, remark = said("stats", "-j", place, *words)
    assert str(target) in remark
    sheets = load_workbook(target).worksheets
    rows = {each.title: [[cell.value for cell in row] for row in each.iter_rows()] for each in sheets}
    return rows, {each.title: len(each._charts) for each in sheets if each._charts}


def test_the_workbook_holds_the_two_tables_with_their_charts_and_what_else_the_screen_shows(said, tmp_path):
    rows, charts = workbook(said, tmp_path, "yaoan")
    assert list(rows)[:2] == ["统计汇总", "环节、材料、时限精简情况表"]
    assert charts["统计汇总"] == 2
    screen, _ = said("stats", "-j", "yaoan", "--lang", "zh-CN")
    assert list(rows)[2:]
    assert [each for each in list(rows)[2:] if f"\n{each}\n" not in screen] == []


def test_the_workbook_of_a_prefecture_holds_what_the_screen_shows(said, tmp_path):
    rows, charts = workbook(said, tmp_path, "chuxiong")
    assert list(rows) == ["文件自报的数与核算的数", "下级地区", "没有事项清单的下级地区自报的数"]
    assert charts == {"文件自报的数与核算的数": 1, "下级地区": 2}
    figures, below, _ = rows.values()
    value = json.loads(said("stats", "-j", "chuxiong", "--format", "json")[0])
    heads = next(row for row in below if row[0] == "地区")
    cells = {row[0]: dict(zip(heads, row, strict=True)) for row in below}
    for each in value["subordinates"]:
        shown = cells[each["name"]]
        assert (shown["划转事项"], shown["事项"]) == (
            each["moved"],
            each["items"] if each["basis"] == "computed" else None,
        )
        assert shown["划转率"] == (None if each["rate"] is None else pytest.approx(each["rate"], abs=0.0006))
    stated = {each["subject"]: each["stated"] for each in value["stated"]}
    shown = {row[0]: row for row in figures if row[0] in stated}
    assert shown.keys() == stated.keys()
    for name, numbers in stated.items():
        assert [shown[name][place] for place in (2, 3, 4, 6)] == [
            numbers[each] for each in ("count", "before", "after", "percent")
        ]


def test_names_of_sheets_are_short_and_differ_in_every_language(said, tmp_path):
    rows, _ = workbook(said, tmp_path, "yaoan", "en")
    assert max(map(len, rows)) <= 31
    assert any(name.endswith(" 4") for name in rows)


def test_charts_begin_at_nothing_and_draw_the_rows_that_have_figures(said, tmp_path):
    workbook(said, tmp_path, "chuxiong")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        names = [each for each in archive.namelist() if each.startswith("xl/charts/chart")]
        texts = [archive.read(each).decode() for each in names]
    assert all('<c:min val="0"' in each or '<min val="0"' in each for each in texts)
    assert any("前后对照（个工作日）" in each for each in texts)


@pytest.mark.parametrize(
    ("stated", "title"), [(True, "文件自报的数与核算的数"), (False, "划转情况（按部门）")]
)
def test_a_workbook_without_licences_says_so_in_one_sheet(tmp_path, monkeypatch, stated, title):
    small = tmp_path / "small"
    shutil.copytree(ROOT / "tests" / "workspaces" / "small", small)
    shutil.rmtree(small / "catalogue/lan/items")
    reform = small / "catalogue/lan/reform.yaml"
    text = reform.read_text("utf-8")
    reform.write_text(text if stated else text.partition("stated:")[0], "utf-8")
    monkeypatch.chdir(small)
    assert run(["stats", "--format", "xlsx", "-o", "a.xlsx", "-q", "--lang", "zh-CN"]) == 0
    (sheet,) = load_workbook("a.xlsx").worksheets
    assert sheet.title == title
    assert any("没有登记行政许可事项" in str(cell.value) for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize(("language", "name"), [("zh-CN", "兰县统计.xlsx"), ("en", "兰县-stats.xlsx")])
def test_the_workbook_is_named_after_the_place(tmp_path, language, name):
    small = tmp_path / "small"
    shutil.copytree(ROOT / "tests" / "workspaces" / "small", small)
    assert run(["stats", "-C", str(small), "--lang", language, "--format", "xlsx", "-q"]) == 0
    assert [each.name for each in small.glob("*.xlsx")] == [name]


def test_text_goes_to_a_file_and_not_over_somebody_elses(said, tmp_path):
    target = tmp_path / "a.md"
    words = ("stats", "-j", "yaoan", "--lang", "zh-CN", "--format", "markdown")
    shown, _ = said(*words)
    assert said(*words, "-o", str(target)) == ("", f"已写入 {target}\n")
    assert target.read_text("utf-8") == shown
    target.write_text("别人的\n", "utf-8")
    _, remark = said(*words, "-o", str(target), code=3)
    assert "--force" in remark
    said(*words, "-o", str(target), "--force")
    assert target.read_text("utf-8") == shown


def test_a_department_sees_what_it_owes_by_any_of_its_names(said):
    found = [
        said("measures", "-j", "yaoan", "--department", name, "--format", "csv", "--lang", "zh-CN")
        for name in ("fagai", "县发改局")
    ]
    assert found[0] == found[1]
    rows = list(csv.reader(found[0][0].splitlines()))
    assert rows[0][-1] == "本部门责任"
    assert {row[-1] for row in rows[1:]} == {"牵头单位", "责任单位"}
    assert "县级行政主管部门" in found[0][1]


def test_a_published_task_without_a_state_is_never_overdue(said):
    out, remark = said("measures", "-j", "xishan", "--overdue", "--format", "json", "--lang", "en")
    value = json.loads(out)
    assert (value["measures"], value["summary"]["overdue"]) == ([], 0)
    assert remark.startswith("8 more tasks are past their deadline")
    out, remark = said("measures", "-j", "xishan", "--lang", "zh-CN")
    assert out.count("已过期限，状态未报") == 8
    assert remark == ""


@pytest.mark.parametrize(
    ("language", "words"), [("zh-CN", "没有部门 nobody"), ("en", "no department nobody")]
)
def test_an_unknown_department_is_refused(said, language, words):
    out, remark = said("measures", "-j", "yaoan", "--department", "nobody", "--lang", language, code=2)
    assert out == ""
    assert words in remark
    assert "fagai" in remark
