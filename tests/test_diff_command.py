"""``xuke diff`` as a user runs it."""

import json
import re
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from child import edit
from xuke.commands.program import run

SMALL = Path(__file__).parent / "workspaces" / "small"
ITEMS = "catalogue/lan/items/fagai.yaml"
MANY = "catalogue/lan/items/qixiang.yaml"


def git(folder, *words):
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.invalid", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def item(number, *replaces, name="事项", more=""):
    listed = "".join(f'      - code: "{code(old)}"\n        kind: {kind}\n' for old, kind in replaces)
    head = f'  - code: "{code(number)}"\n    name: {name}{number}\n    competent: qixiang\n'
    return f"{head}    replaces:\n{listed}{more}" if replaces else head + more


def code(number):
    return f"000154{number:03}000"


@pytest.fixture
def workspace(tmp_path):
    folder = tmp_path / "w"
    shutil.copytree(SMALL, folder)
    write(folder, MANY, "items:\n" + "".join(item(number) for number in range(1, 301)))
    git(tmp_path, "init", "-q", "w")
    commit(folder)
    return folder


def commit(folder):
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "next")


def write(folder, path, text):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")


@pytest.fixture
def diff(workspace, capsys):
    """What ``diff`` prints, as lines; or what it says on the error stream."""

    def told(*words, exit_code=0, lang="zh-CN", error=False):
        assert run(["diff", "-C", str(workspace), "--lang", lang, *words]) == exit_code
        out, err = capsys.readouterr()
        return (err if error else out).splitlines()

    return told


def test_three_hundred_records_indented_reordered_and_moved_are_moves_alone(workspace, diff):
    entries = re.split("^(?=  - )", (workspace / MANY).read_text("utf-8"), flags=re.MULTILINE)[1:]
    turned = ["\n".join(reversed_fields(each)) + "\n" for each in sorted(entries, key=hash_of)]
    (workspace / MANY).unlink()
    for place, half in (("a", turned[:150]), ("b", turned[150:])):
        write(workspace, f"catalogue/lan/items/qixiang/{place}.yaml", "items:\n\n" + "".join(half))
    assert diff() == ["没有变化"]
    assert diff("--exit-code") == ["没有变化"]
    *moves, counts = diff("--moves")
    assert counts == "新增 0 条，删除 0 条，修改 0 条，移动 300 条"
    assert len(moves) == 300
    commit(workspace)
    assert diff("HEAD~1..HEAD", "--moves")[-1] == counts


def hash_of(text):
    return sha256(text.encode()).digest()


def reversed_fields(entry):
    """The fields of an entry in another order and at another depth."""
    first, *rest = entry.rstrip("\n").split("\n")
    yield f"    - {rest[-1].strip()}"
    yield from (f"      {line.strip()}" for line in (*rest[:-1], first.replace("- ", "  ", 1)))


@pytest.fixture
def rearranged(workspace):
    """Three renumbered, one split, two merged."""
    kept = "".join(item(number) for number in range(9, 301))
    new = "".join(item(number + 400, (number, "renumbered")) for number in (1, 2, 3))
    new += item(501, (4, "split")) + item(502, (4, "split"))
    new += item(601, (5, "merged"), (6, "merged")) + item(602, (7, "merged"), (8, "merged"))
    write(workspace, MANY, "items:\n" + kept + new)
    return workspace


@pytest.mark.usefixtures("rearranged")
def test_what_is_renumbered_split_and_merged_is_said_to_be_so(diff):
    found = diff("--totals")
    assert [line.split("[")[1] for line in found if line.startswith("=")] == [
        "拆分]",
        *["编码调整、变更名称]"] * 3,
        *["合并]"] * 2,
    ]
    assert [line for line in found if line.startswith("  ")][:3] == [
        "  - lan/item/000154004000  事项4",
        "  + lan/item/000154501000  事项501",
        "  + lan/item/000154502000  事项502",
    ]
    assert found[-5:] == [
        "行政许可事项：原有 304 条，减编码调整 3 条，减合并 4 条，减拆分 1 条，"
        "加编码调整 3 条，加合并 2 条，加拆分 2 条，现有 303 条",
        "新增 0 条，删除 0 条，修改 0 条，移动 0 条",
        "编码调整 3 条",
        "拆分 1 处，拆成 2 条",
        "合并 2 处，来源 4 条",
    ]


