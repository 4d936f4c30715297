"""Every finding about a workbook: one that has it at its cell, and one that comes close and has it not."""

import json
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

import house
from books import replaced
from test_import import form_of, imported, measures, plain, register, told
from xuke.commands.program import run
from xuke.model.codes import BOOKS

__all__ = ["register"]

HEADS = [
    "主管部门",
    "基本编码",
    "事项名称",
    "事项类型",
    "实施机关",
    "行使层级",
    "承办内设机构",
    "到办事现场次数",
]
GOOD = ["县发改局", "530104009000", "节能验收", "行政许可", "县发改局", "县级", "审批服务股", 1]


def items(register, *rows, heads=HEADS, title="事项", change=None):
    """A workbook of items without a stamp; ``change`` is done to its sheet."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in (heads, *rows):
        sheet.append(row)
    if change is not None:
        change(sheet)
    path = register.parent / "i.xlsx"
    book.save(path)
    return path


def row(**changes):
    names = dict(
        zip(("competent", "code", "name", "type", "organ", "level", "section", "visits"), GOOD, strict=True)
    )
    return list({**names, **changes}.values())


def found(register, capsys, path, *words):
    """Codes and cells of the findings about the workbook itself."""
    capsys.readouterr()
    run(
        [
            "import",
            str(path),
            *words,
            "-C",
            str(register),
            "--lang",
            "en",
            "--on",
            house.DAY,
            "--format",
            "json",
        ]
    )
    value = json.loads(capsys.readouterr().out)
    return {(each["code"], each["cell"]) for each in value["findings"] if each["code"][0] == "X"}, value


#: For each code a workbook that has it, at which cell, and one that is right.
CASES = {
    "X002": (lambda r: items(r, GOOD, heads=[*HEADS[:7], "基本编码"]), "H1", lambda r: items(r, GOOD)),
    "X003": (
        lambda r: items(r, row(code=530104009000123456)),
        "B2",
        lambda r: items(r, row(code=530104009000)),
    ),
    "X004": (lambda r: items(r, row(name="=A1")), "C2", lambda r: items(r, row(name="节能"))),
    "X005": (lambda r: items(r, row(level="乡里")), "F2", lambda r: items(r, row(level="township"))),
    "X006": (lambda r: items(r, GOOD, GOOD), "B3", lambda r: items(r, GOOD)),
    "X008": (
        lambda r: items(r, GOOD, row(code=None), change=lambda s: s.merge_cells("B2:B3")),
        "B2",
        lambda r: items(
            r, GOOD, row(competent=None, code="530104010000"), change=lambda s: s.merge_cells("A2:A3")
        ),
    ),
    "X009": (
        lambda r: items(r, [*GOOD, "2018-02-30"], heads=[*HEADS, "生效日期"]),
        "I2",
        lambda r: items(r, [*GOOD, date(2018, 2, 28)], heads=[*HEADS, "生效日期"]),
    ),
    "X010": (
        lambda r: items(
            r, GOOD, change=lambda s: s.row_dimensions.__getitem__(2).__setattr__("hidden", True)
        ),
        "A2",
        lambda r: items(r, GOOD),
    ),
}


@pytest.mark.parametrize("code", sorted(CASES))
def test_a_fault_is_told_at_its_cell_and_nothing_is_written(register, capsys, code):
    bad, cell, good = CASES[code]
    assert (code, cell) in found(register, capsys, bad(register), "--yes")[0]
    assert code not in {each for each, _ in found(register, capsys, good(register))[0]}


def test_every_code_of_workbooks_has_a_case():
    # Unreadable files, conflicts and rows that a map takes once have tests of their own.
    assert {*CASES, "X001", "X007", "X011"} == set(BOOKS)


def test_a_merged_department_fills_down_and_another_merged_column_does_not(register, capsys):
    path = items(
        register,
        GOOD,
        row(competent=None, code="530104010000", level=None, name="节能"),
        change=lambda s: (s.merge_cells("A2:A3"), s.merge_cells("F2:F3")),
    )
    codes, value = found(register, capsys, path)
    fields = {
        each["record"][-12:]: {e["field"]: e["new"] for e in each["fields"]} for each in value["changes"]
    }
    assert fields["530104010000"]["competent"] == "fagai"
    assert "level" not in fields["530104010000"]
    assert any("merged" in each["message"] for each in value["notes"])
    assert codes == set()


def test_a_code_that_became_a_number_is_rebuilt_where_its_length_is_known(register, capsys):
    def short(sheet):
        sheet["B2"].number_format = "0" * 12

    path = items(register, row(code=30104009000), change=short)
    codes, value = found(register, capsys, path)
    assert codes == set()
    assert [each["record"] for each in value["changes"]] == ["lan/item/030104009000"]
    assert any("030104009000" in each["message"] for each in value["notes"])


@pytest.mark.parametrize(
    ("heading", "value", "code"),
    [
        ("实施编码", 123, "X003"),
        ("实施编码", 1.5, "X003"),
        ("基本编码", 5301040090001, "X003"),
        ("基本编码", "5.30104E+11", "X003"),
        ("事项名称", 1e16, "X003"),
        ("基本编码", "5３0104009000甲", "X003"),
        ("到办事现场次数", "一次", "X005"),
    ],
)
def test_what_a_spreadsheet_has_eaten_is_never_guessed(register, capsys, heading, value, code):
    heads = HEADS if heading in HEADS else [*HEADS, heading]
    values = [*GOOD, *([""] * (len(heads) - len(GOOD)))]
    values[heads.index(heading)] = value
    assert code in {each for each, _ in found(register, capsys, items(register, values, heads=heads))[0]}


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [(0.05, "0%", "5%"), (0.125, "10", "12.5%"), (13812345678, "0", "13812345678"), (1.5, "0.0", "1.5")],
)
def test_a_number_in_a_text_is_taken_as_it_is_shown(register, capsys, value, form, text):
    def styled(sheet):
        sheet["I2"].number_format = "0.00%" if form == "10" else form

    path = items(register, [*GOOD, value], heads=[*HEADS, "备注"], change=styled)
    _, outcome = found(register, capsys, path)
    (change,) = outcome["changes"]
    assert {"field": "note", "steps": ["note"], "new": text} in change["fields"]


def test_yes_and_no_may_be_a_program_s_own(register, capsys):
    _, outcome = found(register, capsys, items(register, [*GOOD, True], heads=[*HEADS, "涉企"]))
    assert any(
        each["field"] == "enterprise_related" and each["new"] for each in outcome["changes"][0]["fields"]
    )


def test_a_hidden_sheet_is_read_and_told(register, capsys):
    book = Workbook()
    book.active["A1"] = "看这里"
    dark = book.create_sheet("事项")
    for each in (HEADS, GOOD):
        dark.append(each)
    dark.sheet_state = "hidden"
    path = register.parent / "h.xlsx"
    book.save(path)
    codes, value = found(register, capsys, path)
    assert ("X010", "A1") in codes
    assert len(value["changes"]) == 1
    assert any("看这里" not in each["message"] for each in value["notes"])


def test_macros_are_not_taken(register, capsys):
    path = items(register, GOOD)
    import zipfile  # noqa: PLC0415

    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", "x")
    assert ("X004", None) in found(register, capsys, path)[0]


def test_a_column_that_tells_the_rows_apart_is_needed(register, capsys):
    heads = [each for each in HEADS if each != "基本编码"]
    path = items(register, [each for each in GOOD if each != "530104009000"], heads=heads)
    assert ("X002", "A1") in found(register, capsys, path)[0]


def test_a_sheet_that_no_table_fits_is_refused(register, capsys):
    assert found(register, capsys, plain(register.parent / "n.xlsx", ["甲", "乙"], [1, 2]))[0] == {
        ("X002", None)
    }


def test_a_form_of_another_time_or_place_is_told(register, capsys):
    path = form_of(register, "measures")
    assert ("X001", None) in found(register, capsys, path, "-j", "nowhere")[0]
    for version in ("0", "9"):
        book = load_workbook(path)
        book["_xuke"]["C1"].value = version
        other = register.parent / "v.xlsx"
        book.save(other)
        assert found(register, capsys, other)[0] == {("X001", None)}
    book = load_workbook(path)
    stamp = book["_xuke"]
    line = next(cells for cells in stamp.iter_rows() if cells[1].value == "commit")
    line[2].value = "0" * 40
    book.save(path)
    assert found(register, capsys, path)[0] == {("X001", None)}


def test_a_form_of_files_that_were_never_committed_is_compared_by_its_rows(register, capsys):
    file = register / "catalogue" / "lan" / "measures.yaml"
    file.write_text(file.read_text("utf-8").replace("title: 理顺机制", "title: 未提交"), "utf-8")
    path = form_of(register, "measures")
    assert told(register, capsys, path)["changes"] == []
    file.write_text(file.read_text("utf-8").replace("title: 未提交", "title: 又改了"), "utf-8")
    assert told(register, capsys, path)["changes"] == []
    book = load_workbook(path)
    sheet = book.worksheets[0]
    cell = next(cell for cells in sheet.iter_rows() for cell in cells if cell.value == "未提交")
    cell.value = "这里改"
    book.save(path)
    assert {code for code, _ in found(register, capsys, path)[0]} == {"X007"}


def test_rows_of_lists_need_their_record(register, capsys):
    path = form_of(register, "items")
    book = load_workbook(path)
    sheet = book["设定依据"]
    for text in ("539999999999", None):
        last = sheet.max_row + 1
        sheet.cell(last, 1).value = text
        sheet.cell(last, 2).value = "b9"
    book.save(path)
    assert [code for code, _ in found(register, capsys, path)[0]] == ["X006", "X006"]


def test_what_people_read_is_in_their_language(register, capsys):
    path = measures(register, ["m01", "理顺", "县行政审批局", "长期"], ["合计"])
    for language in house.LANGUAGES:
        run(["import", str(path), "-C", str(register), "--lang", language])
        text = capsys.readouterr().out
        assert "任务!A3" in text
        assert "合计" in text
    many = measures(register, *([["合计", number] for number in range(30)]))
    imported(register, many)
    assert "10 more notes" in capsys.readouterr().out


def test_a_long_run_tells_on_a_terminal_how_far_it_is(register, capsys, monkeypatch):
    path = measures(register, ["m01", "理顺", "县行政审批局", "长期"])
    monkeypatch.setattr("xuke.commands.progress.PATIENCE", -1)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    imported(register, path)
    assert "reading workbook 1 of 1" in capsys.readouterr().err


def test_a_text_is_annotated_as_a_workbook(register, capsys):
    path = register.parent / "m.csv"
    path.write_text("标识,工作任务,牵头单位\nm01,理顺,无此单位\n", "utf-8")
    target = register.parent / "o.xlsx"
    found(register, capsys, path, "--annotate", str(target))
    book = load_workbook(target)
    assert book["m"]["C2"].comment is not None
    huge = measures(register, ["m01", "理顺", "无此单位"])
    data = replaced(
        huge.read_bytes(),
        "xl/worksheets/sheet1.xml",
        "</sheetData>",
        '</sheetData><mergeCells><mergeCell ref="H1:XFD1048576"/></mergeCells>',
    )
    huge.write_bytes(data)
    found(register, capsys, huge, "--annotate", str(target))
    assert load_workbook(target)["任务"]["C4"].comment is not None


def test_a_map_may_name_rows_letters_and_several_fields(register, capsys):
    path = plain(register.parent / "l.xlsx", ["随便"], ["一", "二"], ["县水务局", "x"])
    mapping = register.parent / "map.yaml"
    mapping.write_text(
        "sheets:\n- {sheet: 任务, table: departments, header: 2, columns: {A: [name, short_name]}}\n", "utf-8"
    )
    _, outcome = found(register, capsys, path, "--map", str(mapping))
    assert {each["field"] for each in outcome["changes"][0]["fields"]} == {"id", "name", "short_name"}
    mapping.write_text("table: departments\ncolumns: {没有: name}\n", "utf-8")
    assert ("X002", "A1") in found(register, capsys, path, "--map", str(mapping))[0]
    mapping.write_text("table: [\n", "utf-8")
    run(["import", str(path), "-C", str(register), "--map", str(mapping)])
    assert "Y001" in capsys.readouterr().out


def dirty(path):
    """A list as offices publish them: codes of other forms, names twice, no codes, odd blanks."""
    rows = [["实施部门", "主项名称", "事项名称", "事项编码"]]
    for number in range(40):
        rows.append(["区发改局", "未分类", f"许可{number}", f"511A0{number:09}-511602000000-1-00"])
    rows += [["区发改局", "未分类", "许可1", "530104000000"], ["区水务局", "未分类", " 许可X ", ""]]
    rows += [["区水务局", "", "许可Y", "4588062259066118144"], ["区水务局", "", "许可Z", "5.3E+11"]]
    path.write_text("\n".join(",".join(each) for each in rows), "gb18030")
    return path


def test_every_dirty_row_of_a_list_is_told_at_its_cell_and_none_is_dropped(register, capsys):
    path, mapping = dirty(register.parent / "d.csv"), register.parent / "map.yaml"
    mapping.write_text(
        "table: departments\ncolumns: {实施部门: name}\nconstants: {kind: 部门}\nunique: true\n", "utf-8"
    )
    imported(register, path, "--map", mapping, "--yes")
    mapping.write_text(
        "table: items\ncolumns: {实施部门: [competent, organ], 事项名称: name, 事项编码: code}\n"
        'constants: {type: "01", level: 县级}\n',
        "utf-8",
    )
    codes, value = found(register, capsys, path, "--map", str(mapping), "--yes")
    assert codes == {("X006", "A43"), ("X003", "D45")}
    assert not value["written"]
    lines = path.read_text("gb18030").splitlines()
    path.write_text(
        "\n".join(line for line in lines if "许可X" not in line and "许可Z" not in line), "gb18030"
    )
    codes, value = found(register, capsys, path, "--map", str(mapping), "--yes")
    assert codes == set()
    assert value["summary"]["added"] == 42
    told_cells = {each["cell"] for each in value["findings"] if each["code"] == "C001"}
    assert told_cells == {f"D{line}" for line in (*range(2, 42), 43)}
