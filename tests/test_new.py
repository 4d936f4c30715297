"""New records: set at once or asked for, checked before anything is written."""

import io
import json
import shutil

import pytest

from xuke.commands.program import run
from xuke.sources import write
from xuke.sources.load import load
from xuke.sources.tree import WorkTree

MEASURE = (
    *("new", "measure", "--set", "title=建立台账", "--set", "kind=措施", "--set", "lead=县行政审批局"),
    *("--set", "responsible=fagai", "--set", "responsible=县气象局", "--set", "due=2019-03-01"),
)
ITEM = (
    *("new", "item", "--set", "code=530104099000", "--set", "name=试验许可", "--set", "type=行政许可"),
    *("--set", "organ=fagai", "--set", "competent=县发改局", "--set", "level=county"),
)


def records(folder, kind):
    return {each.key.id: each.fields for each in load(WorkTree(folder)).snapshot.of(kind, "lan")}


def typed(monkeypatch, *answers):
    """A terminal at which somebody types these lines."""
    stream = io.StringIO("".join(f"{each}\n" for each in answers))
    stream.isatty = lambda: True
    monkeypatch.setattr("sys.stdin", stream)


def test_a_record_is_set_at_once_and_stands_at_its_place(small, said):
    shown = said(*ITEM, "--set", "limit.promised.value=5", "--set", "limit.promised.unit=工作日")
    assert "+ lan/item/530104099000" in shown
    text = (small / "catalogue/lan/items/fagai.yaml").read_text("utf-8")
    assert text.endswith(
        '  - code: "530104099000"\n    name: 试验许可\n    type: "01"\n'
        "    competent: fagai\n    organ: fagai\n"
        "    level: county\n    limit:\n      promised:\n        value: 5\n        unit: working_day\n"
    )


def test_names_labels_and_lists_become_what_the_schema_means(small, said):
    said(*MEASURE)
    (name,) = set(records(small, "measure")) - {"m01", "m02"}
    assert records(small, "measure")[name] == {
        "id": name,
        "title": "建立台账",
        "kind": "measure",
        "lead": ["shenpi"],
        "responsible": ["fagai", "qixiang"],
        "due": "2019-03-01",
    }


