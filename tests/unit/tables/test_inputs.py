"""Input tables: every field of the schemas has a place, and odd cells are told by name."""

from datetime import date, datetime

import pytest
from ground import ITEMS, small

from xuke.check.validators import explainer
from xuke.model.record import Record
from xuke.model.register import Register
from xuke.tables.inputs import ALL, INPUTS, input_table
from xuke.tables.inputs.cells import Blank, Cleared, Hollow, Stated, Wrong, read, written
from xuke.tables.inputs.field import Form
from xuke.tables.inputs.names import Names
from xuke.tables.inputs.records import Given, cells_of, is_empty, owner_of, records_of, rows_of, unfit
from xuke.tables.present import SCHEMAS
from xuke.words.render import Language, render
from xuke.words.schemas import walk_record

MIDNIGHT = datetime(2018, 9, 25)  # noqa: DTZ001
REGISTER = Register(small(), "lan")
NAMES = Names(REGISTER)
TABLES = {name: input_table(name) for name in INPUTS}
SHEETS = [sheet for table in TABLES.values() for sheet in table.sheets]


def field(sheet, name):
    found = next(each for each in SHEETS if each.id == sheet)
    return next(each for each in found.fields if each.id == name)


def told(name, cell, sheet="item", owner="", names=NAMES):
    found = read(field(sheet, name), cell, names, owner)
    return render(found.message, Language.ZH) if isinstance(found, Wrong) else found


def test_the_importable_tables_are_six():
    assert list(INPUTS) == ["items", "supervision", "staffing", "departments", "powers", "measures"]


@pytest.mark.parametrize("kind", [kind for each in ALL for kind in each.kinds])
def test_every_field_of_a_record_has_a_column(kind):
    columns = {}
    for sheet in SHEETS:
        if sheet.kind is kind:
            for path in sheet.lists:
                columns.update({(*path, *each.within): each.form for each in sheet.fields})
    for path, _, _ in walk_record(SCHEMAS[kind]):
        inside = [columns.get(path[:length]) for length in range(1, len(path))]
        is_group = any(other[: len(path)] == path and other != path for other in columns)
        is_part = Form.LIMIT in inside and path[-1] in {"value", "unit"}
        assert path in columns or is_group or is_part, path


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.id)
def test_headings_of_a_sheet_differ_and_no_synonym_means_two_columns(sheet):
    headings = [each.heading for each in sheet.columns]
    assert len(set(headings)) == len(headings)
    words = [word for each in sheet.columns for word in {each.heading, *each.synonyms}]
    assert len(set(words)) == len(words)


def test_official_columns_come_first_and_merged_cells_hold_for_the_rows_below():
    items = TABLES["items"].sheet("item")
    assert [each.id for each in items.fields[:5]] == ["competent", "name", "code", "type", "organ"]
    assert [each.id for each in items.fields if each.fills_down] == ["competent"]
    materials = TABLES["items"].sheet("item.materials")
    assert [(each.id, each.fills_down) for each in materials.address] == [("code", True), ("suffix", True)]


def test_an_address_is_told_from_a_field_of_the_same_title():
    sections = TABLES["departments"].sheet("department.sections")
    assert [each.heading for each in sections.columns[:2]] == ["部门·标识", "标识"]


