"""Workbooks that LibreOffice itself opened, edited and saved come back as exactly what was done there."""

import re
import shutil
import subprocess

import pytest
from openpyxl import load_workbook

import office
from test_cases import ENVIRONMENT
from test_import import (
    ITEM_SHEET,
    ITEMS,
    MEASURE_SHEET,
    MEASURES,
    SMALL,
    column,
    form_of,
    git,
    row_of,
    texts,
    told,
)
from xuke.model.place import letters

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Where LibreOffice keeps its settings."""
    return tmp_path_factory.mktemp("desk")


@pytest.fixture
def register(tmp_path):
    """The small workspace with a section more, remarks and odd quotes, as a repository with one commit."""
    target = tmp_path / "w"
    shutil.copytree(SMALL, target)
    for path, old, new in (
        (ITEMS, "    name: 政府投资项目审批\n", "    name: '政府投资项目审批'  # 原名\n"),
        (ITEMS, "    hall: dating\n", '    superior_numbers: ["A1", "A2"]\n    hall: dating\n'),
        (MEASURES, "    title: 强化监督\n", '    # 牵头单位待定\n    title: "强化监督"\n'),
    ):
        file = target / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")
    git(target, "init", "-q")
    git(target, "add", "-A")
    git(target, "commit", "-q", "-m", "all")
    return target


class Clerk:
    """What somebody does on one sheet of a form, row by row as they see it, from below upwards."""

    def __init__(self, path, sheet):
        self._sheet, self._name = load_workbook(path)[sheet], sheet
        self.steps = []

    def write(self, key, heading, value, how="text"):
        """Change a cell of the row of a record."""
        self._cell(row_of(self._sheet, key), heading, value, how)

    def delete(self, key):
        """Delete the row of a record; rows below move up, and are not named afterwards."""
        self.steps.append(("delete", self._name, row_of(self._sheet, key)))

    def insert(self, key, values):
        """Insert a row above that of a record, and fill it."""
        row = row_of(self._sheet, key)
        self.steps.append(("insert", self._name, row))
        for heading, value in values.items():
            self._cell(row, heading, value, "typed" if heading == "完成时限" else "text")

    def _cell(self, row, heading, value, how):
        address = f"{letters(column(self._sheet, heading))}{row}"
        self.steps.append((how, self._name, address, value))


def changed(register):
    """The files that ``git diff`` shows."""
    command = ["git", "diff", "--name-only"]
    done = subprocess.run(command, cwd=register, check=True, capture_output=True, env=ENVIRONMENT)
    return done.stdout.decode("utf-8").splitlines()


def typed(text, changes):
    """A file after these changes, each at the one place where it applies first."""
    for old, new in changes:
        pattern = old if isinstance(old, re.Pattern) else re.compile(re.escape(old))
        assert pattern.search(text), old
        text = pattern.sub(lambda _, new=new: new, text, count=1)
    return text


def new_item(code, name):
    return {
        "主管部门": "县发改局",
        "基本编码": code,
        "事项名称": name,
        "事项类型": "行政许可",
        "实施机关": "县发改局",
        "行使层级": "县级",
    }


def items_edited(path):
    """Seven cells, a row less, two more."""
    clerk = Clerk(path, ITEM_SHEET)
    first, second = "530104001000", "530104002000"
    clerk.write(first, "事项名称", "政府投资项目（含企业）审批")
    clerk.write(first, "办结时限.承诺办结时限", "7个工作日")
    clerk.write(first, "到办事现场次数", "1", "typed")
    clerk.write(first, "事项去向.生效日期", "2019-01-15", "typed")
    clerk.write(first, "上级清单序号", "A1\nB7")
    clerk.write(second, "办件类型", "承诺件")
    clerk.write(second, "承办内设机构", "监督管理股")
    clerk.insert("530104004000", new_item("530104008000", "招标核准"))
    clerk.delete("530104003000")
    clerk.insert("530104003000", new_item("530104007000", "节能验收"))
    return clerk.steps


def new_measure(name, title, due):
    return {
        "标识": name,
        "工作任务": title,
        "类别": "措施",
        "牵头单位": "县行政审批局",
        "责任单位": "县发改局\n县气象局",
        "完成时限": due,
    }


def measures_edited(path):
    """Seven cells, a row less, two more."""
    clerk = Clerk(path, MEASURE_SHEET)
    clerk.write("m01", "序号", "（一）")
    clerk.write("m01", "工作任务", "理顺审批机制")
    clerk.write("m01", "类别", "工作要求")
    clerk.write("m01", "牵头单位", "县行政审批局\n县政务服务管理局")
    clerk.write("m01", "责任单位", "县发改局")
    clerk.write("m01", "完成时限", "2018-12-21", "typed")
    clerk.write("m01", "备注", "年底前印发")
    clerk.delete("m02")
    clerk.insert("m02", new_measure("m04", "总结验收", "2019-06-30"))
    clerk.insert("m02", new_measure("m03", "动员部署", "长期"))
    return clerk.steps


ITEM, MEASURE = "lan/item/530104", "lan/measure/m0"
OF_ITEMS = {
    f"{ITEM}001000": {"name", "limit.promised.value", "visits", "disposition.effective", "superior_numbers"},
    f"{ITEM}002000": {"service_kind", "section"},
    f"{ITEM}003000": "removed",
    f"{ITEM}007000": "added",
    f"{ITEM}008000": "added",
}
OF_MEASURES = {
    f"{MEASURE}1": {"number", "title", "kind", "lead", "responsible", "due", "note"},
    f"{MEASURE}2": "removed",
    f"{MEASURE}3": "added",
    f"{MEASURE}4": "added",
}

#: The same as somebody would type it into the files: what stands there, and what then stands there.
ITEM_TEXTS = [
    ("    name: '政府投资项目审批'  # 原名\n", "    name: '政府投资项目（含企业）审批'  # 原名\n"),
    ("        value: 5\n", "        value: 7\n"),
    ('    superior_numbers: ["A1", "A2"]\n', '    superior_numbers: ["A1", "B7"]\n    visits: 1\n'),
    (
        "      effective: 2018-12-30\n      section: touzi\n",
        "      effective: 2019-01-15\n      section: touzi\n",
    ),
    ("    section: shenpi-gu\n    level", "    section: jianguan-gu\n    level"),
    ("    service_kind: immediate\n", "    service_kind: promised\n"),
    (re.compile(r'  - code: "530104003000"\n(?:    .*\n)*'), ""),
    (
        re.compile(r"\Z"),
        "".join(
            f'  - code: "530104{code}"\n    name: {name}\n    type: "01"\n'
            "    competent: fagai\n    organ: fagai\n    level: county\n"
            for code, name in (("007000", "节能验收"), ("008000", "招标核准"))
        ),
    ),
]
MEASURE_TEXTS = [
    ("    number: 一\n", "    number: （一）\n"),
    ("    title: 理顺机制\n    kind: measure\n", "    title: 理顺审批机制\n    kind: requirement\n"),
    ("      - shenpi\n    responsible:\n", "      - shenpi\n      - zhengwu\n    responsible:\n"),
    ("      - qixiang\n    due: 2018-12-20\n", "    due: 2018-12-21\n    note: 年底前印发\n"),
    (re.compile(r"  - id: m02\n(?:    .*\n)*"), ""),
    (
        re.compile(r"\Z"),
        "".join(
            f"  - id: {name}\n    title: {title}\n    kind: measure\n    lead:\n      - shenpi\n"
            f"    responsible:\n      - fagai\n      - qixiang\n    due: {due}\n"
            for name, title, due in (("m03", "动员部署", "长期"), ("m04", "总结验收", "2019-06-30"))
        ),
    ),
]

#: The new items lack what a check asks for, which is told; the measures lack nothing.
TABLES = [
    ("items", ITEMS, items_edited, OF_ITEMS, ITEM_TEXTS, 1),
    ("measures", MEASURES, measures_edited, OF_MEASURES, MEASURE_TEXTS, 0),
]


def summed(found):
    """What a plan does to each record: the fields that it changes, or that the record comes or goes."""
    return {
        each["record"]: {edit["field"] for edit in each["fields"]}
        if each["change"] == "edited"
        else each["change"]
        for each in found["changes"]
    }


@pytest.mark.parametrize("form", ["xlsx", "ods"])
@pytest.mark.parametrize(
    ("table", "file", "work", "expected", "changes", "code"), TABLES, ids=["items", "measures"]
)
def test_seven_cells_a_row_less_and_two_more_are_exactly_that(
    register, tmp_path, desk, capsys, form, table, file, work, expected, changes, code
):
    path = form_of(register, table)
    done = office.edited(desk, path, tmp_path / f"back.{form}", work(path))
    before = texts(register)
    plan = told(register, capsys, done, "--remove", code=code)
    assert summed(plan) == expected
    assert not any(each["code"][0] == "X" for each in plan["findings"])
    assert texts(register) == before
    assert told(register, capsys, done, "--remove", "--yes", code=code)["written"]
    assert changed(register) == [file]
    assert (register / file).read_text("utf-8") == typed(before[file].decode("utf-8"), changes)
    assert told(register, capsys, done, "--remove")["changes"] == []


def committed(register, file, old, new):
    """Somebody else's commit after the form was made."""
    path = register / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    git(register, "commit", "-qam", "meanwhile")