def test_two_branches_never_make_the_same_number(small, said, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(small, other)
    said(*MEASURE)
    assert run([*(each.replace("台账", "清单") for each in MEASURE), "-q", "-C", str(other)]) == 0
    mine, theirs = (set(records(each, "measure")) - {"m01", "m02"} for each in (small, other))
    assert all(each.startswith("m03-") for each in mine | theirs)
    assert mine != theirs
    said(*(each.replace("台账", "清单") for each in MEASURE))
    assert any(each.startswith("m04-") for each in records(small, "measure"))


def test_a_first_record_of_its_kind_makes_its_file(small, said):
    said("new", "post", *sets("from_department=县发改局", "kind=行政编制", "posts=1", "persons=1"))
    (name,) = records(small, "post")
    assert name.startswith("fagai-01-")
    text = (small / "catalogue/lan/staffing.yaml").read_text("utf-8")
    assert text.startswith(
        "# yaml-language-server: $schema=../../schemas/staffing.json\nprovenance: demonstration\n"
    )


def sets(*pairs):
    return [word for pair in pairs for word in ("--set", pair)]


def test_elements_of_keyed_lists_are_named_in_the_path(small, said):
    wanted = sets(
        *("bases.b1.role=设定依据", "bases.b1.document=试验法", "bases.b1.rank=law"),
        *("handlings.01.name=新办", "prerequisites=政府投资项目审批", "section=审批服务股", "visits=0"),
        *("enterprise_related=是", "disposition.effective=null", "disposition.state=进驻未划转"),
    )
    said(*ITEM, *wanted)
    found = records(small, "item")["530104099000"]
    assert found["bases"] == [{"id": "b1", "role": "sets", "document": "试验法", "rank": "law"}]
    assert found["handlings"] == [{"suffix": "01", "name": "新办"}]
    assert found["prerequisites"] == ["530104001000"]
    assert (found["section"], found["visits"], found["enterprise_related"]) == ("shenpi-gu", 0, True)
    assert found["disposition"] == {"effective": None, "state": "resident"}


REFUSED = {
    "missing": (2, "title、lead", ("new", "measure", *sets("kind=measure"))),
    "field": (2, "没有字段 colour", (*MEASURE, *sets("colour=red"))),
    "inner": (2, "没有字段 limit.legal", (*ITEM, *sets("limit.legal=5"))),
    "beneath": (2, "没有字段 name.short", (*ITEM, *sets("name.short=5"))),
    "group": (2, "limit.…", (*ITEM, *sets("limit=5"))),
    "element": (2, "bases.b1.…", (*ITEM, *sets("bases.b1=5"))),
    "choice": (2, "措施", ("new", "measure", *sets("kind=other"))),
    "number": (2, "不是数", (*ITEM, *sets("visits=多"))),
    "boolean": (2, "“是”或“否”", (*ITEM, *sets("enterprise_related=也许"))),
    "reference": (2, "县水务局", (*ITEM, *sets("organ=县水务局"))),
    "sign": (2, "字段=值", ("new", "measure", *sets("title"))),
    "kind": (2, "nothing", ("new", "nothing")),
    "elsewhere": (2, "xuke memo draft", ("new", "memorandum")),
    "there": (1, "已经存在", ("new", "item", *(each.replace("099", "001") for each in ITEM[2:]))),
    "schema": (1, "没有写入", (*ITEM, *sets("bases.b1.role=sets"))),
    "day": (1, "没有写入", (*ITEM, *sets("disposition.effective=2019年", "disposition.state=resident"))),
}


@pytest.mark.parametrize(("code", "part", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_written_is_said_and_nothing_is(small, said, code, part, words):
    before = {file: file.read_bytes() for file in small.rglob("*.yaml")}
    assert part in said(*words, code=code)
    said(*words, code=code, lang="en")
    assert {file: file.read_bytes() for file in small.rglob("*.yaml")} == before


def test_a_name_that_two_records_have_is_asked_back(small, said):
    file = small / "catalogue/lan/departments.yaml"
    text = file.read_text("utf-8").replace("  - id: shenpi\n", "  - id: shenpi\n    short_name: 县气象局\n")
    file.write_text(text, "utf-8")
    assert "qixiang、shenpi" in said(*ITEM[:-6], *sets("organ=县气象局"), code=2)


def test_what_is_not_set_is_asked_in_the_order_of_the_schema(small, said, monkeypatch):
    answers = ("建立台账", "9", "1", "县行政审批局", "", "无此部门", "fagai", "", "2019-03-01")
    typed(monkeypatch, *answers, "number=三", "坏", "")
    shown = said("new", "measure")
    assert shown.index("（title）") < shown.index("measure  措施") < shown.index("（lead）")
    assert "“9”不在选项之内" in shown
    assert "没有标识或者名称为“无此部门”的记录" in shown
    assert "“坏”应写成 字段=值" in shown
    (found,) = (each for name, each in records(small, "measure").items() if name.startswith("m03-"))
    assert found["number"] == "三"
    assert (found["kind"], found["lead"], found["responsible"]) == ("measure", ["shenpi"], ["fagai"])


def test_a_dry_run_and_json_show_what_would_come(small, said, capsys):
    before = records(small, "measure")
    assert run([*MEASURE, "--dry-run", "--format", "json", "-q", "-C", str(small)]) == 0
    (row,) = json.loads(capsys.readouterr().out)["changes"]
    assert (row["kind"], row["change"]) == ("measure", "added")
    assert records(small, "measure") == before


def test_a_failure_while_writing_leaves_all_as_it_was(small, said, monkeypatch):
    before = {file: file.read_bytes() for file in small.rglob("*.yaml")}

    def fails(target, data):
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(write, "_put", fails)
    said(*MEASURE, code=3)
    assert {file: file.read_bytes() for file in small.rglob("*.yaml")} == before