@pytest.mark.usefixtures("rearranged")
def test_scripts_read_sources_kinds_and_totals(diff):
    found = json.loads("\n".join(diff("--format", "json", "--totals", "--change", "合并")))
    assert [(each["change"], each["record"], each["sources"]) for each in found["changes"]] == [
        ("merged", f"lan/item/{code(601)}", [f"lan/item/{code(5)}", f"lan/item/{code(6)}"]),
        ("merged", f"lan/item/{code(602)}", [f"lan/item/{code(7)}", f"lan/item/{code(8)}"]),
    ]
    assert found["changes"][0]["kinds"] == [{"name": "merged", "label": "合并"}]
    (total,) = found["totals"]
    assert {"change": "merged", "out": 4, "in": 2} in total["flows"]


def test_an_item_that_is_handed_over_names_its_memorandum(workspace, diff):
    edit(
        workspace,
        ITEMS,
        "          effective: 2018-12-30\n      - suffix",
        "          effective: 2018-12-30\n          batch: 第一批\n      - suffix",
        "        disposition:\n          state: resident",
        "        disposition:\n          state: transferred",
    )
    memo = "memoranda/lan/fagai.yaml"
    edit(workspace, memo, "number: null", "number: 兰发改〔2018〕1号")
    found = diff("--change", "transferred_in_part")
    assert found[0] == "~ lan/item/530104003000  企业投资项目核准  [部分划转、变更要素]"
    assert "    备忘录：lan/memorandum/fagai  兰发改〔2018〕1号" in found
    value = json.loads("\n".join(diff("--format", "json", "--kind", "item")))
    assert [each["memoranda"] for each in value["changes"]] == [["lan/memorandum/fagai"]]
    assert not any("lan/memorandum" in line for line in diff("--kind", "item", "--change", "added"))


LONG = (
    "    conditions: 申请人应当在受理之日起{days}日内提交全部申请材料，并对材料的真实性负责；"
    "材料不全的，一次告知需要补正的全部内容\n"
)


@pytest.fixture
def prose(workspace):
    place = '  - code: "530104004000"\n'
    edit(workspace, ITEMS, place, place + LONG.format(days=20))
    commit(workspace)
    edit(
        workspace,
        ITEMS,
        "起20日",
        "起15日",
        "    organ: fagai\n    section",
        "    organ: qixiang\n    section",
    )
    return workspace


@pytest.mark.usefixtures("prose")
def test_long_texts_have_marks_inside(diff):
    (line,) = [each for each in diff() if "受理之日起" in each]
    assert line.endswith("：申请人应当在受理之日起[-20-]{+15+}日内提交全部申请材料，并对材…")
    assert "起\x1b[31m[-20-]\x1b[0m\x1b[32m{+15+}\x1b[0m日内" in "\n".join(diff("--color", "always"))
    assert "起<del>20</del><ins>15</ins>日内" in "\n".join(diff("--format", "markdown"))
    assert "    实施机关：县发改局 -> 县气象局" in diff()


def test_markdown_escapes_what_data_say(workspace, diff):
    edit(workspace, ITEMS, "    name: 政府投资项目审批", "    name: 政府|投资<b>审批")
    found = diff("--format", "markdown", "--totals")
    assert found[:4] == [
        "<!-- xuke diff -->",
        "## 版本比较",
        "",
        "- 新增 0 条，删除 0 条，修改 1 条，移动 0 条",
    ]
    assert found[4] == "- 行政许可事项：原有 304 条，现有 304 条"
    assert found[-1].startswith(
        "| **政府\\|投资\\<b\\>审批**<br>lan/item/530104001000 | 变更名称 | 事项名称 | "
    )
    assert diff("--format", "markdown", "--kind", "post")[3:] == ["- 没有变化"]