@pytest.mark.parametrize(
    ("table", "file", "work", "old", "new"),
    [
        ("items", ITEMS, items_edited, "项目节能审查\n", "项目节能审查（含技改）\n"),
        ("measures", MEASURES, measures_edited, "  - id: m01\n", "  - id: m01\n    text: 第一项\n"),
    ],
    ids=["items", "measures"],
)
def test_a_commit_to_another_field_of_the_same_record_survives(
    register, tmp_path, desk, capsys, table, file, work, old, new
):
    path = form_of(register, table)
    done = office.edited(desk, path, tmp_path / "back.xlsx", work(path))
    committed(register, file, old, new)
    changes, code = next((changes, code) for name, *_, changes, code in TABLES if name == table)
    before = (register / file).read_text("utf-8")
    assert told(register, capsys, done, "--remove", "--yes", code=code)["written"]
    assert (register / file).read_text("utf-8") == typed(before, changes)
    assert new in before


@pytest.mark.parametrize(
    ("table", "file", "work", "old", "new", "field", "values"),
    [
        (
            "items",
            ITEMS,
            items_edited,
            "    name: '政府投资项目审批'",
            "    name: '政府投资项目核准'",
            "name",
            ("政府投资项目审批", "政府投资项目（含企业）审批", "政府投资项目核准"),
        ),
        (
            "measures",
            MEASURES,
            measures_edited,
            "    due: 2018-12-20",
            "    due: 2018-12-25",
            "due",
            ("2018-12-20", "2018-12-21", "2018-12-25"),
        ),
    ],
    ids=["items", "measures"],
)
def test_a_commit_to_the_same_field_is_a_conflict_and_nothing_is_written(
    register, tmp_path, desk, capsys, table, file, work, old, new, field, values
):
    path = form_of(register, table)
    done = office.edited(desk, path, tmp_path / "back.xlsx", work(path))
    committed(register, file, old, new)
    found = told(register, capsys, done, "--remove", "--yes", code=1)
    (conflict,) = found["conflicts"]
    assert (conflict["field"], conflict["base"], conflict["mine"], conflict["theirs"]) == (field, *values)
    assert (conflict["sheet"], bool(conflict["cell"])) == (load_workbook(path).sheetnames[0], True)
    assert not found["written"]
    assert changed(register) == []
