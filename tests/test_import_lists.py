"""Rows about elements of lists inside records, and rows without a key, when they come back."""

from openpyxl import Workbook, load_workbook

import house
from test_import import (
    ITEM_SHEET,
    ITEMS,
    column,
    fill,
    form_of,
    git,
    imported,
    measures,
    register,
    row_of,
    told,
)
from test_import_cells import GOOD, HEADS, found, items
from xuke.commands.program import run

__all__ = ["register"]

BASES = "设定依据"


def edit(register, old, new, file=ITEMS):
    """Change the file of the register, as somebody else would."""
    path = register / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def put(path, sheet, key, heading, value):
    fill(path, sheet, {(key, heading): value})


def fields(value):
    return {(row["record"][-12:], each["field"]) for row in value["changes"] for each in row["fields"]}


def test_an_element_goes_only_where_that_is_asked(register, capsys):
    path = form_of(register, "items")
    fill(path, BASES, {}, remove=["b1"])
    assert told(register, capsys, path)["changes"] == []
    _, value = found(register, capsys, path, "--remove")
    assert fields(value) == {("530104001000", "bases.b1")}


def test_an_element_that_goes_here_and_changed_there_is_a_conflict(register, capsys):
    path = form_of(register, "items")
    fill(path, BASES, {}, remove=["b1"])
    edit(register, "article: 第九条", "article: 第十条")
    (conflict,) = told(register, capsys, path, "--remove", code=1)["conflicts"]
    assert conflict["steps"] == ["bases", "b1"]
    assert "mine" not in conflict


def test_an_element_that_went_there_and_changed_here_is_a_conflict(register, capsys):
    path, same = form_of(register, "items"), None
    whole = (
        "    bases:\n      - id: b1\n        role: sets\n        document: 政府投资条例\n"
        "        article: 第九条\n        rank: administrative_regulation\n"
    )
    edit(register, whole, "")
    same = told(register, capsys, path)
    assert (same["changes"], same["conflicts"]) == ([], [])
    put(path, BASES, "b1", "条款", "第十条")
    (conflict,) = told(register, capsys, path, code=1)["conflicts"]
    assert "theirs" not in conflict


def test_two_rows_of_one_element_are_told(register, capsys):
    path = form_of(register, "items")
    book = load_workbook(path)
    sheet = book[BASES]
    for name, place in (("530104001000", 1), ("b1", 2)):
        sheet.cell(sheet.max_row + (place == 1), place).value = name
    book.save(path)
    assert {code for code, _ in found(register, capsys, path)[0]} == {"X006"}


def test_a_row_of_a_list_without_a_key_is_known_by_what_it_says(register, capsys):
    path = form_of(register, "items")
    put(path, BASES, "b1", "依据标识", None)
    assert told(register, capsys, path)["changes"] == []


def test_elements_keep_their_order_and_take_that_of_the_rows(register, capsys):
    path = form_of(register, "measures")
    imported(register, path)
    items_form = form_of(register, "items")
    book = load_workbook(items_form)
    sheet = book[BASES]
    for name in ("b0", "b9"):
        last = sheet.max_row + 1
        sheet.cell(last, 1).value = "530104001000"
        sheet.cell(last, 2).value = name
        for heading, value in (("依据作用", "实施依据"), ("依据名称", name), ("法律效力层级", "法律")):
            sheet.cell(last, column(sheet, heading)).value = value
    book.save(items_form)
    imported(register, items_form, "--yes")
    text = (register / ITEMS).read_text("utf-8")
    assert text.index("id: b1") < text.index("id: b0") < text.index("id: b9")
    again = form_of(register, "items")
    fill(again, BASES, {}, remove=["b0"])
    assert told(register, capsys, again)["changes"] == []