@pytest.mark.usefixtures("rearranged")
def test_markdown_names_both_sides_of_what_goes_on_as_another(diff):
    found = "\n".join(diff("--format", "markdown"))
    assert "| 合并 |  | 000154005000 事项5<br>000154006000 事项6 | 000154601000 事项601 |" in found
    assert "| 拆分 |  | 000154004000 事项4 | 000154501000 事项501<br>000154502000 事项502 |" in found


def test_markdown_puts_no_marks_around_a_name_that_is_missing(workspace, diff):
    edit(workspace, "catalogue/lan/measures.yaml", "    title: 强化监督\n", "")
    found = "\n".join(diff("--format", "markdown"))
    assert "| lan/measure/m02 | " in found
    assert "****" not in found


def test_markdown_tells_moves_orders_and_what_comes_and_goes(workspace, diff):
    (workspace / ITEMS).rename(workspace / "catalogue/lan/items/fagai2.yaml")
    measures = "catalogue/lan/measures.yaml"
    edit(workspace, measures, "id: m02", "id: m03")
    stages = "memoranda/lan/fagai.yaml"
    text = (workspace / stages).read_text("utf-8")
    first, second = re.findall("^  - code:.*\n(?:    .*\n)*", text, re.MULTILINE)
    write(workspace, stages, text.replace(first + second, second + first))
    found = "\n".join(diff("--format", "markdown", "--moves"))
    assert "| 移动 |  | catalogue/lan/items/fagai.yaml | catalogue/lan/items/fagai2.yaml |" in found
    assert "| 删除 |  | m02 强化监督 |  |" in found
    assert "| 新增 |  |  | m03 强化监督 |" in found
    assert "次序改变 |" in found
    assert any(line.endswith("次序改变") for line in diff())


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--department", "县发改局"], 1),
        (["--department", "qixiang"], 300),
        (["--department", "县气象局", "--kind", "item"], 300),
        (["--department", "zhengwu"], 0),
        (["--field", "limit.promised"], 1),
        (["--field", "note"], 300),
        (["--field", "name"], 0),
        (["--change", "edited"], 301),
        (["--change", "变更要素", "--change", "Renamed"], 301),
        (["--change", "renamed"], 0),
        (["--kind", "measure"], 0),
        (["-j", "lan"], 301),
    ],
)
def test_a_part_can_be_asked_for(workspace, diff, words, found):
    write(
        workspace, MANY, "items:\n" + "".join(item(number, more="    note: 新\n") for number in range(1, 301))
    )
    edit(workspace, ITEMS, "        value: 5\n", "        value: 4\n")
    assert len(json.loads("\n".join(diff(*words, "--format", "json")))["changes"]) == found


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--department", "无此部门"], "没有部门 无此部门"),
        (["--field", "no.such"], "没有字段 no.such"),
        (["--change", "改名换姓"], "没有变动类型 改名换姓"),
        (["--kind", "thing"], "thing"),
        (["-j", "mei"], "没有地区 mei；现有：lan"),
    ],
)
def test_what_is_not_there_is_refused_by_name(workspace, diff, words, says):
    edit(workspace, ITEMS, "        value: 5\n", "        value: 4\n")
    assert says in "\n".join(diff(*words, exit_code=2, error=True))


def test_without_a_change_no_department_is_looked_for(diff):
    assert diff("--department", "无此部门") == ["没有变化"]


