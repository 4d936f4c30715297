from datetime import date

import pytest
from ground import REFORM, small

from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import Part
from xuke.tables.layout import Show
from xuke.tables.present import SCHEMAS, basis_text, dated, field_title, reference, shown, told


@pytest.fixture(scope="module")
def register():
    return Register(small(), "lan")


@pytest.mark.parametrize(
    ("path", "value", "cell"),
    [
        (("competent",), "fagai", "县发改局"),
        (("competent",), "nobody", "nobody"),
        (("hall",), "dating", "县政务服务大厅"),
        (("type",), "01", "行政许可"),
        (("disposition", "exclusion"), "anquan", "公共安全"),
        (("disposition", "exclusion"), "nothing", "nothing"),
        (("disposition", "effective"), "2018-12-30", "2018年12月30日"),
        (("disposition", "effective"), "soon", "soon"),
        (("disposition",), {"state": "resident", "reason": "专业"}, "去向：进驻未划转；去向理由：专业"),
        (("fee", "charged"), True, "是"),
        (("fee", "charged"), False, "否"),
        (("limit", "promised"), {"value": 3, "unit": "month"}, "3个月"),
        (("limit", "promised"), {"value": 0, "unit": "on_the_spot"}, "当场办结"),
        (("applicants",), ["enterprise", "organ", "enterprise"], "企业法人、行政机关"),
        (("materials",), [{"id": "m1", "name": "申请书", "copies": 2}], "材料名称：申请书；纸质材料份数：2"),
        (("visits",), 2, 2),
        (("visits",), None, None),
    ],
)
def test_how_a_value_is_shown(register, path, value, cell):
    assert shown(register, "items/item", path, value) == cell


@pytest.mark.parametrize(
    ("cell", "show", "text"),
    [
        (None, Show.TEXT, ""),
        (date(2018, 9, 25), Show.DATE, "2018年9月25日"),
        (0.8571, Show.PERCENT, "85.7%"),
        (0.0625, Show.PERCENT, "6.3%"),
        (2.0, Show.NUMBER, "2"),
        (2.5, Show.NUMBER, "2.5"),
        ("x", Show.PERCENT, "x"),
    ],
)
def test_how_a_cell_reads(cell, show, text):
    assert told(cell, show) == text


def test_a_date_that_is_none_stays_as_written():
    assert (dated("2018-09-25"), dated("长期"), dated(3)) == (date(2018, 9, 25), "长期", None)


def test_bases_name_their_role_unless_they_set_the_licence():
    sets = {"role": "sets", "document": "政府投资条例", "article": "第九条"}
    other = {"role": "supervises", "document": "某办法", "number": "国令第1号"}
    text = basis_text([Part(sets, ()), Part(other, ())])
    assert text == "《政府投资条例》第九条\n监管依据：《某办法》（国令第1号）"


@pytest.mark.parametrize(
    ("kind", "steps", "title", "path"),
    [
        (Kind.ITEM, ("name",), "事项名称", ("name",)),
        (
            Kind.ITEM,
            ("limit", "promised", "value"),
            "办结时限·承诺办结时限·数值",
            ("limit", "promised", "value"),
        ),
        (Kind.ITEM, ("materials", "name", "name"), "申请材料「name」·材料名称", ("materials", "name")),
        (
            Kind.MEMORANDUM,
            ("stages", "review", "periods", "p1", "lead"),
            "环节责任表「审查」·责任期间「p1」·牵头方",
            ("stages", "periods", "lead"),
        ),
        (Kind.ITEM, ("unknown",), "unknown", ("unknown",)),
    ],
)
def test_a_field_goes_by_its_titles(kind, steps, title, path):
    assert field_title(kind, steps) == (title, path)


def test_an_unknown_property_refers_to_nothing(register):
    assert reference("items/item", ("unknown",)) == ""
    assert shown(register, "items/item", ("unknown",), "x") == "x"


def test_every_kind_of_record_has_a_schema():
    assert set(SCHEMAS) == set(Kind)


def test_the_name_of_an_exclusion_comes_from_the_policy():
    changed = Register(small((REFORM, "name: 公共安全", "name: 安全")), "lan")
    assert shown(changed, "items/item", ("disposition", "exclusion"), "anquan") == "安全"
