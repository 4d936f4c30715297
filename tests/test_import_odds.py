"""What comes back now and then: odd headings, odd rows, odd numbers."""

import zipfile

from openpyxl import load_workbook

from test_import import ITEM_SHEET, column, fill, form_of, imported, measures, plain, register, told
from test_import_cells import GOOD, HEADS, found, items, row
from test_import_lists import BASES, fields
from xuke.tables.given import cell_of
from xuke.tables.numbers import shown_number
from xuke.tables.reading import Entry, Sort

__all__ = ["register"]


def test_a_number_that_no_program_could_read_is_a_text():
    odd = Entry(Sort.NUMBER, "x")
    assert (cell_of(odd), shown_number(odd)) == ("x", "x")


def test_sixteen_digits_are_one_too_many(register, capsys):
    assert found(register, capsys, items(register, row(code=5301040900012345)))[0] == {("X003", "B2")}


def test_a_suffix_that_became_a_number_has_two_digits(register, capsys):
    path = form_of(register, "items")
    book = load_workbook(path)
    sheet = book["业务办理项"]
    last = sheet.max_row + 1
    sheet.cell(last, 1).value = "530104002000"
    sheet.cell(last, 2).value = 3
    sheet.cell(last, 3).value = "延续"
    book.save(path)
    value = found(register, capsys, path)[1]
    assert any(each["new"][0]["suffix"] == "03" for change in value["changes"] for each in change["fields"])


def test_a_new_name_beside_a_known_one_is_a_new_entry(register, capsys):
    path = measures(
        register, ["m01", "理顺机制", "县行政审批局", "长期"], [None, "另一任务", "县发改局", "长期"]
    )
    added = [
        each["record"] for each in found(register, capsys, path)[1]["changes"] if each["change"] == "added"
    ]
    assert added == ["lan/measure/measure-01"]


def test_a_post_without_a_key_is_known_by_all_that_it_says(register, capsys):
    heads = ["划出单位", "编制类型", "划转编制数", "划转人数"]
    path = plain(register.parent / "s.xlsx", heads, ["县发改局", "行政编制", 1, 1])
    first = found(register, capsys, path, "--yes")[1]
    assert [each["record"] for each in first["changes"]] == ["lan/post/fagai-01"]
    assert found(register, capsys, path)[1]["changes"] == []


def test_headings_printed_twice_are_one_block_and_again_below_another(register, capsys):
    heads = ["标识", "工作任务", "牵头单位", "完成时限"]
    first, second = (["m01", "甲", "县行政审批局", "长期"], ["m02", "乙", "县气象局", "长期"])
    path = plain(register.parent / "b.xlsx", heads, heads, first, heads, second)
    value = found(register, capsys, path)[1]
    assert [each["rows"] for each in value["blocks"]] == [1, 1] or len(value["blocks"]) == 2
    assert {each["record"][-3:] for each in value["changes"]} == {"m01", "m02"}


def test_a_map_may_name_more_than_the_sheet_has(register, capsys):
    path = plain(register.parent / "l.xlsx", ["单位"], ["县水务局"])
    mapping, again = register.parent / "map.yaml", register.parent / "again.yaml"
    mapping.write_text("table: departments\nheader: 1\ncolumns: {单位: name, 没有: batch}\n", "utf-8")
    value = found(register, capsys, path, "--map", str(mapping), "--write-map", str(again))[1]
    assert len(value["changes"]) == 1
    assert "batch" in again.read_text("utf-8")


def test_groups_go_with_their_last_field(register, capsys):
    path = form_of(register, "items")
    fill(
        path,
        ITEM_SHEET,
        {
            ("530104001000", "办结时限.法定办结时限"): "—",
            ("530104002000", "办结时限.承诺办结时限"): "—",
        },
    )
    book = load_workbook(path)
    sheet = book[ITEM_SHEET]
    places = [cell.column for cell in sheet[4] if cell.value == "法定办结时限·时限依据"]
    line = next(cells[0].row for cells in sheet.iter_rows(5) if any(c.value == "530104001000" for c in cells))
    sheet.cell(line, places[0]).value = "—"
    book.save(path)
    names = fields(found(register, capsys, path)[1])
    assert {("530104001000", "limit.statutory"), ("530104002000", "limit")} <= names


