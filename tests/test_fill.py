"""Forms of others: filled in place, what is not ours to change stays byte for byte."""

import re
import shutil
import zipfile
from io import BytesIO

import pytest
from openpyxl import load_workbook

import forms
import house
import paper
from paperform import NAME, PATTERN, form
from xuke.commands.program import run
from xuke.tables.filling.book import FormRefusedError, SheetFill, filled

SMALL = house.ROOT / "tests" / "workspaces" / "small"

COUNT = 137

MAP = """\
names:
  填报单位: unit
sheets:
  - sheet: 附件1
    cells:
      H2: date
      A2: {text: 单位：}
    rows:
      table: before-after
      start: 7
      columns:
        A: number
        B: competent
        C: 事项名称
        D: code
        E: organ_after
        F: steps_before
        G: steps_after
"""


def lines(count=COUNT):
    return tuple(
        (n, "县发改局", f"事项{n}", f"0139{n:014d}", "县行政审批局", 20 + n, n) for n in range(1, count + 1)
    )


def fill(count=COUNT, **changes):
    known = {"start": PATTERN, "until": PATTERN, "columns": tuple(range(1, 8)), "rows": lines(count)}
    return SheetFill(NAME, {(2, 2): "兰县行政审批局"}, **{**known, **changes})


def members(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def at(tmp_path):
    """A folder with a form, its map and the small workspace; runs a command there."""
    (tmp_path / "form.xlsx").write_bytes(form())
    (tmp_path / "map.yaml").write_text(MAP, "utf-8")
    shutil.copytree(SMALL, tmp_path / "w")

    def go(*words, code=0):
        paths = [str(tmp_path / word) if "." in word and not word.startswith("-") else word for word in words]
        assert run([*paths, "-C", str(tmp_path / "w")]) == code
        return tmp_path

    return go


def test_137_rows_move_the_block_down_and_the_sum_covers_them_all():
    old = form()
    new = filled("form.xlsx", old, [fill()])
    before, after = members(old), members(new)
    assert before.keys() == after.keys()
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml"}
    sheet, was = load_workbook(BytesIO(new))[NAME], load_workbook(BytesIO(old))[NAME]
    more = COUNT - 1
    assert (sheet["A10"].value, sheet[f"A{10 + more}"].value) == (10 - PATTERN + 1, was["A10"].value)
    assert sheet.row_dimensions[10 + more].height == 45
    assert sheet[f"F{8 + more}"].value == f"=SUM(F7:F{7 + more})"
    assert sheet[f"G{8 + more}"].value == f"=SUM($G$7:$G${7 + more})"
    merged = {str(each) for each in sheet.merged_cells.ranges}
    assert {f"A{8 + more}:E{8 + more}", f"A{10 + more}:D{10 + more}", f"E{10 + more}:H{11 + more}"} <= merged
    assert {"A4:A6", "B4:D4", "E4:G4", "A1:H1"} <= merged
    assert sheet.print_area == f"'附件1'!$A$1:$H${11 + more}"
    assert sheet.print_title_rows == "$4:$6"
    assert [str(each.sqref) for each in sheet.conditional_formatting] == [f"F7:G{7 + more}"]
    (check,) = sheet.data_validations.dataValidation
    assert (str(check.sqref), check.prompt) == (f"F7:F{7 + more}", "整数\n不带单位")
    assert load_workbook(BytesIO(new))["说明"]["A2"].value == f"=SUM(附件1!F7:F{7 + more})"


def test_added_rows_look_like_the_pattern_row_and_compute_like_it():
    sheet = load_workbook(BytesIO(filled("form.xlsx", form(), [fill()])))[NAME]
    pattern, last = sheet[PATTERN], sheet[PATTERN + COUNT - 1]
    assert sheet.row_dimensions[last[0].row].height == 31.5
    assert [cell._style for cell in last[:8]] == [cell._style for cell in pattern[:8]]
    assert [cell.value for cell in last[:4]] == [137, "县发改局", "事项137", "013900000000000137"]
    assert last[7].value == "=F143-G143"
    assert last[3].data_type == "s"


def test_nothing_moves_where_the_prepared_rows_are_enough():
    def change(book):
        for area in ("A8:E8", "A10:D10", "E10:H11"):
            book[NAME].unmerge_cells(area)
        book[NAME].move_range("A8:H10", rows=5)

    old = form(change)
    new = filled("form.xlsx", old, [fill(3, until=PATTERN + 5)])
    sheet = load_workbook(BytesIO(new))[NAME]
    assert [sheet.cell(row, 1).value for row in (7, 9, 10, 13)] == [1, 3, None, "合计"]
    assert members(new)["xl/worksheets/sheet2.xml"] == members(old)["xl/worksheets/sheet2.xml"]


def test_a_form_without_rows_to_fill_keeps_its_blank_row():
    sheet = load_workbook(BytesIO(filled("form.xlsx", form(), [fill(0)])))[NAME]
    assert (sheet["A7"].value, sheet["A8"].value, sheet["B2"].value) == (None, "合计", "兰县行政审批局")


@pytest.mark.skipif(bool(paper.missing()), reason="LibreOffice or poppler is not installed")
def test_libreoffice_prints_the_form_and_comes_to_the_sum(tmp_path):
    path = tmp_path / "out.xlsx"
    path.write_bytes(filled("form.xlsx", form(), [fill()]))
    pages = paper.pages_of(paper.pdf_of(path, tmp_path))
    text = "".join(pages)
    assert "单位负责人：" in text
    assert "事项137" in text
    assert all("序号" in page for page in pages if "县发改局" in page)
    again = load_workbook(forms.saved_again(path, tmp_path / "again"), data_only=True)
    assert again[NAME]["F144"].value == sum(20 + n for n in range(1, COUNT + 1))
    assert again["说明"]["A2"].value == again[NAME]["F144"].value
    assert len(again[NAME]._images) == 1


def test_a_map_fills_cells_names_and_rows(at, capsys):
    folder = at("fill", "form.xlsx", "--map", "map.yaml", "-o", "out.xlsx", "--filled-on", "2018-12-30")
    assert capsys.readouterr().err.endswith("2 行\n")
    sheet = load_workbook(folder / "out.xlsx")[NAME]
    assert [sheet[place].value for place in ("A2", "B2", "H2")] == [
        "单位：",
        "兰县行政审批局",
        "2018年12月30日",
    ]
    assert [sheet.cell(row, 4).value for row in (7, 8, 9)] == ["530104001000", "530104003000", None]
    assert sheet["A9"].value == "合计"


def test_a_draft_of_the_map_comes_from_the_headings(at, capsys):
    at("fill", "form.xlsx", "--draft-map")
    expected = [
        "sheets:",
        "  - sheet: 附件1",
        "    rows:",
        "      table: before-after",
        "      start: 7",
        "      columns:",
        *("        A: number", "        B: competent", "        C: name", "        D: code"),
        *("        E: organ_after", "        F: steps_before", "        G: steps_after"),
    ]
    assert capsys.readouterr().out.splitlines() == expected


def test_a_drafted_map_fills_the_form(at):
    at("fill", "form.xlsx", "--draft-map", "-o", "draft.yaml")
    folder = at("fill", "form.xlsx", "--map", "draft.yaml", "-o", "out.xlsx")
    assert load_workbook(folder / "out.xlsx")[NAME]["D7"].value == "530104001000"


def test_a_form_without_known_headings_has_no_draft(at, tmp_path, capsys):
    def change(book):
        del book[NAME]

    (tmp_path / "form.xlsx").write_bytes(form(change))
    at("fill", "form.xlsx", "--draft-map", code=1)
    assert capsys.readouterr().err.endswith("form.xlsx：没有认出表头；请照说明自己写映射文件\n")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "  填报单位: unit",
            "  单位: unit",
            "2:7 名称“单位”没有定义，或者不是一个单元格；表格中的名称：填报单位",
        ),
        ("  填报单位: unit", "  填报单位: rows", "2:9 不知道“rows”填什么；可用 place、unit、date、commit"),
        ("附件1", "附件9", "4:5 表格中没有工作表“附件9”；有的工作表：附件1、说明"),
        ("H2: date", "第2行: date", "6:12 “第2行”不是单元格；请写作 B2"),
        (
            "H2: date",
            "H2: 3",
            "6:11 不知道“3”填什么；可用 place、unit、date、commit、rows，固定的文字写作 text: 文字",
        ),
        ("    cells:", "    cell:", "没有 cell 这个字段；可用的字段：sheet、cells、rows"),
        ("table: before-after", "table: nothing", "没有 nothing 这张表；可用的表：items、transfers"),
        ("start: 7", "start: 0", "start 和 until 应当是行号，until 不小于 start"),
        ("start: 7", "start: seven", "start 和 until 应当是行号，until 不小于 start"),
        ("start: 7", "start: 7\n      until: 6", "start 和 until 应当是行号，until 不小于 start"),
        ("        A: number", "        一: number", "“一”不是列；请写作 A、B"),
        (
            "        A: number",
            "        A: nothing",
            "before-after 没有“nothing”这一列；可用的列：number、competent",
        ),
        (MAP, "sheets: 1\n", "1:9 sheets 应当是列表，每张工作表一项"),
        (MAP, "- 1\n", "1:1 这里应当是字段和值；可用的字段：names、sheets"),
        (MAP, "names: [1]\n", "1:8 names 应当是若干“名称: 值”"),
        (MAP, "sheets: [{sheet: 说明}, {sheet: 说明}]\n", "工作表“说明”写了两次；请合为一项"),
        (MAP, "sheets: [1\n", "map.yaml:"),
    ],
)
def test_a_fault_in_a_map_is_told_with_its_place(at, tmp_path, capsys, old, new, expected):
    assert MAP.count(old) == 1
    (tmp_path / "map.yaml").write_text(MAP.replace(old, new), "utf-8")
    folder = at("fill", "form.xlsx", "--map", "map.yaml", "-o", "out.xlsx", code=1)
    assert expected in capsys.readouterr().err
    assert not (folder / "out.xlsx").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["fill", "form.xlsx"],
        ["fill", "form.xlsx", "--map", "map.yaml"],
        ["fill", "form.xlsx", "--map", "map.yaml", "-o", "form.xlsx", "--force"],
        ["fill", "form.xlsx", "--map", "map.yaml", "--draft-map"],
    ],
)
def test_how_to_call_it_is_told(at, capsys, words):
    at(*words, code=2)
    assert "xuke fill 表格 --map 映射文件 -o 另一个文件" in capsys.readouterr().err