def test_similar_names_are_asked_about_and_nothing_is_taken_for_granted(workspace, diff):
    edit(
        workspace,
        MANY,
        '"000154001000"\n    name: 事项1\n',
        '"000154901000"\n    name: 雷电防护装置设计审核\n',
    )
    commit(workspace)
    edit(
        workspace,
        MANY,
        '"000154901000"\n    name: 雷电防护装置设计审核\n',
        '"000154902000"\n    name: 雷电防护装置设计审核许可\n',
    )
    found = diff("--suggest")
    assert [line[0] for line in found[:2]] == ["-", "+"]
    assert found[2].startswith("? lan/item/000154901000 雷电防护装置设计审核 与 lan/item/000154902000 ")
    (asked,) = json.loads("\n".join(diff("--suggest", "--format", "json")))["suggestions"]
    assert asked["likeness"] > 80
    assert not any(line.startswith("?") for line in diff())


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_compared(workspace, diff):
    edit(workspace, "catalogue/lan/measures.yaml", "title: 强化监督", "title: 加强监督")
    with (workspace / MANY).open("ab") as file:
        file.write(b"  - code: \xff\n")
    assert diff("--exit-code", exit_code=1)[0][:20] == "~ lan/measure/m02  加"
    said = diff("--totals", error=True)
    assert said[0].startswith(f"工作区的 {MANY} 读不出来，其中的记录没有比较：")
    assert said[1] == "有文件读不出来，因此不列合计"
    commit(workspace)
    assert diff("HEAD", "HEAD~1", error=True)[0].startswith(f"HEAD的 {MANY} 读不出来")
    assert diff("HEAD", error=True) == []


def test_only_an_unreadable_file_is_no_clean_bill(workspace, diff):
    with (workspace / MANY).open("ab") as file:
        file.write(b"  - code: \xff\n")
    assert diff("--exit-code", exit_code=1) == ["没有变化"]


def test_totals_that_cannot_be_right_are_not_given(workspace, diff):
    with (workspace / MANY).open("a") as file:
        file.write(item(301) + item(301))
    assert diff("--totals")[-1] == "新增 1 条，删除 0 条，修改 0 条，移动 0 条"
    assert diff("--totals", error=True) == [
        "行政许可事项的合计对不上：算得 305 条，实有 306 条；同一标识可能写了两次，请先运行 xuke check"
    ]


def test_the_index_is_a_side_too(workspace, diff):
    edit(workspace, ITEMS, "        value: 5\n", "        value: 4\n")
    assert diff("HEAD", "index") == ["没有变化"]
    git(workspace, "add", "-A")
    assert diff("HEAD", "index") == diff()
    assert diff("index") == ["没有变化"]
    assert diff("--at", "index") == diff()


def test_a_value_beside_marks_commands_no_screen(workspace, diff):
    place = '  - code: "530104004000"\n'
    edit(
        workspace,
        ITEMS,
        place,
        place + '    conditions: "申请人\\e[2J应当在受理之日起二十日内提交全部申请材料"\n',
    )
    commit(workspace)
    edit(workspace, ITEMS, "二十日内提交", "十五日内提交")
    found = "\n".join(diff("--color", "always"))
    assert "\\x1b[2J" in found
    assert "\x1b[2J" not in found


def test_a_record_that_changed_and_moved_is_counted_as_both(workspace, diff):
    text = (workspace / MANY).read_text("utf-8")
    entries = re.split("^(?=  - )", text, flags=re.MULTILINE)[1:]
    changed = re.sub("name: .*", "name: 新名称", entries[0])
    write(workspace, MANY, "items:\n" + "".join(entries[2:]))
    write(workspace, "catalogue/lan/items/qixiang/new.yaml", f"items:\n{changed}{entries[1]}")
    found = diff()
    assert [line[0] for line in found[:-1]] == ["~", " ", ">"]
    assert found[-1] == "新增 0 条，删除 0 条，修改 1 条，移动 1 条"
    assert diff("--moves")[-1] == "新增 0 条，删除 0 条，修改 1 条，移动 2 条"
    assert diff("--kind", "post") == ["没有变化"]


def test_a_record_without_a_name_is_told_by_what_people_know_it_by(workspace, diff):
    write(
        workspace,
        "catalogue/lan/staffing.yaml",
        "provenance: demonstration\nposts:\n"
        "  - {id: a, from_department: fagai, kind: administrative, posts: 1, persons: 1}\n"
        "  - {id: b, posts: 1}\n",
    )
    assert [line for line in diff() if line[0] == "+"] == [
        "+ lan/post/a  县发改局 行政编制",
        "+ lan/post/b",
    ]
    assert any("**县发改局 行政编制**<br>lan/post/a" in line for line in diff("--format", "markdown"))