def test_lists_inside_elements_of_lists_belong_to_the_right_one(register, capsys):
    path = form_of(register, "items")
    book = load_workbook(path)
    sheet = book["申请材料"]
    for outer in ("01", "77"):
        last = sheet.max_row + 1
        for place, value in ((1, "530104003000"), (2, outer), (3, "m1")):
            sheet.cell(last, place).value = value
        sheet.cell(last, column(sheet, "材料名称")).value = "申请书"
    book.save(path)
    codes, value = found(register, capsys, path)
    assert {code for code, _ in codes} == {"X006"}
    sheet.delete_rows(sheet.max_row)
    book.save(path)
    assert any("handlings.01" in name for _, name in fields(told(register, capsys, path, code=1)))
    assert value["changes"] == []


def test_a_list_that_is_said_to_be_empty_while_it_has_rows_has_rows(register, capsys):
    path = form_of(register, "items")
    book = load_workbook(path)
    sheet = book["行政许可事项清单"]
    sheet.cell(row_of(sheet, "530104001000"), column(sheet, "设定依据")).value = "无"
    book.save(path)
    assert told(register, capsys, path)["changes"] == []
    fill(path, BASES, {}, remove=["b1"])
    _, value = found(register, capsys, path)
    assert fields(value) == {("530104001000", "bases.b1")}


def test_rows_without_a_key_are_known_by_name_once(register, capsys):
    path = measures(
        register, [None, "理顺机制", "县行政审批局", "长期"], [None, "理顺机制", "县行政审批局", "长期"]
    )
    codes, value = found(register, capsys, path)
    assert codes == {("X006", "B5")}
    one = measures(register, [None, "理顺机制", "县行政审批局", "长期"])
    assert [row["record"] for row in told(register, capsys, one)["changes"]] == ["lan/measure/m01"]
    assert value["changes"] == []


def test_a_list_without_a_stamp_removes_what_its_departments_have_more(register, capsys):
    path = items(register, GOOD)
    assert [row["change"] for row in found(register, capsys, path)[1]["changes"]] == ["added"]
    counts = found(register, capsys, path, "--remove")[1]["summary"]
    assert (counts["added"], counts["removed"]) == (1, 4)
    whole = measures(register, ["m01", "理顺机制", "县行政审批局", "2018-12-20"])
    assert found(register, capsys, whole, "--remove")[1]["summary"]["removed"] >= 1


def test_a_department_that_changes_moves_the_record_to_its_file(register, capsys):
    path = items(register, ["县气象局", "530104002000"], heads=HEADS[:2])
    run(["import", str(path), "-C", str(register), "--lang", "en", "--on", house.DAY, "--yes"])
    capsys.readouterr()
    assert (register / "catalogue" / "lan" / "items" / "qixiang.yaml").is_file()


def test_a_limit_keeps_its_basis_and_groups_come_and_go_with_their_fields(register, capsys):
    path = form_of(register, "items")
    sheet = "行政许可事项清单"
    put(path, sheet, "530104001000", "办结时限.法定办结时限", "15个工作日")
    put(path, sheet, "530104002000", "办结时限.法定办结时限", "30日")
    put(path, sheet, "530104002000", "收费情况.收费标准", "—")
    put(path, sheet, "530104003000", "审批结果.结果名称", "（空）")
    names = fields(found(register, capsys, path)[1])
    assert ("530104001000", "limit.statutory.value") in names
    assert ("530104002000", "limit.statutory") in names
    assert ("530104003000", "result") in names


def test_a_form_whose_rows_are_all_gone_removes_what_it_was_given(register, capsys):
    path = form_of(register, "measures")
    fill(path, load_workbook(path).sheetnames[0], {}, remove=["m01", "m02"])
    assert len(told(register, capsys, path)["notes"]) >= 2
    assert {row["change"] for row in found(register, capsys, path, "--remove")[1]["changes"]} == {"removed"}


def test_an_element_that_went_there_and_came_back_as_it_was_stays_away(register, capsys):
    path = form_of(register, "items")
    put(path, "行政许可事项清单", "530104001000", "受理条件", "材料齐全")
    text = (register / ITEMS).read_text("utf-8")
    whole = text[text.index("    bases:\n") : text.index("    limit:\n")]
    edit(register, whole, "")
    assert fields(told(register, capsys, path)) == {("530104001000", "conditions")}