@pytest.mark.parametrize(
    ("name", "cell", "expected"),
    [
        ("note", None, Blank()),
        ("note", "  ", Blank()),
        ("note", "—", Cleared()),
        ("note", "无", Stated("无")),
        ("hall", "无", Stated(None)),
        ("applicants", "无", Stated([])),
        ("materials", "无", Stated([])),
        ("materials", "见附表", Blank()),
        ("baseline.steps", "（空）", Hollow()),
        ("note", 3.0, Stated("3")),
        ("note", date(2018, 9, 25), Stated("2018-09-25")),
        ("note", MIDNIGHT, Stated("2018-09-25")),
        ("note", "甲\r\n乙", Stated("甲\n乙")),
        ("disposition.effective", MIDNIGHT, Stated("2018-09-25")),
        ("disposition.effective", date(2018, 9, 25), Stated("2018-09-25")),
        ("disposition.effective", "２０１８年９月５日", Stated("2018-09-05")),
        ("disposition.effective", "2018/9/5", Stated("2018-09-05")),
        ("disposition.effective", "2018.9.5", Stated("2018-09-05")),
        ("fee.charged", True, Stated(True)),
        ("fee.charged", "√", Stated(True)),
        ("fee.charged", "无", Stated(False)),
        ("visits", "１", Stated(1)),
        ("visits", 2.0, Stated(2)),
        ("baseline.days", "1.5", Stated(1.5)),
        ("type", "行政许可", Stated("01")),
        ("type", "01", Stated("01")),
        ("category", "Commerce", Stated("commerce")),
        ("applicants", "企业法人、自然人", Stated(["enterprise", "natural_person"])),
        ("prerequisites", "530104001000 530104002000", Stated(["530104001000", "530104002000"])),
        ("code", "５３０１０４００１０００", Stated("530104001000")),
        ("limit.promised", "20 个工作日", Stated({"value": 20, "unit": "working_day"})),
        ("limit.promised", "30天", Stated({"value": 30, "unit": "day"})),
        ("limit.promised", "当场", Stated({"value": 0, "unit": "on_the_spot"})),
    ],
)
def test_cells_as_people_fill_them(name, cell, expected):
    assert told(name, cell) == expected


@pytest.mark.parametrize(
    ("name", "cell", "expected"),
    [
        ("materials", "申请表", "这一列不直接填写内容：请在工作表“申请材料”中逐行填写；没有的写“无”"),
        (
            "code",
            530104001000,
            "基本编码在表中是数字 530104001000，前导零和末几位可能已经丢失；请把单元格设为文本后重新填写",
        ),
        ("code", "53010400100О", "基本编码“53010400100О”含有字母、数字以外的字符；请改为半角字母和数字"),
        (
            "disposition.effective",
            "2018-02-30",
            "生效日期“2018-02-30”不是存在的日期；请写作 2018-09-25 或者 2018年9月25日",
        ),
        (
            "disposition.effective",
            "待定",
            "生效日期“待定”不是存在的日期；请写作 2018-09-25 或者 2018年9月25日",
        ),
        ("prerequisites", 530104001000, None),
        ("visits", "1.5", "到办事现场次数“1.5”不是整数"),
        ("visits", "一次", "到办事现场次数“一次”不是整数"),
        ("baseline.days", "约10", "改革前办结时限“约10”不是数字"),
        ("fee.charged", "免费", "是否收费“免费”既不是“是”也不是“否”"),
        ("service_kind", "快办件", "办件类型“快办件”不在可选范围内；可选：即办件、承诺件"),
        ("organ", "天文局", "实施机关“天文局”没有登记；请填写已登记的名称或者标识"),
        (
            "limit.promised",
            "尽快",
            "承诺办结时限“尽快”不是时限；请写作 20个工作日、30日、3个月、1年或者当场办结",
        ),
        ("applicants", "企业\n外星人", None),
    ],
)
def test_cells_that_cannot_be_read_say_what_to_write(name, cell, expected):
    found = told(name, cell)
    assert isinstance(found, str)
    assert expected in {found, None}


@pytest.mark.parametrize("cell", [float("nan"), float("inf")])
def test_numbers_that_are_none_are_told(cell):
    assert isinstance(told("visits", cell), str)
    assert isinstance(told("baseline.days", cell), str)


def test_an_ambiguous_name_is_told_with_the_ids():
    again = (
        "catalogue/lan/departments.yaml",
        "",
        "  - id: fagai-two\n    name: 县发改局\n    kind: department\n",
    )
    register = Register(small(again), "lan")
    names = Names(register)
    printed = register.department_name("fagai")
    assert printed == "县发改局"
    assert told("organ", printed, names=names) == "实施机关“县发改局”可以指 fagai、fagai-two；请改写标识"
    assert written(field("item", "organ"), "fagai", names) == "fagai"


