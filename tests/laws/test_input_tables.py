"""Laws of input tables: what stands in cells is read back as the same value, row and record."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

import house
from xuke.model.register import Register
from xuke.sources.load import load
from xuke.sources.tree import WorkTree
from xuke.tables.inputs import INPUTS, input_table
from xuke.tables.inputs.cells import Stated, fits, read, written
from xuke.tables.inputs.field import Form
from xuke.tables.inputs.names import Names
from xuke.tables.inputs.records import Given, at, cells_of, records_of, rows_of
from xuke.words.labels import choices

SMALL = load(WorkTree(house.ROOT / "tests" / "workspaces" / "small")).snapshot
NAMES = Names(Register(SMALL, "lan"))
TABLES = {name: input_table(name) for name in INPUTS}
FIELDS = [field for table in TABLES.values() for sheet in table.sheets for field in sheet.fields]
LIMITS = {(field.schema, field.path) for field in FIELDS if field.form is Form.LIMIT}
OWNER = "fagai"

_TEXTS = st.one_of(
    st.text(st.characters(exclude_characters="\r", exclude_categories=("Cs", "Cc")), min_size=1, max_size=6),
    st.sampled_from(
        ["无", "—", "/", "（空）", "见附表", "'", "'a", " a", "甲\n", "甲\n乙", "001", "=1+1", "、", "是"]
    ),
)
_LINES = _TEXTS.filter(lambda text: "\n" not in text)
_CODES = st.text(st.sampled_from("0123456789ABCX"), min_size=1, max_size=31)
_DAYS = st.dates(date(1000, 1, 1), date(9999, 12, 31)).map(date.isoformat)
_UNITS = st.sampled_from(["day", "working_day", "month", "year"])
_LIMITS = st.one_of(
    st.builds(lambda value, unit: {"value": value, "unit": unit}, st.integers(0, 9999), _UNITS),
    st.just({"value": 0, "unit": "on_the_spot"}),
)
_NUMBERS = st.one_of(st.integers(0, 10**12), st.floats(0, 1e6).map(lambda value: round(value, 3)))


def _one(field, texts):
    """Values that the schema of a field allows."""
    simple = {
        Form.TEXT: texts,
        Form.CODE: _CODES,
        Form.DATE: _DAYS,
        Form.INTEGER: st.integers(0, 10**12),
        Form.NUMBER: _NUMBERS,
        Form.YES_NO: st.booleans(),
        Form.LIMIT: _LIMITS,
    }
    if field.form is Form.CHOICE:
        return st.sampled_from(list(choices(field.schema, field.path, english=False)))
    if field.form is Form.REFERENCE:
        return st.sampled_from([*NAMES.listed(field.refers, OWNER), "unknown", "other/unknown"])
    return simple[field.form]


def values(field):
    """One value, several, or none, as the field has it."""
    one = _one(field, _LINES if field.is_many else _TEXTS)
    found = st.lists(one, max_size=3) if field.is_many else one
    return st.one_of(st.none(), found) if field.is_nullable else found


@given(st.data())
def test_a_value_that_was_written_is_read_as_itself(data):
    field = data.draw(st.sampled_from([field for field in FIELDS if field.form is not Form.ROWS]))
    value = data.draw(values(field))
    cell = written(field, value, NAMES, OWNER)
    assert read(field, cell, NAMES, OWNER) == Stated(value), (field.schema, field.path, cell)
    assert fits(field, value, NAMES, OWNER)


@given(
    st.data(),
    st.sampled_from(FIELDS),
    st.one_of(_TEXTS, st.integers(), st.floats(), st.dates(), st.booleans()),
)
def test_no_cell_is_too_odd_to_be_told(data, field, cell):
    del data
    assert type(read(field, cell, NAMES, OWNER)).__name__ in {"Blank", "Cleared", "Hollow", "Stated", "Wrong"}


def _element(data, table, sheet, path, depth=0):
    """A mapping with some of the fields of a sheet, its key among them, and the lists in it."""
    element = {}
    for field in sheet.fields:
        if field.id == sheet.key:
            continue
        if field.form is Form.ROWS:
            _fill_list(data, table, sheet, path, field, element)
        elif data.draw(st.integers(0, 5)) == 0:
            _put(element, field, data.draw(values(field)))
    return element


def _fill_list(data, table, sheet, path, field, element):
    inner = (*path, *field.within)
    rows = next(each for each in table.sheets if each.kind is sheet.kind and inner in each.lists)
    count = data.draw(st.integers(-3, 2))
    if count >= 0:
        found = [{rows.key: f"{number:02}", **_element(data, table, rows, inner)} for number in range(count)]
        element[field.within[0]] = found


def _put(element, field, value):
    """Sets a field, but no basis of a limit that is not stated."""
    if (field.schema, field.path[:-1]) in LIMITS and not at(element, field.within[:-1])[1]:
        return
    for step in field.within[:-1]:
        element = element.setdefault(step, {})
    element[field.within[-1]] = value


@given(st.data())
def test_records_come_back_from_the_rows_of_their_sheets(data):
    table = data.draw(st.sampled_from(list(TABLES.values())))
    main = data.draw(st.sampled_from([sheet for sheet in table.sheets if sheet.is_main]))
    records = [{main.key: name, **_element(data, table, main, ())} for name in ("01", "02")]
    given_rows = {
        sheet.id: [row for record in records for row in _rows(sheet, record)]
        for sheet in table.sheets
        if sheet.kind is main.kind
    }
    assert [fields for _, fields in records_of(table, given_rows)] == records


def _rows(sheet, record):
    for address, element in rows_of(sheet, record):
        cells = cells_of(sheet, address, element, NAMES, OWNER)
        count = len(sheet.address)
        readings = zip(sheet.fields, cells[count:], strict=True)
        yield Given(
            tuple(str(each or "") for each in cells[:count]),
            tuple(read(field, cell, NAMES, OWNER) for field, cell in readings),
        )