def test_a_row_about_a_record_that_went_on_both_sides_is_left_out(register, capsys):
    path = form_of(register, "items")
    put(path, BASES, "b1", "条款", "第十条")
    fill(path, "行政许可事项清单", {}, remove=["530104001000"])
    text = (register / ITEMS).read_text("utf-8")
    edit(register, text[text.index('  - code: "530104001000"') : text.index('  - code: "530104002000"')], "")
    value = told(register, capsys, path)
    assert (value["changes"], value["conflicts"], value["findings"]) == ([], [], [])


def test_an_untouched_row_of_an_uncommitted_register_needs_no_version_of_its_own(register, capsys):
    edit(register, "name: 政府投资项目审批", "name: 政府投资审批")
    path = form_of(register, "items")
    put(path, BASES, "b1", "条款", "第十条")
    edit(register, "name: 政府投资审批", "name: 投资审批")
    value = told(register, capsys, path)
    assert fields(value) == {("530104001000", "bases.b1.article")}
    put(path, "行政许可事项清单", "530104001000", "受理条件", "材料齐全")
    assert [each["code"] for each in told(register, capsys, path, code=1)["findings"]] == ["X007"]


def test_rows_whose_record_stands_in_one_merged_cell_came_back_untouched(register, capsys):
    last = "        rank: administrative_regulation\n"
    more = (
        "      - id: b2\n        role: sets\n        document: 行政许可法\n"
        "        article: 第四十二条\n        rank: law\n"
    )
    file = register / ITEMS
    file.write_text(file.read_text("utf-8").replace(last, last + more, 1), "utf-8")
    path = form_of(register, "items")
    book = load_workbook(path)
    sheet = book[BASES]
    upper, code = row_of(sheet, "b1"), column(sheet, "基本编码")
    assert sheet.cell(upper, code).value == sheet.cell(upper + 1, code).value
    sheet.merge_cells(start_row=upper, end_row=upper + 1, start_column=code, end_column=code)
    book.save(path)
    value = told(register, capsys, path)
    assert (value["changes"], value["conflicts"]) == ([], [])


def test_a_list_on_one_line_keeps_its_quotes_where_a_cell_changes_it(register):
    path = register / "catalogue/lan/items/fagai.yaml"
    text = path.read_text("utf-8").replace(
        "    name: 政府投资项目审批\n",
        "    name: 政府投资项目审批\n    superior_numbers: [\"A1\", 'A2'] # 号\n",
    )
    path.write_text(text, "utf-8")
    git(register, "commit", "-aqm", "numbers")
    form = form_of(register, "items")
    fill(form, ITEM_SHEET, {("530104001000", "上级清单序号"): "A1\nA3\nA4"})
    imported(register, form, "--yes")
    changed = text.replace("[\"A1\", 'A2'] # 号", "[\"A1\", 'A3', A4] # 号")
    assert path.read_text("utf-8") == changed


STEPS = "办理流程"


def step(path, code, suffix, name, days, **more):
    """Append a row of a step; the number of the row."""
    book = load_workbook(path)
    sheet = book[STEPS]
    row = max((cell.row for cell in sheet["A"] if cell.value), default=4) + 1
    row = max(row, 5)
    values = {
        "基本编码": code,
        "业务办理项后缀": suffix,
        "环节名称": name,
        "环节天数": days,
        "计入时限": "是",
    }
    for heading, value in {**values, "环节承担方": "审批局", **more}.items():
        sheet.cell(row, column(sheet, heading)).value = value
    book.save(path)
    return row


def cells(value, code):
    """The cells of the findings of one code, each with those of its other sides in workbooks."""
    return [
        (
            each["sheet"],
            each["cell"],
            [(side["sheet"], side["cell"]) for side in each["also"] if side["sheet"]],
        )
        for each in value["findings"]
        if each["code"] == code
    ]


