"""The workbooks that departments fill in: complete, guided by the schemas, safe to hand round."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

import forms
import house
import paper
from xuke.commands.program import run
from xuke.model.place import letters
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.sources.load import load
from xuke.sources.tree import WorkTree
from xuke.tables.inputs import INPUTS, input_table

SMALL = house.ROOT / "tests" / "workspaces" / "small"
PLACE = {"yaoan": house.ROOT, "lan": SMALL}

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def made(folder, *words, where="lan", code=0):
    path = folder / "form.xlsx"
    assert run(["template", *words, "-j", where, "-C", str(PLACE[where]), "-o", str(path)]) == code
    return path


def register_of(where):
    return Register(load(WorkTree(PLACE[where])).snapshot, where)


def check_at(sheet, cell):
    """The one validation of a cell."""
    (found,) = [each for each in sheet.data_validations.dataValidation if cell in each.sqref]
    return found


def offered(workbook, name):
    """The texts behind a defined name."""
    sheet, _, area = workbook.defined_names[name].attr_text.partition("!")
    return [cell.value for (cell,) in workbook[sheet.strip("'")][area.replace("$", "")]]


@pytest.mark.parametrize("table", list(INPUTS))
def test_what_a_form_holds_is_the_register(tmp_path, table):
    register = register_of("yaoan")
    found = forms.records_in(made(tmp_path, table, where="yaoan"), register)
    kinds = INPUTS[table].kinds
    expected = {(kind, view.id): dict(view.record.fields) for kind in kinds for view in register.of(kind)}
    assert len(expected) > 10
    assert found == expected


def test_the_stamp_says_what_the_form_was_made_from(tmp_path):
    path = made(tmp_path, "items", "--department", "县发改局")
    stamp = forms.stamp_in(path)
    assert (stamp.table, stamp.jurisdiction, stamp.department, stamp.format) == ("items", "lan", "fagai", "1")
    main = stamp.sheet("item")
    assert [row.key for row in main.rows] == [(view.id,) for view in register_of("lan").of(Kind.ITEM)]
    assert load_workbook(path)["_xuke"].sheet_state == "veryHidden"


@pytest.mark.parametrize(
    ("table", "count"),
    [("departments", 1), ("supervision", 1), ("staffing", 1), ("measures", 17), ("powers", 5)],
)
def test_a_department_gets_its_own_records(tmp_path, table, count):
    path = made(tmp_path, table, "--department", "fagai", where="yaoan")
    found = forms.records_in(path, register_of("yaoan"))
    assert len(found) == count
    assert "填报部门：县发改局" in load_workbook(path).worksheets[0]["A2"].value


def test_a_form_is_named_after_its_table_and_department(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["template", "measures", "-C", str(SMALL), "-o", str(tmp_path / "a.xlsx")]) == 0
    shutil.copytree(SMALL, "w")
    assert run(["template", "items", "--department", "fagai", "-C", "w"]) == 0
    assert [path.name for path in Path("w").glob("*.xlsx")] == ["兰县行政许可事项清单县发改局填报表.xlsx"]


def test_equal_registers_give_equal_bytes(tmp_path):
    first = made(tmp_path, "items").read_bytes()
    assert made(tmp_path, "items").read_bytes() == first


def test_a_blank_form_holds_no_record(tmp_path, capsys):
    path = made(tmp_path, "items", "--blank")
    assert forms.records_in(path, register_of("lan")) == {}
    assert capsys.readouterr().err.endswith("0 条记录\n")
    assert load_workbook(path)["行政许可事项清单"].max_row == 4


def test_headings_are_locked_and_all_below_is_open(tmp_path):
    sheet = load_workbook(made(tmp_path, "items"))["行政许可事项清单"]
    lock = sheet.protection
    assert lock.sheet
    assert [lock.sort, lock.autoFilter, lock.insertRows, lock.deleteRows, lock.formatColumns] == [False] * 5
    assert [sheet["C3"].protection.locked, sheet["C5"].protection.locked] == [True, False]
    assert not sheet.column_dimensions["C"].protection.locked
    assert sheet.freeze_panes == "D5"
    assert sheet.auto_filter.ref.startswith("A4:")


def test_headings_have_the_rows_of_their_groups(tmp_path):
    sheet = load_workbook(made(tmp_path, "items"))["行政许可事项清单"]
    assert [sheet["A3"].value, sheet["G3"].value, sheet["G4"].value] == [
        "主管部门",
        "办结时限",
        "法定办结时限",
    ]
    merged = {str(each) for each in sheet.merged_cells.ranges}
    assert {"A3:A4", "G3:H3"} <= merged


def test_codes_are_text_and_dates_are_dates_in_cells_still_to_come(tmp_path):
    workbook = load_workbook(made(tmp_path, "items", "--blank"))
    columns = workbook["行政许可事项清单"].column_dimensions
    sheet = input_table("items").sheet("item")
    formats = {each.id: columns[letter(sheet, each.id)].number_format for each in sheet.fields}
    assert [formats["code"], formats["disposition.effective"], formats["visits"]] == ["@", "yyyy-mm-dd", "0"]


def letter(sheet, name):
    return letters(sheet.place(name) + 1)


def test_a_column_offers_what_the_register_and_the_schema_know(tmp_path):
    workbook = load_workbook(made(tmp_path, "items"))
    sheet, layout = workbook["行政许可事项清单"], input_table("items").sheet("item")
    competent = check_at(sheet, f"{letter(layout, 'competent')}5")
    assert offered(workbook, competent.formula1) == [
        "县发改局",
        "县气象局",
        "县行政审批局",
        "县政务服务管理局",
    ]
    kind = check_at(sheet, f"{letter(layout, 'service_kind')}900000")
    assert (kind.type, offered(workbook, kind.formula1)) == ("list", ["即办件", "承诺件"])
    assert kind.error == "只能从下拉列表中选择。"
    assert kind.prompt.startswith("即办件当场办结")
    assert [workbook["_lists"].sheet_state, check_at(sheet, "C5").formula1] == ["hidden", "ISTEXT(C5)"]


def test_no_note_is_longer_than_programs_show(tmp_path):
    for table in INPUTS:
        for sheet in load_workbook(made(tmp_path, table)).worksheets:
            for each in sheet.data_validations.dataValidation:
                assert 0 < len(each.prompt) <= 255
                assert 0 < len(each.promptTitle) <= 32
                assert not re.search(" null| true| false|双引号", each.prompt)


@pytest.mark.parametrize("table", list(INPUTS))
def test_a_form_speaks_of_no_place_but_its_own(tmp_path, table):
    book = load_workbook(made(tmp_path, table))
    told = [cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    told += [each.prompt for sheet in book.worksheets for each in sheet.data_validations.dataValidation]
    assert len(told) > 20
    assert [text for text in told if re.search("姚|楚雄|昌吉|昌市|西山|永仁|元谋", str(text))] == []


def test_the_help_lists_every_column(tmp_path):
    sheet = load_workbook(made(tmp_path, "measures"))["填写说明"]
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert [row[1] for row in rows] == [each.heading for each in input_table("measures").sheets[0].columns]
    assert {row[2] for row in rows} == {"必填", None}


def test_a_section_that_a_rule_demands_is_marked_though_no_file_needs_it(tmp_path):
    book = load_workbook(made(tmp_path, "supervision"))
    rows = {row[1]: row[2] for row in book["填写说明"].iter_rows(min_row=3, values_only=True)}
    assert (rows["监管内设机构"], rows["监管部门"], rows["监管对象"]) == ("必填", "必填", None)
    heads = {cell.value: cell.font.color for cell in book.worksheets[0][3]}
    assert heads["监管内设机构"] == heads["监管部门"] != heads["监管对象"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["changes"], "changes 是算出来的表，不能填报；可以填报的表：items、supervision"),
        (["nothing"], "没有 nothing 这张表；可以填报的表：items、supervision"),
        (["items", "--department", "天文局"], "没有“天文局”这个部门"),
    ],
)
def test_what_cannot_be_filled_in_is_refused_by_name(tmp_path, capsys, words, expected):
    path = made(tmp_path, *words, code=2)
    assert expected in capsys.readouterr().err
    assert not path.exists()


def test_a_value_that_would_be_lost_keeps_the_form_from_being_written(tmp_path, capsys, monkeypatch):
    workspace = tmp_path / "w"
    shutil.copytree(SMALL, workspace)
    items = workspace / "catalogue" / "lan" / "items" / "fagai.yaml"
    items.write_text(items.read_text("utf-8") + "    visits: 多次\n", "utf-8")
    monkeypatch.setitem(PLACE, "lan", workspace)
    path = made(tmp_path, "items", code=1)
    told = capsys.readouterr().err
    assert "：到办事现场次数的值无法原样放进单元格\n" in told
    assert told.endswith("有 1 个值放进单元格会丢失，没有写出文件；请先用 xuke check 找出并改正\n")
    assert not path.exists()


def test_one_edit_of_a_schema_changes_drop_down_note_help_and_check(tmp_path):
    text = (house.SCHEMAS / "items.json").read_text("utf-8")
    old = re.search(
        r'"enum": \["[a-z_]+", "[a-z_]+"\],\s*"x-labels": \{\s*"[a-z_]+": \["即办件".*?\}', text, re.S
    )
    whole = old.group()
    new = whole.replace('"enum": [', '"enum": ["postal", ').replace(
        '"x-labels": {', '"x-labels": {"postal": ["邮寄件", "By post"],', 1
    )
    described = ("items.json", "即办件当场办结", "邮寄件由邮局送达，即办件当场办结")
    run_patched = forms.patched_package(tmp_path / "p", ("items.json", whole, new), described)
    workspace = tmp_path / "w"
    shutil.copytree(SMALL, workspace)
    path = tmp_path / "form.xlsx"
    code, told = run_patched("template", "items", "-j", "lan", "-C", workspace, "-o", path)
    assert code == 0, told
    workbook = load_workbook(path)
    found = check_at(
        workbook["行政许可事项清单"], f"{letter(input_table('items').sheet('item'), 'service_kind')}9"
    )
    assert offered(workbook, found.formula1) == ["邮寄件", "即办件", "承诺件"]
    assert found.prompt.startswith("邮寄件由邮局送达")
    helps = [row for row in workbook["填写说明"].iter_rows(values_only=True) if row[1] == "办件类型"]
    assert helps[0][6] == "邮寄件、即办件、承诺件"
    assert helps[0][3].startswith("邮寄件由邮局送达")
    items = workspace / "catalogue" / "lan" / "items" / "fagai.yaml"
    items.write_text(items.read_text("utf-8") + "    service_kind: postal\n", "utf-8")
    assert "service_kind" not in run_patched("check", "-C", workspace)[1]
    assert run(["check", "-C", str(workspace)]) == 1


@pytest.mark.slow
@needs_office
def test_a_form_that_libreoffice_saved_says_the_same(tmp_path):
    register = register_of("lan")
    for table in INPUTS:
        path = made(tmp_path, table)
        again = forms.saved_again(path, tmp_path / "again")
        assert forms.stamp_in(again) == forms.stamp_in(path)
        assert forms.records_in(again, register) == forms.records_in(path, register)


@pytest.mark.slow
@needs_office
def test_ten_thousand_codes_go_through_libreoffice_unchanged(tmp_path, monkeypatch):
    workspace = tmp_path / "w"
    shutil.copytree(SMALL, workspace)
    codes = [f"{number:018d}" for number in range(5000)] + [
        f"0{'9' * 20}{number:010d}" for number in range(5000)
    ]
    entries = "".join(
        f'  - code: "{code}"\n    name: 职权\n    type: "02"\n    department: fagai\n' for code in codes
    )
    duties = workspace / "catalogue" / "lan" / "duties" / "fagai.yaml"
    duties.write_text(f"provenance: demonstration\npowers:\n{entries}", "utf-8")
    monkeypatch.setitem(PLACE, "lan", workspace)
    again = forms.saved_again(made(tmp_path, "powers"), tmp_path / "again")
    found = [str(name) for _, name in forms.records_in(again, register_of("lan"))]
    assert found == codes
    assert {len(code) for code in found} == {18, 31}
    stamp = forms.stamp_in(again)
    assert [row.key for row in stamp.sheet("power").rows] == [(code,) for code in codes]


@needs_office
def test_sections_follow_the_department_of_the_row(tmp_path):
    path = made(tmp_path, "supervision")
    workbook = load_workbook(path)
    layout = input_table("supervision").sheet("supervision")
    check = check_at(workbook[layout.title], f"{letter(layout, 'section')}5")
    formula = check.formula1.replace("$A5", f"'{layout.title}'!$A5")
    sheet = workbook.create_sheet("probe", 0)
    sheet["A1"] = f"=COUNTA({formula})"
    sheet["A2"] = f"=INDEX({formula},2)"
    workbook.active = 0
    workbook.save(path)
    found = load_workbook(forms.saved_again(path, tmp_path / "again"), data_only=True)["probe"]
    assert [found["A1"].value, found["A2"].value] == [2, "监督管理股"]


@pytest.mark.skipif(bool(paper.missing()), reason="LibreOffice or poppler is not installed")
def test_a_form_can_be_printed(tmp_path):
    pdf = paper.pdf_of(made(tmp_path, "measures"), tmp_path)
    text = "".join(paper.pages_of(pdf))
    assert "兰县改革任务清单" in text
    assert "完成时限" in text


def test_nothing_of_the_machine_is_in_a_form(tmp_path):
    with zipfile.ZipFile(made(tmp_path, "items")) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert str(Path.home()).encode() not in whole
    assert str(tmp_path).encode() not in whole
