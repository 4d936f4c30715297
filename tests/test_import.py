"""Workbooks that come back: what changed in them and nothing else, or a reason at the cell."""

import gc
import json
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import Workbook, load_workbook
from openpyxl.drawing.image import Image

import house
import paperform
from test_cases import AUTHOR, ENVIRONMENT
from xuke.commands import importing
from xuke.commands.program import run
from xuke.sources.load import load
from xuke.sources.tree import WorkTree
from xuke.tables.inputs import INPUTS
from xuke.tables.reading import ReadSheet

SMALL = house.ROOT / "tests" / "workspaces" / "small"
CONTRACT = Draft202012Validator(json.loads((house.SCHEMAS / "output" / "import.json").read_text("utf-8")))
ITEMS = "catalogue/lan/items/fagai.yaml"
MEASURES = "catalogue/lan/measures.yaml"

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def git(folder, *words):
    subprocess.run(["git", *AUTHOR, *words], cwd=folder, check=True, capture_output=True, env=ENVIRONMENT)


@pytest.fixture
def register(tmp_path):
    """The small workspace as a repository with one commit."""
    target = tmp_path / "w"
    shutil.copytree(SMALL, target)
    git(target, "init", "-q")
    git(target, "add", "-A")
    git(target, "commit", "-q", "-m", "all")
    return target


def texts(folder):
    """Every data file with its bytes."""
    found = sorted(path for path in folder.rglob("*.yaml") if ".git/" not in path.as_posix())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def form_of(register, table, *words):
    path = register.parent / f"{table}.xlsx"
    assert run(["template", table, "-C", str(register), "-o", str(path), "--force", *words]) == 0
    return path


def imported(register, *words, code=0, capsys=None):
    assert run(["import", *map(str, words), "-C", str(register), "--lang", "en", "--on", house.DAY]) == code
    return capsys.readouterr().out if capsys else ""


def told(register, capsys, *words, code=0):
    capsys.readouterr()
    value = json.loads(imported(register, *words, "--format", "json", code=code, capsys=capsys))
    CONTRACT.validate(value)
    return value


def column(sheet, heading):
    """The column under a heading; a group and a heading below it are parted by a dot."""
    upper, _, lower = heading.partition(".")
    group = None
    for first, second in sheet.iter_cols(min_row=3, max_row=4):
        group = first.value or group
        if group == upper and (not lower or second.value == lower):
            return first.column
    raise KeyError(heading)


def row_of(sheet, text):
    for cells in sheet.iter_rows(min_row=4):
        if any(cell.value == text for cell in cells):
            return cells[0].row
    raise KeyError(text)


def fill(path, sheet, changes, *, remove=(), add=()):
    """Change cells by the key of their row and their heading; drop rows, add others."""
    book = load_workbook(path)
    target = book[sheet]
    for (key, heading), value in changes.items():
        target.cell(row_of(target, key), column(target, heading)).value = value
    for key in remove:
        target.delete_rows(row_of(target, key))
    for values in add:
        row = target.max_row + 1
        for heading, value in values.items():
            target.cell(row, column(target, heading)).value = value
    book.save(path)


ITEM_SHEET, MEASURE_SHEET = "行政许可事项清单", "改革任务清单"


def sheet_names(path):
    return load_workbook(path).sheetnames


@pytest.mark.parametrize("table", list(INPUTS))
def test_a_form_that_comes_back_as_it_went_changes_nothing(register, table):
    before = texts(register)
    imported(register, form_of(register, table), "--yes", "--remove")
    assert texts(register) == before


@pytest.mark.parametrize("table", list(INPUTS))
def test_a_form_without_its_stamp_is_read_cell_by_cell_and_changes_nothing(register, table):
    path, before = form_of(register, table), texts(register)
    book = load_workbook(path)
    del book["_xuke"]
    book.save(path)
    imported(register, path, "--yes")
    assert texts(register) == before


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("form", ["ods", "xlsx"])
@pytest.mark.parametrize("table", list(INPUTS))
def test_a_form_saved_by_another_program_changes_nothing(register, table, form):
    path, before = form_of(register, table), texts(register)
    out = register.parent / "office"
    words = ["soffice", "--headless", f"-env:UserInstallation=file://{out}/home", "--convert-to", form]
    subprocess.run([*words, "--outdir", out, path], check=True, capture_output=True, timeout=120)
    imported(register, out / f"{table}.{form}", "--yes", "--remove")
    assert texts(register) == before