def test_a_table_that_compares_needs_another_version(at, tmp_path, capsys):
    (tmp_path / "map.yaml").write_text(
        re.sub("columns:.*", "columns: {A: change}", MAP, flags=re.DOTALL).replace("before-after", "changes"),
        "utf-8",
    )
    at("fill", "form.xlsx", "--map", "map.yaml", "-o", "out.xlsx", code=2)
    assert "changes 要与另一版本对照，请加 --since" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "code", "expected"),
    [
        (b"a,b\n1,2\n", 1, "这是文本，只是扩展名像工作簿"),
        (b"", 1, "文件是空的"),
        (None, 3, "form.xlsx 这个文件"),
    ],
)
def test_what_is_no_form_is_told(at, tmp_path, capsys, data, code, expected):
    if data is None:
        (tmp_path / "form.xlsx").unlink()
    else:
        (tmp_path / "form.xlsx").write_bytes(data)
    at("fill", "form.xlsx", "--map", "map.yaml", "-o", "out.xlsx", code=code)
    assert expected in capsys.readouterr().err


def test_a_table_of_text_is_no_form(at, tmp_path, capsys):
    (tmp_path / "form.csv").write_bytes(b"a,b\n1,2\n")
    at("fill", "form.csv", "--map", "map.yaml", "-o", "out.xlsx", code=1)
    assert "只能填写 xlsx 表格" in capsys.readouterr().err
    with pytest.raises(FormRefusedError):
        filled("form.csv", b"a,b\n1,2\n", [])


def test_cells_alone_can_be_filled(at, tmp_path):
    (tmp_path / "map.yaml").write_text("sheets:\n  - sheet: 说明\n    cells: {B1: place}\n", "utf-8")
    folder = at("fill", "form.xlsx", "--map", "map.yaml", "-o", "out.xlsx")
    assert load_workbook(folder / "out.xlsx")["说明"]["B1"].value == "兰县"


def test_a_map_that_cannot_be_read_is_told(at, capsys):
    at("fill", "form.xlsx", "--map", "nothing.yaml", "-o", "out.xlsx", code=3)
    assert "nothing.yaml 这个文件" in capsys.readouterr().err
    at("fill", ".", "--draft-map", code=3)
    assert "不能读取" in capsys.readouterr().err
