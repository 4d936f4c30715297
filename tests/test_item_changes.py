"""Changes of items in one step: with everything that cites them, and as clean as before."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date

import pytest
from jsonschema import Draft202012Validator

import house
from child import PATIENCE, edit, environment, git
from xuke.check.check import check
from xuke.commands.program import run
from xuke.sources import write
from xuke.sources.load import load
from xuke.sources.tree import WorkTree
from xuke.words.schemas import schema

ITEMS = "catalogue/lan/items/fagai.yaml"
DUTIES = "catalogue/lan/duties/fagai.yaml"
MEMO = "memoranda/lan/fagai.yaml"
ONE, TWO, THREE, FOUR = (f"53010400{number}000" for number in range(1, 5))
FRESH, OTHER = "530104011000", "530104012000"


def texts(folder):
    files = sorted((folder / "catalogue").rglob("*.yaml")) + sorted((folder / "memoranda").rglob("*.yaml"))
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}


def findings(folder, day="2019-01-01"):
    """Code and message of everything that is wrong, sorted."""
    found = check(load(WorkTree(folder)), date.fromisoformat(day))
    return sorted((each.code, str(each.message)) for each in found if not each.suppressed)


def record(folder, kind, name, place="lan"):
    return load(WorkTree(folder)).snapshot.get(place, kind, name).fields


def cites(folder, code):
    """The files in which a code still stands other than as what another replaces."""
    found = set()
    for name, text in texts(folder).items():
        lines = text.splitlines()
        for place, line in enumerate(lines):
            if code in line and not ("code:" in line and "kind:" in "".join(lines[place + 1 : place + 2])):
                found.add(name)
    return found


CHANGES = {
    "renumber": ("renumber", ONE, FRESH, "--reason", "上级清单调整"),
    "split": ("split", ONE, "--into", f"{FRESH}=甲类项目审批", "--into", f"{OTHER}=乙类项目审批"),
    "split-kept": ("split", ONE, "--into", f"{ONE}=甲类项目审批", "--into", f"{OTHER}=乙类项目审批"),
    "withdraw": ("withdraw", ONE, "--reason", "国发〔2019〕6号"),
    "transfer": ("transfer", TWO, "--section", "touzi"),
    "transfer-handling": ("transfer", THREE + "02"),
    "transfer-excluded": ("transfer", FOUR, "--hall", "dating", "--supervision", "jg-touzi"),
}


@pytest.mark.parametrize("words", CHANGES.values(), ids=CHANGES)
def test_the_small_register_stays_clean(small, said, words):
    assert findings(small) == []
    said(*words)
    assert findings(small) == []


@pytest.mark.parametrize("words", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("lang", house.LANGUAGES)
def test_a_dry_run_prints_what_then_differs_and_writes_nothing(small, said, words, lang, capsys):
    before = texts(small)
    assert run([*words, "--dry-run", "-C", str(small), "--lang", lang, "-q"]) == 0
    shown = capsys.readouterr().out
    assert texts(small) == before
    assert run([*words, "-C", str(small), "--lang", lang, "-q"]) == 0
    assert capsys.readouterr().out == shown
    assert texts(small) != before


@pytest.mark.parametrize("words", CHANGES.values(), ids=CHANGES)
def test_a_dry_run_prints_what_diff_prints_afterwards(small, said, words, capsys):
    git(small, "init", "-q")
    git(small, "add", "-A")
    git(small, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "all")
    assert run([*words, "--dry-run", "-C", str(small), "--lang", "en", "-q"]) == 0
    shown = capsys.readouterr().out
    assert run([*words, "-C", str(small), "--lang", "en", "-q"]) == 0
    capsys.readouterr()
    assert run(["diff", "-C", str(small), "--lang", "en", "-q"]) == 0
    assert capsys.readouterr().out == shown


def test_what_changes_is_told_by_names_and_with_its_memorandum(small, capsys):
    assert run(["transfer", TWO, "-C", str(small), "--lang", "zh-CN", "--dry-run", "-q"]) == 0
    lines = [each.strip() for each in capsys.readouterr().out.splitlines()]
    assert "实施机关：县发改局 -> 县行政审批局" in lines
    assert "备忘录：lan/memorandum/fagai" in lines
    assert any(
        each.startswith("结果用印：新增") and "印章 兰县行政审批局行政审批专用章" in each for each in lines
    )


def test_a_new_number_is_told_everywhere(small, said):
    shown = said("renumber", ONE, FRESH, "--reason", "上级清单调整")
    assert f"= lan/item/{FRESH}  [编码调整]" in shown
    assert cites(small, ONE) == set()
    assert record(small, "item", FRESH)["replaces"] == [
        {"code": ONE, "kind": "renumbered", "reason": "上级清单调整"}
    ]
    assert record(small, "supervision", "jg-touzi")["items"] == [FRESH, TWO, THREE]
    assert [each["code"] for each in record(small, "memorandum", "fagai")["items"]] == [FRESH, THREE]


def test_only_what_cites_the_item_is_touched(small, said):
    before = texts(small)
    said("renumber", ONE, FRESH)
    assert {name for name, text in texts(small).items() if text != before[name]} == {ITEMS, DUTIES, MEMO}


def test_everything_that_cites_an_item_follows_it(small, said):
    edit(
        small,
        ITEMS,
        '  - code: "530104002000"\n',
        f'  - code: "{TWO}"\n    prerequisites:\n      - "{ONE}"\n',
    )
    write_bundle(small)
    (small / "catalogue/lan/staffing.yaml").write_text(
        "provenance: demonstration\nposts:\n  - id: p1\n    from_department: fagai\n"
        "    kind: administrative\n"
        f'    posts: 1\n    persons: 1\n    items:\n      - "{ONE}"\n',
        "utf-8",
    )
    edit(
        small,
        "catalogue/xuke.yaml",
        "format: 1\n",
        "format: 1\nsuppressions:\n  - code: T001\n"
        f"    record: lan/item/{ONE}\n    reason: 照录\n    until: null\n",
    )
    power = 'powers:\n  - code: "{0}"\n    name: 审批\n    type: "01"\n    department: shenpi\n'
    path = small / "catalogue/lan/duties/shenpi.yaml"
    path.write_text("provenance: demonstration\n" + power.format(ONE), "utf-8")
    before = findings(small)
    said("split", ONE, "--into", f"{FRESH}=甲", "--into", f"{OTHER}=乙")
    assert cites(small, ONE) == set()
    assert record(small, "item", TWO)["prerequisites"] == [FRESH, OTHER]
    assert record(small, "bundle", "b1")["items"] == [FRESH, OTHER, TWO]
    assert record(small, "post", "p1")["items"] == [FRESH, OTHER]
    assert record(small, "power", FRESH) == {**record(small, "power", OTHER), "code": FRESH}
    rows = load(WorkTree(small)).snapshot.workspace.fields["suppressions"]
    assert [each["record"] for each in rows] == [f"lan/item/{FRESH}", f"lan/item/{OTHER}"]
    said("merge", FRESH, OTHER, "--into", ONE[:9] + "000", "--name", "甲乙", code=1)
    said("merge", FRESH, OTHER, "--into", OTHER, "--name", "甲乙")
    assert record(small, "post", "p1")["items"] == [OTHER]
    assert record(small, "bundle", "b1")["items"] == [OTHER, TWO]
    assert cites(small, FRESH) == set()
    assert {code for code, _ in findings(small)} <= {code for code, _ in before}


def write_bundle(small):
    (small / "catalogue/lan/bundles.yaml").write_text(
        "provenance: demonstration\nbundles:\n  - id: b1\n    name: 联办\n    kind: joint_procedure\n"
        f'    lead: shenpi\n    items:\n      - "{ONE}"\n      - "{TWO}"\n',
        "utf-8",
    )


def test_a_withdrawn_item_leaves_what_goes_on_and_stays_on_record(small, said):
    write_bundle(small)
    said("withdraw", ONE, "--reason", "国发〔2019〕6号", "--effective", "2019-02-01")
    found = record(small, "item", ONE)
    assert found["status"] == "withdrawn"
    assert found["disposition"] == {
        "state": "cancelled",
        "effective": "2019-02-01",
        "reason": "国发〔2019〕6号",
    }
    assert record(small, "bundle", "b1")["items"] == [TWO]
    assert ONE in record(small, "supervision", "jg-touzi")["items"]
    assert [each["code"] for each in record(small, "memorandum", "fagai")["items"]] == [THREE]


def test_a_transfer_sets_everything_that_the_rules_ask_for(small, said):
    parties = ("--to", "县行政审批局", "--memo", "县发改局")
    said("transfer", TWO, "--section", "touzi", "--batch", "第一批", "--reason", "批复", *parties)
    found = record(small, "item", TWO)
    assert found["organ"] == "shenpi"
    assert found["disposition"] == {
        "state": "transferred",
        "batch": "第一批",
        "effective": "2018-12-30",
        "section": "touzi",
        "reason": "批复",
    }
    assert found["seals"] == [{"id": "s1", "seal": "shenpi-zhang", "from": "2018-12-30"}]
    assert [each["code"] for each in record(small, "memorandum", "fagai")["items"]] == [ONE, TWO, THREE]


def test_the_departments_seal_ends_the_day_before(small, said):
    own = "    seals:\n      - id: s1\n        seal: fagai-zhang\n        until_event: 挂牌\n"
    edit(small, ITEMS, f'  - code: "{TWO}"\n', f'  - code: "{TWO}"\n{own}')
    said("transfer", TWO, "--effective", "2019-03-01", "--seal", "shenpi-zhang")
    assert record(small, "item", TWO)["seals"] == [
        {"id": "s1", "seal": "fagai-zhang", "until": "2019-02-28"},
        {"id": "s2", "seal": "shenpi-zhang", "from": "2019-03-01"},
    ]


def test_an_item_that_moves_as_a_whole_says_so_once(small, said):
    said("transfer", THREE, code=1)
    edit(
        small,
        ITEMS,
        '      - suffix: "01"\n        name: 新办\n        organ: shenpi\n',
        '      - suffix: "01"\n        name: 新办\n',
    )
    edit(
        small,
        ITEMS,
        "        disposition:\n          state: transferred\n          effective: 2018-12-30\n",
        "        disposition:\n          state: resident\n",
    )
    edit(small, MEMO, f'  - code: "{THREE}"\n    suffixes:\n      - "01"\n', "")
    said("transfer", THREE)
    found = record(small, "item", THREE)
    assert found["disposition"]["state"] == "transferred"
    assert all("disposition" not in each for each in found["handlings"])
    assert findings(small) == []


def test_the_licence_power_moves_to_the_bureau(small, said):
    powers = (
        "powers:\n"
        f'  - code: "{TWO}"\n    name: 节能审查\n    type: "01"\n'
        "    department: fagai\n    section: shenpi-gu\n"
        '  - code: "530204001000"\n    name: 处罚\n    type: "02"\n    department: fagai\n'
    )
    edit(small, DUTIES, "supervision:\n", powers + "supervision:\n")
    said("transfer", TWO, "--section", "touzi")
    assert record(small, "power", TWO)["department"] == "shenpi"
    assert record(small, "power", TWO)["section"] == "touzi"
    assert f'code: "{TWO}"' in (small / "catalogue/lan/duties/shenpi.yaml").read_text("utf-8")
    assert record(small, "power", "530204001000")["department"] == "fagai"


def test_a_department_without_memorandum_gets_a_draft(small, said):
    said("withdraw", ONE, "--reason", "取消")
    (small / MEMO).unlink()
    edit(
        small,
        ITEMS,
        '      - suffix: "01"\n        name: 新办\n        organ: shenpi\n',
        '      - suffix: "01"\n        name: 新办\n',
    )
    edit(
        small,
        ITEMS,
        "          state: transferred\n          effective: 2018-12-30\n",
        "          state: resident\n",
    )
    said("transfer", TWO, "--effective", "2018-12-30")
    memo = record(small, "memorandum", "fagai")
    assert memo["status"] == "draft"
    assert [each["code"] for each in memo["items"]] == [TWO]


def sign(small):
    edit(small, MEMO, "status: draft\n", "status: signed\nsigned: 2018-12-25\neffective: 2018-12-30\n")


@pytest.mark.parametrize(
    ("words", "listed", "part"),
    [
        (CHANGES["renumber"], [FRESH], f"由 {ONE} 改为 {FRESH}"),
        (CHANGES["split"], [FRESH, OTHER], "拆分为“甲类项目审批”"),
        (CHANGES["transfer"], [TWO], "自 2018-12-30 起划转"),
        (CHANGES["transfer-handling"], [THREE], "02"),
        (CHANGES["withdraw"], None, "国发〔2019〕6号"),
    ],
    ids=["renumber", "split", "transfer", "transfer-handling", "withdraw"],
)
def test_a_signed_memorandum_stays_and_a_supplement_is_drafted(small, said, words, listed, part):
    sign(small)
    before, known = record(small, "memorandum", "fagai"), findings(small)
    said(*words)
    after = record(small, "memorandum", "fagai")
    paper = after["supplements"][0]
    assert {name: value for name, value in after.items() if name != "supplements"} == before
    assert part in paper["text"]
    assert "date" not in paper
    assert [each["code"] for each in paper.get("items", [])] == (listed or [])
    assert findings(small) == known


def test_the_next_change_goes_into_the_same_draft(small, said):
    sign(small)
    said("renumber", ONE, FRESH)
    said("transfer", TWO)
    (paper,) = record(small, "memorandum", "fagai")["supplements"]
    assert [each["code"] for each in paper["items"]] == [TWO, FRESH]
    assert len(paper["text"].split("\n")) == 2
    said("renumber", FRESH, OTHER)
    (paper,) = record(small, "memorandum", "fagai")["supplements"]
    assert {each["code"] for each in paper["items"]} == {OTHER, TWO}


def test_a_supplement_with_a_date_is_closed_too(small, said):
    sign(small)
    said("renumber", ONE, FRESH)
    edit(small, MEMO, "  - id: bc1\n", "  - id: bc1\n    date: 2019-01-01\n")
    said("renumber", FRESH, OTHER)
    first, second = record(small, "memorandum", "fagai")["supplements"]
    assert first["items"] == [{"code": FRESH}]
    assert (second["id"], second["items"]) == ("bc2", [{"code": OTHER}])


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    """The reference register as files, and what is wrong with it."""
    folder = tmp_path_factory.mktemp("reference")
    for name in ("catalogue", "memoranda"):
        shutil.copytree(house.ROOT / name, folder / name)
    return folder, findings(folder, "2026-01-01")


REFERENCE = {
    "renumber": ("renumber", "530104001000", "530104099000"),
    "split": (
        "split",
        "530125001000",
        "--into",
        "530125001001=烟花爆竹零售",
        "--into",
        "530125001002=烟花爆竹批发",
    ),
    "merge": ("merge", "530104001000", "530104002000", "--into", "530104098000", "--name", "投资项目审批"),
    "withdraw": ("withdraw", "530104003000", "--reason", "国发〔2019〕6号"),
    "transfer": ("transfer", "530105008000", "--section", "shehui"),
}


@pytest.mark.parametrize("words", REFERENCE.values(), ids=REFERENCE)
def test_the_reference_register_stays_as_clean_as_it_was(reference, said, words, tmp_path):
    folder, before = reference
    copy = tmp_path / "r"
    shutil.copytree(folder, copy)
    said(*words, "-j", "yaoan", folder=copy)
    assert texts(copy) != texts(folder)
    assert [each for each in findings(copy, "2026-01-01") if each not in before] == []


REFUSED = {
    "unknown": (2, "530104099000", ("renumber", "530104099000", FRESH)),
    "same": (2, "相同", ("renumber", ONE, ONE)),
    "shape": (2, "不是可用的基本编码", ("renumber", ONE, "53010400")),
    "taken": (1, "已有事项使用", ("renumber", ONE, TWO)),
    "department": (1, "县发改局的是 04", ("renumber", ONE, "530154001000")),
    "type": (1, "第三、四位为 02", ("renumber", ONE, "530204001000")),
    "undivided": (1, "没有主项", ("renumber", ONE, "530104011001")),
    "one": (2, "至少要有两个", ("split", ONE, "--into", f"{FRESH}=甲")),
    "unnamed": (2, "编码=名称", ("split", ONE, "--into", FRESH, "--into", f"{OTHER}=乙")),
    "namesake": (1, "相同", ("split", ONE, "--into", f"{FRESH}=甲", "--into", f"{OTHER}=甲")),
    "namesake-other": (
        1,
        "相同",
        ("split", ONE, "--into", f"{FRESH}=企业投资项目核准", "--into", f"{OTHER}=甲"),
    ),
    "twice": (2, "写了两次", ("merge", ONE, ONE, "--into", ONE, "--name", "甲")),
    "alone": (2, "两个事项", ("merge", ONE, "--into", ONE, "--name", "甲")),
    "states": (1, "去向", ("merge", ONE, TWO, "--into", ONE, "--name", "甲")),
    "no-reason": (2, "--reason", ("withdraw", ONE)),
    "no-day": (2, "2019-13-01", ("withdraw", ONE, "--reason", "甲", "--effective", "2019-13-01")),
    "moved": (1, "已经划转", ("transfer", ONE)),
    "suffix": (2, "没有编号为 09", ("transfer", THREE + "09")),
    "to": (1, "不能划转到县气象局", ("transfer", TWO, "--to", "qixiang")),
    "other-memo": (1, "不能列入与县气象局", ("transfer", TWO, "--memo", "qixiang")),
    "no-department": (2, "nobody", ("transfer", TWO, "--memo", "nobody")),
    "hall": (1, "--hall", ("transfer", FOUR)),
    "all": (1, "--hall 指明；530104004000 没有列入监管事项，请用 --supervision", ("transfer", FOUR)),
    "no-hall": (2, "dongmen", ("transfer", FOUR, "--hall", "dongmen")),
    "supervision": (1, "--supervision", ("transfer", FOUR, "--hall", "dating")),
    "no-supervision": (2, "supervision/x", ("transfer", TWO, "--supervision", "x")),
    "section": (2, "touzi", ("transfer", TWO, "--section", "x")),
    "seal": (1, "shenpi-zhang", ("transfer", TWO, "--seal", "fagai-zhang")),
    "jurisdiction": (2, "nowhere", ("renumber", ONE, FRESH, "-j", "nowhere")),
}


@pytest.mark.parametrize(("code", "part", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_said_and_nothing_is_written(small, said, code, part, words):
    before = texts(small)
    assert part in said(*words, code=code)
    said(*words, code=code, lang="en")
    assert texts(small) == before


def test_what_is_withdrawn_changes_no_more(small, said):
    said("withdraw", ONE, "--reason", "取消")
    for words in (("renumber", ONE, FRESH), ("transfer", ONE), ("withdraw", ONE, "--reason", "又")):
        assert "已经撤回" in said(*words, code=1)


def test_a_code_that_was_replaced_is_not_given_again(small, said):
    said("renumber", ONE, FRESH)
    assert "曾用于别的事项" in said("renumber", TWO, ONE, code=1)


def test_an_undivided_item_is_split_into_sub_items_under_a_heading(small, said):
    subs = [f"53010400100{number}" for number in (1, 2)]
    said("split", ONE, "--into", f"{subs[0]}=甲", "--into", f"{subs[1]}=乙")
    assert record(small, "item", "53010400100Y")["name"] == "政府投资项目审批"
    assert findings(small) == []
    assert "最后的子项" not in said("renumber", subs[0], FRESH)
    assert "最后的子项" in said("renumber", subs[1], OTHER, code=1)
    assert "只统领子项" in said("withdraw", "53010400100Y", "--reason", "甲", code=1)


def test_sub_items_that_are_merged_take_their_heading_along(small, said):
    subs = [f"53010400100{number}" for number in (1, 2)]
    said("split", ONE, "--into", f"{subs[0]}=甲", "--into", f"{subs[1]}=乙")
    said("merge", *subs, "--into", "530104013000", "--name", "政府投资项目审批")
    assert findings(small) == []
    assert cites(small, "53010400100Y") == set()


def test_a_merged_item_tells_in_what_its_sources_differed(small, said):
    edit(
        small,
        ITEMS,
        "    disposition:\n      state: excluded\n      exclusion: anquan\n",
        "    disposition:\n      state: resident\n",
    )
    shown = said("merge", TWO, FOUR, "--into", TWO, "--name", "甲")
    assert f"沿用 {TWO} 的" in shown
    assert "办结时限" in shown


def test_a_plan_is_printed_as_json_like_a_difference(small, capsys):
    assert run([*CHANGES["renumber"], "--dry-run", "--format", "json", "-C", str(small), "-q"]) == 0
    found = json.loads(capsys.readouterr().out)
    Draft202012Validator(schema("output/diff")).validate(found)
    (row,) = (each for each in found["changes"] if each["kind"] == "item")
    assert (row["change"], row["sources"]) == ("renumbered", [f"lan/item/{ONE}"])


@pytest.mark.parametrize("words", CHANGES.values(), ids=CHANGES)
def test_a_failure_at_any_file_leaves_all_as_it_was(small, said, words, monkeypatch):
    before, whole, number = texts(small), write._put, 0

    def fails(target, data):
        nonlocal number
        number -= 1
        if number == 0:
            raise KeyboardInterrupt
        whole(target, data)

    monkeypatch.setattr(write, "_put", fails)
    for place in range(1, 9):
        number = place
        if run([*words, "-C", str(small), "--lang", "en"]) == 0:
            break
        assert texts(small) == before
    assert place in {2, 3, 4, 5}


@pytest.fixture
def published(small):
    """The small register with published items, committed."""
    file = small / ITEMS
    text = file.read_text("utf-8").replace(
        "    level: county\n", "    level: county\n    status: published\n"
    )
    file.write_text(
        text.replace("    status: published\n", "    status: published\n    version: 3\n"), "utf-8"
    )
    git(small, "init", "-q", ".")
    git(small, "add", "-A")
    git(small, "commit", "-q", "-m", "all")
    return small


@pytest.mark.parametrize("words", CHANGES.values(), ids=CHANGES)
def test_the_rules_of_change_and_of_history_stay_content(published, said, words):
    assert "0 个错误，0 个警告" in said("check", "--since", "HEAD", "--on", "2019-01-01")
    said(*words)
    assert "0 个错误，0 个警告" in said("check", "--since", "HEAD", "--on", "2019-01-01")
    assert "version: 4" in (published / ITEMS).read_text("utf-8")


def test_a_version_counts_once_what_is_committed_once(published, said):
    said("transfer", TWO)
    said("withdraw", TWO, "--reason", "取消")
    assert record(published, "item", TWO)["version"] == 4
    git(published, "commit", "-q", "-am", "more")
    said("renumber", ONE, FRESH)
    git(published, "commit", "-q", "-am", "renumbered")
    said("renumber", FRESH, OTHER)
    assert record(published, "item", OTHER)["version"] == 5


def test_a_code_of_the_past_is_not_given_again(published, said):
    file = published / ITEMS
    text = file.read_text("utf-8")
    file.write_text(text[: text.index(f'  - code: "{FOUR}"')], "utf-8")
    git(published, "commit", "-q", "-am", "gone")
    assert "曾用于别的事项" in said("renumber", TWO, FOUR, code=1)


def test_a_signed_code_that_went_on_is_no_dangling_reference(small, said):
    sign(small)
    said("renumber", ONE, FRESH)
    assert findings(small) == []
    edit(small, MEMO, "status: signed\n", "status: draft\n")
    assert "K002" in {code for code, _ in findings(small)}


def test_a_reader_that_leaves_early_undoes_nothing(small):
    reader, writer = os.pipe()
    os.close(reader)
    words = [sys.executable, "-m", "xuke", *CHANGES["renumber"], "-q"]
    done = subprocess.run(words, cwd=small, env=environment(), stdout=writer, check=False, timeout=PATIENCE)
    os.close(writer)
    assert done.returncode == 0
    assert record(small, "item", FRESH)["name"] == "政府投资项目审批"