def test_seven_cells_one_row_gone_and_two_new_are_exactly_that(register, capsys):
    path = form_of(register, "items")
    fill(
        path,
        ITEM_SHEET,
        {
            ("530104001000", "事项名称"): "政府投资项目（含企业）审批",
            ("530104001000", "办结时限.承诺办结时限"): "7个工作日",
            ("530104001000", "到办事现场次数"): 1,
            ("530104002000", "受理条件"): "材料齐全",
            ("530104002000", "承办内设机构"): "监督管理股",
            ("530104002000", "办件类型"): "承诺件",
            ("530104002000", "办结时限.承诺办结时限"): "3个工作日",
        },
        remove=["530104003000"],
        add=[
            {
                "主管部门": "县发改局",
                "基本编码": f"53010400{number}000",
                "事项名称": name,
                "事项类型": "行政许可",
                "实施机关": "县发改局",
                "行使层级": "县级",
            }
            for number, name in (("7", "节能验收"), ("8", "招标核准"))
        ],
    )
    found = told(register, capsys, path, "--remove", code=1)
    fields = {
        (row["record"], edit["field"])
        for row in found["changes"]
        if row["change"] == "edited"
        for edit in row["fields"]
    }
    first, second = "lan/item/530104001000", "lan/item/530104002000"
    assert fields == {
        (first, "name"),
        (first, "limit.promised.value"),
        (first, "visits"),
        (second, "conditions"),
        (second, "section"),
        (second, "service_kind"),
        (second, "limit.promised.value"),
        (second, "limit.promised.unit"),
    }
    others = {(row["record"], row["change"]) for row in found["changes"] if row["change"] != "edited"}
    assert others == {
        ("lan/item/530104003000", "removed"),
        ("lan/item/530104007000", "added"),
        ("lan/item/530104008000", "added"),
    }
    assert not found["written"]
    before = texts(register)
    told(register, capsys, path, "--remove", "--yes", code=1)
    assert [name for name, data in texts(register).items() if data != before[name]] == [ITEMS]
    again = told(register, capsys, path, "--remove")
    assert again["changes"] == []


def test_only_the_lines_that_change_are_touched(register):
    file = register / MEASURES
    file.write_text(
        file.read_text("utf-8").replace("    title: 强化监督\n", "    title: '强化监督'  # 记\n"), "utf-8"
    )
    path = form_of(register, "measures")
    book = load_workbook(path)
    fill(path, book.sheetnames[0], {("m01", "完成时限"): "2018-12-21"})
    before = file.read_text("utf-8")
    imported(register, path, "--yes")
    assert file.read_text("utf-8") == before.replace("due: 2018-12-20", "due: 2018-12-21", 1)


def test_a_row_without_an_entry_is_kept_and_told(register, capsys):
    path = form_of(register, "measures")
    fill(path, load_workbook(path).sheetnames[0], {}, remove=["m02"])
    found = told(register, capsys, path, "--yes")
    assert found["changes"] == []
    assert any("lan/measure/m02" in each["message"] for each in found["notes"])


def test_a_commit_to_another_field_survives(register):
    path = form_of(register, "measures")
    file = register / MEASURES
    file.write_text(file.read_text("utf-8").replace("title: 理顺机制", "title: 理顺审批机制"), "utf-8")
    git(register, "commit", "-qam", "other")
    fill(path, load_workbook(path).sheetnames[0], {("m01", "完成时限"): "2018-12-21"})
    imported(register, path, "--yes")
    text = file.read_text("utf-8")
    assert "title: 理顺审批机制" in text
    assert "due: 2018-12-21" in text


def test_the_same_field_on_both_sides_is_a_conflict_and_nothing_is_written(register, capsys):
    path = form_of(register, "measures")
    file = register / MEASURES
    file.write_text(file.read_text("utf-8").replace("title: 理顺机制", "title: 理顺审批机制"), "utf-8")
    fill(
        path,
        load_workbook(path).sheetnames[0],
        {("m01", "工作任务"): "理顺体制", ("m02", "完成时限"): "2018-12-21"},
    )
    before = texts(register)
    found = told(register, capsys, path, "--yes", code=1)
    (conflict,) = found["conflicts"]
    assert (conflict["base"], conflict["mine"], conflict["theirs"]) == (
        "理顺机制",
        "理顺体制",
        "理顺审批机制",
    )
    assert conflict["field"] == "title"
    assert conflict["cell"]
    assert [each["code"] for each in found["findings"]] == ["X007"]
    assert texts(register) == before


