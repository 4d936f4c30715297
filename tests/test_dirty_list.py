"""A list as offices publish it: every kind of dirt is told at its cell, and no row is dropped or mended."""

import json
import runpy

import pytest

import house
from test_import import imported, register, told
from xuke.commands.program import run
from xuke.sources.load import load
from xuke.sources.tree import WorkTree

__all__ = ["register"]

SCRIPT = runpy.run_path(str(house.ROOT / "benchmarks" / "dirty_list.py"))

HEADS = ("实施部门", "主项名称", "事项名称", "事项编码", "实施主体编码")
SOUND, OTHER = "11532325015160000B", "115323250151600010"


def code(number):
    return f"511A0{number:09}-511602000000-000-{SOUND}-1-00"


#: Department, item, its code, the department's code, and what is told of the code of the department.
LIST = [
    ("区甲局", "许可一", code(1), SOUND, None),
    ("区乙局", "许可二", code(2), SOUND.lower(), "C008"),
    ("区丙局", "许可三", code(3), SOUND[:-1], "C008"),
    ("区丁局", "许可四", code(4), "12345678-9", "C008"),
    ("区戊局", "许可五", code(5), "123456789", "C008"),
    ("区己局", "许可六", "4588000000000000144", "4588000000000000144", "C008"),
    ("区庚局", "许可七", code(7)[:31], "11736", "C008"),
    ("区庚局", "许可八", code(8), SOUND, "X011"),
    ("区庚局", "许可九", code(9), "11736", "C008"),
    ("区辛局", "许可十", code(10), OTHER, "C008"),
    ("区壬局", "许可（新办）", code(11), SOUND, None),
    ("区壬局", "许可（变更）", code(12), SOUND, None),
    ("区壬局", "许可（新办）", code(13), "", "X011"),
    ("区行政审批局", "许可甲", code(14), "87654321-0", "C008"),
    ("区行政审批局", "许可乙", code(15), "87654321-0", "C008"),
]


@pytest.fixture
def listed(register, tmp_path):
    """The list as a file, and a workspace of its own."""
    path, folder = tmp_path / "list.csv", tmp_path / "fresh"
    rows = [HEADS, *((unit, "未分类", name, number, organ) for unit, name, number, organ, _ in LIST)]
    path.write_text("\n".join(map(",".join, rows)), "gb18030")
    words = ("-j", "list", "--name", "名单", "--level", "district", "--division", "", "--no-git")
    assert run(["init", str(folder), *words]) == 0
    return folder, path


def taken(listed, capsys, name, code=1, change=("", "")):
    folder, path = listed
    mapping = folder.parent / "map.yaml"
    mapping.write_text(SCRIPT[name].replace(*change), "utf-8")
    return told(folder, capsys, path, "--map", mapping, "--yes", code=code)


def test_the_maps_have_under_thirty_lines():
    assert len((SCRIPT["DEPARTMENTS"] + SCRIPT["ITEMS"]).splitlines()) < 30


def test_every_kind_of_dirt_is_told_at_its_cell_and_comes_in_as_written(listed, capsys):
    units = taken(listed, capsys, "DEPARTMENTS")
    found = {each for each in SCRIPT["cells"](units) if each[1].startswith("E")}
    assert found == {(each[-1], f"E{line}") for line, each in enumerate(LIST, 2) if each[-1]}
    items = taken(listed, capsys, "ITEMS")
    cells = SCRIPT["cells"](items)
    assert {cell for name, cell in cells if name == "C001"} == {f"D{line}" for line in range(2, 17)}
    assert {cell for name, cell in cells if name == "C012"} == {"C12", "C14"}
    (twin,) = [each for each in items["findings"] if each["code"] == "C012"]
    assert (twin["cell"], [each["cell"] for each in twin["also"] if each["cell"]]) == ("C14", ["C12"])
    assert (units["written"], items["written"]) == (True, True)
    records = [each.fields for each in load(WorkTree(listed[0])).snapshot.records.values()]
    codes = {each["name"]: each.get("credit_code") for each in records if "kind" in each}
    firsts = {unit: organ for unit, _, _, organ, _ in reversed(LIST)}
    assert codes == firsts
    mine = [(each["name"], each["code"]) for each in records if "code" in each]
    assert sorted(mine) == sorted((name, number) for _, name, number, _, _ in LIST)


def test_stats_tell_the_bureau_from_the_other_organs(listed, capsys):
    for name in ("DEPARTMENTS", "ITEMS"):
        taken(listed, capsys, name)
    assert run(["stats", "-C", str(listed[0]), "--format", "json"]) == 0
    groups = json.loads(capsys.readouterr().out)["groups"]
    assert [(each["id"], each["items"]) for each in groups if each["scope"] in {"all", "organ"}] == [
        ("", 15),
        ("bureau", 2),
        ("others", 13),
    ]


def test_rows_that_differ_are_refused_where_the_map_does_not_say_which_counts(listed, capsys):
    value = taken(listed, capsys, "DEPARTMENTS", change=("unique: first", "unique: true"))
    refused = {each["cell"] for each in value["findings"] if each["code"] == "X006"}
    assert (refused, value["written"]) == ({"E9", "E14"}, False)


def test_a_map_says_of_rows_only_what_is_known(listed, capsys):
    folder, path = listed
    (folder.parent / "map.yaml").write_text("table: departments\nunique: last\n", "utf-8")
    words = ["import", str(path), "-C", str(folder), "--map", str(folder.parent / "map.yaml")]
    assert run([*words, "--lang", "en"]) == 2
    assert "unique is true, false or first, not last" in capsys.readouterr().err


def test_a_map_that_is_written_keeps_what_it_was_told(listed, capsys):
    folder, path = listed
    mapping, again = folder.parent / "map.yaml", folder.parent / "again.yaml"
    mapping.write_text(SCRIPT["DEPARTMENTS"], "utf-8")
    first = told(folder, capsys, path, "--map", mapping, "--write-map", again, code=1)
    assert told(folder, capsys, path, "--map", again, code=1) == first


def test_cells_that_say_the_same_again_are_counted_beyond_the_first_ones(register, tmp_path, capsys):
    path, mapping = tmp_path / "l.csv", tmp_path / "map.yaml"
    path.write_text("部门,代码\n" + "区甲局,11736\n" * 30, "utf-8")
    mapping.write_text(
        "table: departments\ncolumns: {部门: name, 代码: credit_code}\n"
        'values: {name: {"*": 区丙局}}\nconstants: {kind: 部门}\nunique: true\n',
        "utf-8",
    )
    text = imported(register, path, "--map", mapping, code=1, capsys=capsys)
    assert "the same in 10 more places" in text
    assert "the same in" not in imported(register, path, "--map", mapping, "-v", code=1, capsys=capsys)