def test_a_finding_about_a_row_of_a_list_is_told_at_that_row(register, capsys):
    path = form_of(register, "items")
    first = step(path, "530104001000", None, "预审", 1, 有实质审查="否")
    second = step(path, "530104003000", "01", "预审", 1, 有实质审查="否")
    value = told(register, capsys, path)
    assert cells(value, "T021") == [(STEPS, f"A{first}", []), (STEPS, f"A{second}", [])]


def test_a_finding_about_a_list_is_told_where_its_rows_begin_and_beside_the_row_that_nobody_touched(
    register, capsys
):
    path = form_of(register, "items")
    row = step(path, "530104001000", None, "审查", 9, 有实质审查="是")
    promised = load_workbook(path)[ITEM_SHEET]
    limit = promised.cell(
        row_of(promised, "530104001000"), column(promised, "办结时限.承诺办结时限")
    ).coordinate
    assert cells(told(register, capsys, path), "T010") == [(STEPS, f"A{row}", [(ITEM_SHEET, limit)])]


def test_a_finding_about_a_row_that_nobody_touched_is_told_at_the_cell_of_its_field(register, capsys):
    path = form_of(register, "items")
    put(path, ITEM_SHEET, "530104001000", "事项名称", "固定资产投资项目节能审查")
    sheet = load_workbook(path)[ITEM_SHEET]
    first, second = (
        sheet.cell(row_of(sheet, code), column(sheet, "事项名称")).coordinate
        for code in ("530104001000", "530104002000")
    )
    value = told(register, capsys, path)
    assert cells(value, "C012") == [(ITEM_SHEET, second, [(ITEM_SHEET, first)])]


def test_what_two_workbooks_say_of_one_record_is_told_in_the_one_that_says_it(register, capsys):
    steps = form_of(register, "items")
    row = step(steps, "530104001000", None, "预审", 1, 有实质审查="否")
    names = register.parent / "names.xlsx"
    book = Workbook()
    for values in (["基本编码", "事项名称"], ["530104001000", "固定资产投资项目节能审查"]):
        book.active.append(values)
    book.save(names)
    value = told(register, capsys, steps, names)
    assert cells(value, "T021") == [(STEPS, f"A{row}", [])]
    assert cells(value, "C012")[0][2] == [("Sheet", "B2")]


def test_the_section_that_takes_over_is_one_of_the_bureau_by_its_name(register, capsys):
    path = form_of(register, "items")
    sheet = load_workbook(path)[ITEM_SHEET]
    place = row_of(sheet, "530104001000"), column(sheet, "事项去向.承接内设机构")
    assert sheet.cell(*place).value == "投资项目审批股"
    put(path, ITEM_SHEET, "530104002000", "事项去向.承接内设机构", "投资项目审批股")
    assert {each["new"] for row in told(register, capsys, path)["changes"] for each in row["fields"]} == {
        "touzi"
    }
    put(path, ITEM_SHEET, "530104002000", "事项去向.承接内设机构", "投资科")
    assert {code for code, _ in found(register, capsys, path)[0]} == {"X005"}


def test_a_finding_about_a_row_that_nobody_touched_is_told_on_its_own_sheet(register, capsys):
    edit(
        register,
        "          effective: 2018-12-30\n",
        "          effective: 2018-12-30\n          section: touzi\n",
    )
    git(register, "commit", "-qam", "section")
    items, units = form_of(register, "items"), form_of(register, "departments")
    book = load_workbook(units)
    (known,) = (cell for row in book["内设机构"] for cell in row if cell.value == "touzi")
    known.value = "tousi"
    book.save(units)
    value = told(register, capsys, items, units, "--remove", code=1)
    sheet = load_workbook(items)["业务办理项"]
    place = sheet.cell(row_of(sheet, "01"), column(sheet, "办理项去向.承接内设机构")).coordinate
    assert ("业务办理项", place, [("内设机构", known.coordinate)]) in cells(value, "K002")
