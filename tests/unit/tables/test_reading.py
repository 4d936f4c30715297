"""Files to entries: what each cell holds, whatever program wrote it."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from books import DAY, book_of, ods_of, rebuilt, refusal, replaced, saved, sheet
from xuke.tables import facts
from xuke.tables.facts import Fault
from xuke.tables.reading import Entry, Sort, day_of_serial, is_date_format, read_book

SHEET = "xl/worksheets/sheet1.xml"

MORNING = datetime.datetime.fromisoformat("2018-09-25T08:30:00")


def entries(data, name="a.xlsx"):
    return dict(read_book(name, data).sheets[0].entries)


def test_every_sort_of_cell_is_told_apart():
    made = sheet([["甲", 7, 1.5, True, DAY, MORNING], [None, "", " 乙\r\n丙 "]])
    assert entries(saved(made.parent)) == {
        (0, 0): Entry(Sort.TEXT, "甲"),
        (0, 1): Entry(Sort.NUMBER, "7", "0"),
        (0, 2): Entry(Sort.NUMBER, "1.5", "0"),
        (0, 3): Entry(Sort.BOOL, "true"),
        (0, 4): Entry(Sort.DATE, "2018-09-25", "yyyy-mm-dd"),
        (0, 5): Entry(Sort.DATE, "2018-09-25 08:30:00", "yyyy-mm-dd h:mm:ss"),
        (1, 2): Entry(Sort.TEXT, " 乙\n丙 "),
    }


def test_digits_are_those_of_the_file():
    data = replaced(book_of([1]), SHEET, "<v>1</v>", "<v>5.3232501234567E+17</v>")
    assert entries(data)[0, 0] == Entry(Sort.NUMBER, "5.3232501234567E+17", "0")


@pytest.mark.parametrize("number", [*range(27, 32), 36, *range(50, 55), 57, 58, 14, 22])
def test_built_in_formats_of_chinese_systems_are_dates(number):
    styled = rebuilt(
        book_of([43368]),
        lambda name, data: (
            data.replace(b'numFmtId="0"', b'numFmtId="%d"' % number) if name == "xl/styles.xml" else data
        ),
    )
    assert entries(styled)[0, 0] == Entry(Sort.DATE, "2018-09-25", str(number))


@pytest.mark.parametrize("code", ['yyyy"年"m"月"d"日"', "[$-804]yyyy/m/d;@", "m/d", "d-mmm", 'm"月"d"日"'])
def test_a_format_with_days_is_a_date(code):
    assert is_date_format(code)


@pytest.mark.parametrize("code", ["General", "@", "0", "49", "[Red]0.00", '"day"0', "0_d", "h:mm", "000000"])
def test_other_formats_are_numbers(code):
    assert not is_date_format(code)


def test_workbooks_of_1904_count_from_another_day():
    made = sheet([[DAY]])
    made.parent.epoch = datetime.datetime.fromisoformat("1904-01-01")
    assert entries(saved(made.parent))[0, 0].text == "2018-09-25"
    assert day_of_serial("0", True) == "1904-01-01"


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        ("1", "1900-01-01"),
        ("59", "1900-02-28"),
        ("60", None),
        ("61", "1900-03-01"),
        ("43368.5", "2018-09-25 12:00:00"),
        ("0.5", None),
        ("-3", None),
        ("1e300", None),
        ("nan", None),
        ("x", None),
    ],
)
def test_days_are_counted_as_excel_counts_them(serial, day):
    assert day_of_serial(serial, False) == day


@given(st.dates(datetime.date(1900, 3, 1), datetime.date(9999, 12, 30)))
def test_every_day_comes_back(day):
    assert day_of_serial(str((day - datetime.date(1899, 12, 30)).days), False) == day.isoformat()


def test_a_number_that_is_no_day_stays_a_number():
    made = sheet([[60]])
    made["A1"].number_format = "yyyy-mm-dd"
    assert entries(saved(made.parent))[0, 0] == Entry(Sort.NUMBER, "60", "yyyy-mm-dd")


def test_a_date_of_iso_text_is_a_date():
    made = Workbook(iso_dates=True)
    made.active.append([DAY])
    assert entries(saved(made))[0, 0] == Entry(Sort.DATE, "2018-09-25")


@pytest.mark.parametrize(
    ("formula", "fault"),
    [
        ("=1+1", Fault.FORMULA),
        ("='[1]表'!A1", Fault.LINK),
        ('=_xlfn.DISPIMG("ID_1",1)', Fault.IMAGE),
    ],
)
def test_formulas_without_a_value_to_take_are_told(formula, fault):
    assert entries(book_of([formula]))[0, 0] == Entry(Sort.FAULT, fault)


def test_a_link_with_a_stored_value_is_told_too():
    data = replaced(book_of(["='[1]a'!A1"]), SHEET, "<v></v>", "<v>3</v>")
    assert entries(data)[0, 0].text == Fault.LINK


def test_a_formula_with_a_stored_value_is_its_value():
    assert entries(replaced(book_of(["=1+1"]), SHEET, "<v></v>", "<v>2</v>"))[0, 0].text == "2"
    stored = replaced(book_of(["=A2"]), SHEET, '<c r="A1">', '<c r="A1" t="str">')
    assert entries(stored) == {}


def test_an_error_is_told():
    made = sheet([["#REF!"]])
    made["A1"].data_type = "e"
    assert entries(saved(made.parent))[0, 0] == Entry(Sort.FAULT, Fault.ERROR)


def test_a_number_without_digits_is_nothing():
    assert entries(replaced(book_of([1]), SHEET, "<v>1</v>", "<v></v>")) == {}


def test_cells_and_rows_without_an_address_follow_each_other():
    data = replaced(book_of([1, 2], [3]), SHEET, ' r="B1"', "")
    data = replaced(data, SHEET, '<row r="2">', "<row>")
    assert [each.text for each in entries(data).values()] == ["1", "2", "3"]


def test_a_dimension_that_lies_hides_nothing():
    data = replaced(book_of([1, 2], [3]), SHEET, '<dimension ref="A1:B2"/>', '<dimension ref="A1"/>')
    assert len(entries(data)) == 3


def test_merges_and_what_is_hidden_are_told():
    made = sheet([["甲", "乙"], ["丙", "丁"]])
    made.merge_cells("A1:A2")
    made.row_dimensions[2].hidden = True
    made.column_dimensions["B"].hidden = True
    made.column_dimensions["A"].width = 30
    made["C3"] = "戊"
    made.parent.create_sheet("暗").sheet_state = "hidden"
    made.parent.create_chartsheet("图")
    visible, dark = read_book("a.xlsx", saved(made.parent)).sheets
    assert visible.merges == ((0, 0, 1, 0),)
    assert visible.hidden == {(0, 1), (1, 1)}
    assert (visible.is_hidden, dark.is_hidden, dark.name) == (False, True, "暗")
    assert [column for column, _ in visible.row(2)] == [2]


def test_a_merge_of_one_cell_has_both_ends():
    data = replaced(
        book_of([1]), SHEET, "</sheetData>", '</sheetData><mergeCells><mergeCell ref="B2"/></mergeCells>'
    )
    assert read_book("a.xlsx", data).sheets[0].merges == ((1, 1, 1, 1),)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('r="A1"', 'r="XFE1"'),
        ('r="A1"', 'r="1"'),
        ('<row r="1">', '<row r="0">'),
        ('<row r="1">', '<row r="x">'),
    ],
)
def test_an_address_outside_of_a_sheet_is_damage(old, new):
    assert refusal("a.xlsx", replaced(book_of([1]), SHEET, old, new)) == "X001.damaged"


def test_a_merge_that_is_no_range_is_damage():
    data = replaced(
        book_of([1]), SHEET, "</sheetData>", '</sheetData><mergeCells><mergeCell ref="?"/></mergeCells>'
    )
    assert refusal("a.xlsx", data) == "X001.damaged"


def test_macros_are_told():
    assert read_book("a.xlsm", rebuilt(book_of([1]), extra=[("xl/vbaProject.bin", b"x")])).has_macros
    assert not read_book("a.xlsx", book_of([1])).has_macros


def test_a_workbook_without_styles_has_plain_numbers():
    data = rebuilt(book_of([43368]), lambda name, old: None if name == "xl/styles.xml" else old)
    assert entries(data)[0, 0] == Entry(Sort.NUMBER, "43368", "0")


def test_a_workbook_without_relations_is_damage():
    data = rebuilt(book_of([1]), lambda name, old: None if name.endswith("workbook.xml.rels") else old)
    assert refusal("a.xlsx", data) == "X001.damaged"


def test_a_part_that_the_values_need_and_that_is_not_there_is_damage():
    made = rebuilt(book_of([1]), lambda name, old: old.replace(b' t="n"', b' t="s"'))
    assert refusal("a.xlsx", made) == "X001.damaged"


@pytest.mark.parametrize(
    ("limit", "rows", "message"),
    [
        ("MOST_ROWS", [[1], [2], [3]], "X001.rows"),
        ("MOST_COLUMNS", [[1, 2, 3]], "X001.columns"),
        ("MOST_CELLS", [[1, 2, 3]], "X001.cells"),
        ("MOST_AREA", [[1], [None, 2]], "X001.area"),
    ],
)
def test_a_sheet_beyond_a_limit_is_refused(limit, rows, message, monkeypatch):
    monkeypatch.setattr(facts, limit, 2)
    assert refusal("a.xlsx", book_of(*rows)) == message


def test_too_many_merges_are_refused(monkeypatch):
    monkeypatch.setattr(facts, "MOST_MERGES", 1)
    made = sheet([[1, 2]])
    made.merge_cells("A1:A2")
    made.merge_cells("B1:B2")
    assert refusal("a.xlsx", saved(made.parent)) == "X001.merges"


def test_a_column_formatted_to_its_end_and_one_huge_merge_are_normal():
    made = sheet([["甲"]])
    for row in range(2, 3000):
        made.row_dimensions[row].height = 20
    huge = '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert len(entries(replaced(saved(made.parent), SHEET, "</sheetData>", huge))) == 1


def test_a_text_is_utf_8_or_gb18030_and_says_which():
    utf, gb = (
        read_book("表/名单.csv", "编码,名称\n01,“核准”\n".encode(name)) for name in ("utf-8-sig", "gb18030")
    )
    assert (utf.encoding, gb.encoding) == ("UTF-8", "GB18030")
    assert utf.sheets == gb.sheets
    assert utf.sheets[0].name == "名单"
    assert utf.sheets[0].entries[1, 0] == Entry(Sort.TEXT, "01")


def test_a_text_of_tabs_is_a_table_too():
    assert entries(b"a\tb\n", "a.txt") == {(0, 0): Entry(Sort.TEXT, "a"), (0, 1): Entry(Sort.TEXT, "b")}


def test_an_empty_text_has_one_empty_sheet():
    only = read_book("a.csv", b"\n\n").sheets[0]
    assert (only.entries, only.width) == ({}, 0)


def test_a_text_beyond_a_limit_is_refused(monkeypatch):
    assert refusal("a.csv", b"," * 300) == "X001.columns"
    monkeypatch.setattr("xuke.tables.reading.MOST_ROWS", 2)
    assert refusal("a.csv", b"1\n2\n3\n") == "X001.rows"
    assert len(entries(b"1\n2\n\n\n", "a.csv")) == 2


def cell(text, attrs=""):
    return f'<table:table-cell office:value-type="string" {attrs}><text:p>{text}</text:p></table:table-cell>'


def table(*rows, head="", style="ta1", name="表"):
    return f'<table:table table:name="{name}" table:style-name="{style}">{head}{"".join(rows)}</table:table>'


def test_a_spreadsheet_of_opendocument_gives_the_same_entries():
    tables = table(
        '<table:table-row table:visibility="collapse">'
        + cell("甲", 'table:number-rows-spanned="2"')
        + cell("乙", 'table:number-columns-repeated="2"')
        + "</table:table-row>",
        '<table:table-row table:number-rows-repeated="2"><table:covered-table-cell/>'
        '<table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2018-09-25"><text:p>x</text:p>'
        "</table:table-cell></table:table-row>",
        head='<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/>',
    )
    only = read_book("a.ods", ods_of(tables + table(style="ta2", name="暗"))).sheets[0]
    assert only.merges == ((0, 0, 1, 0),)
    assert only.entries == {
        (0, 0): Entry(Sort.TEXT, "甲"),
        (0, 1): Entry(Sort.TEXT, "乙"),
        (0, 2): Entry(Sort.TEXT, "乙"),
        **{(row, 1): Entry(Sort.NUMBER, "7", "0") for row in (1, 2)},
        **{(row, 2): Entry(Sort.DATE, "2018-09-25") for row in (1, 2)},
    }
    assert only.hidden == {(0, 0), (0, 1), (0, 2), (1, 2), (2, 2)}
    assert read_book("a.ods", ods_of(tables + table(style="ta2", name="暗"))).sheets[1].is_hidden


def test_two_sheets_of_one_name_are_damage():
    assert refusal("a.ods", ods_of(table() + table())) == "X001.damaged"


def test_a_spreadsheet_of_opendocument_without_a_manifest_is_damage():
    data = rebuilt(ods_of(table()), lambda name, old: None if name.endswith("manifest.xml") else old)
    assert refusal("a.ods", data) == "X001.damaged"


@pytest.mark.parametrize(
    ("attrs", "fault"),
    [
        ('table:formula="of:=1"', Fault.FORMULA),
        ("table:formula=\"of:='file:///a.ods'#A1\"", Fault.LINK),
        ('table:formula="of:=DISPIMG(1)"', Fault.IMAGE),
        ('office:value-type="string" calcext:value-type="error"', Fault.ERROR),
    ],
)
def test_cells_of_opendocument_without_a_value_are_told(attrs, fault):
    text = "<text:p>#N/A</text:p>" if fault is Fault.ERROR else ""
    row = f"<table:table-row><table:table-cell {attrs}>{text}</table:table-cell></table:table-row>"
    assert entries(ods_of(table(row)), "a.ods")[0, 0] == Entry(Sort.FAULT, fault)


def test_an_encrypted_spreadsheet_of_opendocument_is_told():
    assert refusal("a.ods", ods_of(table(), "<manifest:encryption-data/>")) == "X001.encrypted"


def test_a_stretch_that_is_hidden_to_the_end_hides_nothing():
    attrs = 'table:visibility="filter" table:number-rows-repeated="1000000"'
    row = f"<table:table-row {attrs}><table:table-cell/></table:table-row>"
    assert read_book("a.ods", ods_of(table(row))).sheets[0].hidden == frozenset()


@pytest.mark.parametrize("count", ["0", "-1", "99999999", "x"])
def test_a_count_that_is_none_is_damage(count):
    row = f'<table:table-row table:number-rows-repeated="{count}">{cell("甲")}</table:table-row>'
    assert refusal("a.ods", ods_of(table(row))) == "X001.damaged"


def test_a_row_repeated_a_million_times_is_refused():
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell("甲")}</table:table-row>'
    assert refusal("a.ods", ods_of(table(row))) == "X001.rows"


def test_text_outside_of_cells_is_no_content():
    tables = table(
        f"<table:shapes><text:p>页眉</text:p></table:shapes><table:table-row>{cell('甲')}</table:table-row>"
    )
    assert len(entries(ods_of(tables), "a.ods")) == 1