def test_a_row_removed_on_one_side_and_changed_on_the_other_is_a_conflict(register, capsys):
    path = form_of(register, "measures")
    sheet = load_workbook(path).sheetnames[0]
    fill(path, sheet, {}, remove=["m01"])
    file = register / MEASURES
    file.write_text(file.read_text("utf-8").replace("title: 理顺机制", "title: 理顺审批机制"), "utf-8")
    assert told(register, capsys, path, "--yes", "--remove", code=1)["conflicts"][0]["steps"] == []
    other = form_of(register, "measures")
    fill(other, sheet, {("m02", "完成时限"): "2018-12-21"})
    kept = file.read_text("utf-8").partition("  - id: m02")[0]
    file.write_text(kept, "utf-8")
    assert told(register, capsys, other, "--yes", code=1)["conflicts"]
    untouched = form_of(register, "measures")
    assert told(register, capsys, untouched)["changes"] == []


def test_blank_dash_none_and_a_missing_column_are_told_apart(register, capsys):
    path = form_of(register, "items")
    fill(
        path,
        ITEM_SHEET,
        {
            ("530104001000", "进驻大厅"): None,
            ("530104002000", "进驻大厅"): "—",
            ("530104003000", "进驻大厅"): "无",
        },
    )
    book = load_workbook(path)
    sheet = book[ITEM_SHEET]
    sheet.cell(3, column(sheet, "行使层级")).value = None
    book.save(path)
    found = told(register, capsys, path, code=1)
    edits = {row["record"][-12:]: row["fields"] for row in found["changes"]}
    assert edits["530104002000"] == [{"field": "hall", "steps": ["hall"], "old": "dating"}]
    assert edits["530104003000"][0]["new"] is None
    assert "530104001000" not in edits
    assert any("进驻大厅" in each["message"] for each in found["notes"])


def test_elements_of_lists_change_come_and_go(register, capsys):
    path = form_of(register, "items")
    book = load_workbook(path)
    sheet = book["设定依据"]
    sheet.cell(row_of(sheet, "b1"), column(sheet, "条款")).value = "第十条"
    last = sheet.max_row + 1
    sheet.cell(last, 1).value = "530104002000"
    sheet.cell(last, column(sheet, "依据作用")).value = "设定依据"
    sheet.cell(last, column(sheet, "依据名称")).value = "节约能源法"
    sheet.cell(last, column(sheet, "法律效力层级")).value = "法律"
    book.save(path)
    found = told(register, capsys, path, "--yes")
    edits = {(row["record"][-12:], edit["field"]) for row in found["changes"] for edit in row["fields"]}
    assert edits == {("530104001000", "bases.b1.article"), ("530104002000", "bases")}
    fill(path, "设定依据", {}, remove=["b1"])
    assert any("b1" in each["message"] for each in told(register, capsys, path)["notes"])


def plain(path, *rows, title="任务"):
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def measures(register, *rows, name="m.xlsx"):
    heads = ["标识", "工作任务*", "牵头部门", "完成时限①"]
    return plain(register.parent / name, ["全县改革任务"], [], heads, *rows)


def test_headings_are_found_below_a_title_and_under_other_names(register, capsys):
    path = measures(
        register, ["m01", "理顺机制", "县行政审批局", "2018-12-25"], ["合计", 1], ["注：截至年底"]
    )
    found = told(register, capsys, path)
    assert [(row["record"], edit["new"]) for row in found["changes"] for edit in row["fields"]] == [
        ("lan/measure/m01", "2018-12-25")
    ]
    messages = " ".join(each["message"] for each in found["notes"])
    assert "合计" in messages
    assert "截至年底" in messages


def test_a_derived_table_is_refused_by_name(register, capsys):
    path = plain(register.parent / "t.xlsx", ["某县划转事项目录"], ["序号", "事项名称", "基本编码"])
    found = told(register, capsys, path, code=1)
    assert found["findings"][0]["code"] == "X001"
    assert "transfers" in found["findings"][0]["message"]


@pytest.mark.parametrize("data", [b"", b"<html>", b"PK\x03\x04"])
def test_what_cannot_be_read_is_told_without_a_trace(register, data, capsys):
    path = register.parent / "a.xlsx"
    path.write_bytes(data)
    found = told(register, capsys, path, code=1)
    assert [(each["code"], each["sheet"], each["cell"]) for each in found["findings"]] == [
        ("X001", None, None)
    ]


def test_two_workbooks_are_one_step(register, capsys):
    one = measures(register, ["m01", "理顺", "县行政审批局", "长期"], name="1.xlsx")
    two = measures(register, ["m02", "监督", "县气象局", "长期"], name="2.xlsx")
    assert told(register, capsys, one, two, "--yes")["written"]
    text = (register / MEASURES).read_text("utf-8")
    assert "title: 理顺\n" in text
    assert "title: 监督\n" in text