def test_an_element_that_says_something_new_is_a_new_one(register, capsys):
    path = form_of(register, "items")
    book = load_workbook(path)
    sheet = book[BASES]
    last = sheet.max_row + 1
    sheet.cell(last, 1).value = "530104001000"
    for heading, value in (("依据作用", "实施依据"), ("依据名称", "细则"), ("法律效力层级", "法律")):
        sheet.cell(last, column(sheet, heading)).value = value
    book.save(path)
    assert fields(found(register, capsys, path)[1]) == {("530104001000", "bases.b2")}


def test_a_row_of_a_record_that_went_is_told_and_left_out(register, capsys):
    path = form_of(register, "measures")
    file = register / "catalogue" / "lan" / "measures.yaml"
    file.write_text(file.read_text("utf-8").partition("  - id: m02")[0], "utf-8")
    value = told(register, capsys, path)
    assert (value["changes"], value["conflicts"]) == ([], [])
    assert any("lan/measure/m02" in each["message"] for each in value["notes"])


def test_only_the_departments_of_a_list_lose_records(register, capsys):
    path = items(register, row(competent="县气象局", code="530154009000", section=None))
    counts = found(register, capsys, path, "--remove")[1]["summary"]
    assert (counts["added"], counts["removed"]) == (1, 0)


def test_headings_that_fit_several_tables_are_refused(register, capsys):
    assert found(register, capsys, plain(register.parent / "r.xlsx", ["标识", "备注"], ["a", "b"]))[0] == {
        ("X002", "A1")
    }


def test_a_running_number_is_no_column_to_tell_of(register, capsys):
    path = items(register, [1, *GOOD], heads=["序号", *HEADS])
    assert found(register, capsys, path)[1]["notes"] == []


def test_findings_without_a_cell_and_under_a_merged_one_are_listed(register, capsys):
    path = items(
        register,
        row(competent="无此单位"),
        row(competent=None, code="530104010000"),
        change=lambda sheet: sheet.merge_cells("A2:A3"),
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", "x")
    target = register.parent / "o.xlsx"
    found(register, capsys, path, "--annotate", str(target))
    listed = [cells[1].value for cells in load_workbook(target).worksheets[0].iter_rows(2)]
    assert {"", "事项!A2", "事项!A3"} <= {each or "" for each in listed}


def test_a_list_is_not_annotated_where_nothing_could_be_read(register):
    path = register.parent / "a.xlsx"
    path.write_bytes(b"<html>")
    imported(register, path, "--annotate", register.parent / "o.xlsx", code=1)
    assert not (register.parent / "o.xlsx").exists()


def test_a_merged_blank_and_a_row_beside_the_table_say_nothing(register, capsys):
    path = items(
        register,
        [*GOOD, None],
        [*[None] * 8, "旁注"],
        heads=[*HEADS, "经办"],
        change=lambda sheet: sheet.merge_cells("G3:G4"),
    )
    value = found(register, capsys, path)[1]
    assert value["summary"]["added"] == 1
    assert not any("merged" in each["message"] for each in value["notes"])


def test_a_blank_constant_says_nothing(register, capsys):
    path = plain(register.parent / "l.xlsx", ["单位"], ["县水务局"])
    mapping = register.parent / "map.yaml"
    mapping.write_text('table: departments\ncolumns: {单位: name}\nconstants: {batch: ""}\n', "utf-8")
    (change,) = found(register, capsys, path, "--map", str(mapping))[1]["changes"]
    assert "batch" not in {each["field"] for each in change["fields"]}


def test_a_row_that_repeats_some_headings_is_a_row(register, capsys):
    heads = ["标识", "工作任务", "牵头单位", "完成时限"]
    path = plain(register.parent / "b.xlsx", heads, ["m01", *heads[1:]])
    value = found(register, capsys, path)[1]
    assert [(each["cell"], each["rows"]) for each in value["blocks"]] == [("A1", 1)]


def test_a_new_element_of_a_record_that_went_is_told(register, capsys):
    path = form_of(register, "items")
    fill(path, ITEM_SHEET, {}, remove=["530104004000"])
    book = load_workbook(path)
    sheet = book[BASES]
    last = sheet.max_row + 1
    sheet.cell(last, 1).value, sheet.cell(last, 2).value = "530104004000", "b1"
    book.save(path)
    file = register / "catalogue" / "lan" / "items" / "fagai.yaml"
    file.write_text(file.read_text("utf-8").partition('  - code: "530104004000"')[0], "utf-8")
    assert {code for code, _ in found(register, capsys, path)[0]} == {"X006"}