def test_sections_are_those_of_the_department_and_of_those_still_to_come():
    section = field("supervision", "section")
    known = next(iter(NAMES.listed("section", "fagai").items()))
    assert read(section, known[1], NAMES, "fagai") == Stated(known[0])
    assert isinstance(read(section, known[1], NAMES, "nobody"), Wrong)
    names = Names(REGISTER, {"nobody": {"new": "新科室"}})
    assert read(section, "新科室", names, "nobody") == Stated("new")


def test_a_record_that_no_cell_can_hold_is_told_with_the_field():
    snapshot = small((ITEMS, "", ""))
    (record, *_) = Register(snapshot, "lan").of("item")
    fields = {**record.fields, "visits": "二次", "materials": ["x"], "note": {"a": 1}}
    odd = Record(record.key, fields, record.record.home)
    found = [each.field.id for each in unfit(TABLES["items"], [odd], NAMES)]
    assert found == ["materials", "visits", "note"]


def test_rows_that_lead_nowhere_are_left_out():
    table = TABLES["items"]
    cells = {
        "item": [Given((), _said("item", code="1"))],
        "item.materials": [
            Given(("2", ""), _said("item.materials", id="m1")),
            Given(("1", "09"), _said("item.materials", id="m2")),
            Given(("1", ""), _said("item.materials", id="m3")),
        ],
    }
    assert [fields for _, fields in records_of(table, cells)] == [{"code": "1", "materials": [{"id": "m3"}]}]


def _said(sheet, **values):
    found = next(each for each in SHEETS if each.id == sheet)
    return tuple(Stated(values[each.id]) if each.id in values else Blank() for each in found.fields)


def test_a_row_in_which_nothing_stands_is_empty():
    assert is_empty([Blank(), Blank()])
    assert not is_empty([Blank(), Cleared()])


def test_lists_inside_handlings_have_rows_with_a_suffix():
    table, owner = TABLES["items"], "fagai"
    record = {
        "code": "1",
        "limit": {},
        "baseline": {},
        "handlings": [
            {"suffix": "01", "name": "新办", "materials": [{"id": "m1", "name": "申请表"}]},
            {"suffix": "02", "name": "变更", "materials": []},
        ],
        "materials": [{"id": "m1", "name": "营业执照"}],
    }
    given = {}
    for sheet in table.sheets:
        rows = [cells_of(sheet, each, element, NAMES, owner) for each, element in rows_of(sheet, record)]
        given[sheet.id] = [_read(sheet, row) for row in rows]
    assert [each.address for each in given["item.materials"]] == [("1", ""), ("1", "01")]
    assert [fields for _, fields in records_of(table, given)] == [record]


def _read(sheet, cells):
    count = len(sheet.address)
    pairs = zip(sheet.fields, cells[count:], strict=True)
    address = tuple(str(each or "") for each in cells[:count])
    return Given(address, tuple(read(each, cell, NAMES, "fagai") for each, cell in pairs))


def test_an_owner_is_the_department_that_the_record_names():
    assert owner_of(TABLES["supervision"].sheets[0], {"supervisor": "fagai"}) == "fagai"
    assert owner_of(TABLES["measures"].sheets[0], {"id": "m1"}) == ""


def test_every_example_of_a_schema_is_read_as_it_stands_and_obeys_its_schema():
    found = [
        (each, text) for sheet in SHEETS for each in sheet.fields for text in each.node.get("examples", ())
    ]
    assert len(found) > 30
    for each, text in found:
        value = [text] if each.is_many else text
        assert read(each, text, NAMES) == Stated(value), each.path
        file, _, record = each.schema.partition("/")
        errors = explainer(file, record).iter_errors(nested(each, value))
        assert [error for error in errors if error.validator != "required"] == [], each.path


def nested(field, value):
    """A record that holds nothing but one field, in an element of its list where it has one."""
    for step in reversed(field.within):
        value = {step: value}
    root = field.path[: len(field.path) - len(field.within)]
    for step in reversed(root):
        value = {step: [value]}
    return value