def test_workbooks_are_held_one_after_the_other(register, monkeypatch):
    alive, read = [], importing.read_book

    def counted(name, data):
        alive.append(sum(isinstance(each, ReadSheet) for each in gc.get_objects()))
        return read(name, data)

    monkeypatch.setattr(importing, "read_book", counted)
    rows = (["m01", f"理顺{number}", "县行政审批局", "长期"] for number in range(3))
    books = [measures(register, row, name=f"{number}.xlsx") for number, row in enumerate(rows)]
    imported(register, *books)
    assert alive == [alive[0]] * 3


def test_a_map_names_what_headings_do_not(register, capsys):
    path = register.parent / "d.csv"
    path.write_text("单位,性质\n县水务局,机关\n县水务局,机关\n", "gb18030")
    mapping = register.parent / "map.yaml"
    mapping.write_text(
        "table: departments\ncolumns: {单位: name, 性质: kind}\n"
        "values:\n  kind: {机关: department}\nunique: true\n",
        "utf-8",
    )
    found = told(register, capsys, path, "--map", mapping, "--yes")
    assert [row["record"] for row in found["changes"]] == ["lan/department/department-01"]
    assert any("GB18030" in each["message"] for each in found["notes"])


def test_what_was_recognised_can_be_written_as_a_map_and_used(register, capsys):
    path = measures(register, ["m01", "理顺", "县行政审批局", "长期"])
    mapping = register.parent / "map.yaml"
    first = told(register, capsys, path, "--write-map", mapping)
    assert told(register, capsys, path, "--map", mapping)["changes"] == first["changes"] != []


@pytest.mark.parametrize(
    "text", ["table: transfers", "table: items\ncolumn: {}", "table: items\ncolumns: {a: b}"]
)
def test_a_map_that_says_what_no_map_may_say_is_refused(register, text):
    mapping = register.parent / "map.yaml"
    mapping.write_text(text, "utf-8")
    imported(register, measures(register), "--map", mapping, code=2)


def test_an_annotated_copy_lists_and_colours_findings_and_leaves_the_original(register, capsys):
    path = measures(register, ["m01", "理顺", "无此单位", "长期"])
    before, target = path.read_bytes(), register.parent / "out.xlsx"
    told(register, capsys, path, "--annotate", target, code=1)
    book = load_workbook(target)
    assert book.worksheets[0]["A2"].value == "X005"
    assert book.worksheets[0]["B2"].hyperlink.location or book.worksheets[0]["B2"].hyperlink.ref
    cell = book["任务"]["C4"]
    assert cell.fill.fgColor.rgb == "FFFFC7CE"
    assert "无此单位" in cell.comment.text
    assert path.read_bytes() == before


def test_an_annotated_copy_keeps_the_pictures(register, capsys):
    path = measures(register, ["m01", "理顺", "无此单位", "长期"])
    book = load_workbook(path)
    book.worksheets[0].add_image(Image(BytesIO(paperform.picture())), "H1")
    book.save(path)
    target = register.parent / "out.xlsx"
    told(register, capsys, path, "--annotate", target, code=1)
    with zipfile.ZipFile(target) as parts:
        (kept,) = [name for name in parts.namelist() if name.startswith("xl/media/")]
        assert parts.read(kept) == paperform.picture()


def test_findings_of_the_rules_stand_at_the_cells_that_caused_them(register, capsys):
    path = form_of(register, "items")
    fill(path, ITEM_SHEET, {("530104001000", "办结时限.承诺办结时限"): "30个工作日"})
    found = told(register, capsys, path, "--yes", code=1)
    assert found["written"]
    at = {each["code"]: (each["sheet"], each["cell"]) for each in found["findings"]}
    assert at["T001"][0] == ITEM_SHEET
    assert Path(found["findings"][0]["path"]).name == "items.xlsx"


def test_an_import_never_writes_an_older_revision(register):
    imported(register, measures(register), "--at", "HEAD", code=2)


def test_only_one_workbook_is_annotated(register):
    imported(register, "a.xlsx", "b.xlsx", "--annotate", "c.xlsx", code=2)


def test_what_is_imported_can_be_loaded(register):
    imported(register, measures(register, ["", "新任务", "县发改局", "长期"]), "--yes", code=1)
    assert [each.key.id for each in load(WorkTree(register)).snapshot.of("measure")][-1] == "measure-01"
