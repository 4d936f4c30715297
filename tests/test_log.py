"""The history of one record: through files, codes, branches and clones that are cut off."""

import json
import re
import shutil
import subprocess
import sys
from datetime import date

import pytest
from jsonschema import Draft202012Validator

import house
from child import environment, git
from pasts import ITEM, Making, item, items
from xuke.commands.program import run
from xuke.words.width import width

A, B = "catalogue/lan/items/a.yaml", "catalogue/lan/items/b.yaml"
NEW = "530104009000"
OTHER = "530104002000"


@pytest.fixture
def told(capsys, tmp_path):
    """Runs a command in the test's folder: what it printed as JSON, after its schema has accepted it."""

    def told(name, key, *words, folder=tmp_path):
        code = run([name, key, "-C", str(folder), "--format", "json", "--lang", "en", *words])
        captured = capsys.readouterr()
        assert code == 0, captured.err
        value = json.loads(captured.out)
        schema = json.loads((house.SCHEMAS / "output" / f"{name}.json").read_text("utf-8"))
        Draft202012Validator(schema).validate(value)
        return value

    return told


@pytest.fixture
def said(capsys, tmp_path):
    """Runs a command in the test's folder: exit code, output and remarks."""

    def said(*words, folder=tmp_path):
        code = run([*words, "-C", str(folder)] + ([] if "--lang" in words else ["--lang", "en"]))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return said


def changes(value):
    return [(each["subject"], each["change"]) for each in value["entries"]]


def busy(folder):
    """A repository of 300 commits: one record edited in 12, moved in two and renumbered in one of them."""
    making = Making(folder)
    days, file, code, replaces = 40, A, ITEM, ()
    for number in range(300):
        if number % 25 == 3:
            days -= 1
        elif number in (50, 200):
            file = B if file == A else A
        elif number == 120:
            code, replaces = NEW, ((ITEM, "renumbered"),)
        texts = {A: [item(OTHER, f"另一事项{number}")], B: []}
        texts[file].append(item(code, days=days, replaces=replaces))
        making.commit({path: items(*found) for path, found in texts.items() if found})
    return making.made()


def test_twelve_edits_two_moves_and_a_new_code_in_300_commits_are_fifteen_entries(tmp_path, told):
    busy(tmp_path)
    value = told("log", f"item/{NEW}")
    assert len(value["entries"]) == value["summary"]["entries"] == 15
    assert [each["change"] for each in value["entries"]].count("edited") == 12
    assert [each["change"] for each in value["entries"]].count("moved") == 2
    (renumbered,) = (each for each in value["entries"] if each["change"] == "renumbered")
    assert renumbered["replaces"] == [{"record": f"lan/item/{ITEM}", "kind": "renumbered"}]
    assert [each["field"] for each in renumbered["fields"]] == ["code", "replaces"]
    assert [each["change"] for each in value["begins"]] == ["added"]
    assert value["complete"] is True
    origin = {each["field"]: each["subject"] for each in told("blame", NEW)["fields"]}
    assert (origin["name"], origin["code"]) == ("change 1", "change 121")
    assert origin["limit.promised.value"] == "change 279"


def test_a_change_of_a_side_branch_appears_once_and_a_clean_merge_not_at_all(tmp_path, told):
    making = Making(tmp_path)
    first = making.commit({A: items(item(ITEM))})
    ours = making.commit({A: items(item(ITEM, "乙"))}, first)
    theirs = making.commit({A: items(item(ITEM, days=5))}, first)
    making.commit({A: items(item(ITEM, "乙", days=5))}, ours, theirs, subject="clean")
    making.made()
    assert sorted(changes(told("log", ITEM))) == [("change 2", "edited"), ("change 3", "edited")]
    origin = {each["field"]: each["subject"] for each in told("blame", ITEM)["fields"]}
    assert (origin["name"], origin["limit.promised.value"], origin["competent"]) == (
        "change 2",
        "change 3",
        "change 1",
    )


def test_a_merge_stands_with_what_it_changed_itself(tmp_path, told):
    making = Making(tmp_path)
    first = making.commit({A: items(item(ITEM))})
    ours = making.commit({A: items(item(ITEM, "乙", days=7))}, first)
    theirs = making.commit({A: items(item(ITEM, "丙", days=5))}, first)
    making.commit({A: items(item(ITEM, "乙丙", days=5))}, ours, theirs, subject="resolved")
    making.commit({A: items(item(ITEM, "乙丙", days=5), item(OTHER))}, subject="another item")
    making.made()
    merge, *rest = told("log", ITEM)["entries"]
    assert (merge["subject"], [each["field"] for each in merge["fields"]]) == ("resolved", ["name"])
    assert [each["change"] for each in rest] == ["edited", "edited"]
    origin = {each["field"]: each["subject"] for each in told("blame", ITEM)["fields"]}
    assert (origin["name"], origin["limit.promised.value"]) == ("resolved", "change 3")


def test_an_evil_merge_is_an_entry_and_a_side_that_a_merge_drops_is_none(tmp_path, told):
    making = Making(tmp_path)
    first = making.commit({A: items(item(ITEM))})
    ours = making.commit({A: items(item(ITEM)), B: items(item(OTHER))}, first)
    theirs = making.commit({A: items(item(ITEM, "丢"))}, first, subject="dropped")
    evil = making.commit({A: items(item(ITEM, days=3)), B: items(item(OTHER))}, ours, theirs, subject="evil")
    left = making.commit({A: items(item(ITEM, days=2)), B: items(item(OTHER))}, evil, subject="left")
    lost = making.commit({A: items(item(ITEM, days=1)), B: items(item(OTHER))}, evil, subject="lost")
    making.commit({A: items(item(ITEM, days=2)), B: items(item(OTHER, "戊"))}, left, lost, subject="kept")
    making.made()
    assert changes(told("log", ITEM)) == [("left", "edited"), ("evil", "edited"), ("dropped", "edited")]


def test_a_record_removed_by_a_merge_is_found_by_its_last_name(tmp_path, told, said):
    making = Making(tmp_path)
    first = making.commit({A: items(item(ITEM), item(OTHER))})
    ours = making.commit({A: items(item(ITEM, days=8), item(OTHER))}, first)
    theirs = making.commit({A: items(item(ITEM), item(OTHER, "戊"))}, first)
    making.commit({A: items(item(OTHER, "戊"))}, ours, theirs, subject="removed here")
    making.made()
    assert changes(told("log", f"lan/item/{ITEM}"))[0] == ("removed here", "removed")
    assert told("blame", ITEM)["fields"] == []
    code, out, err = said("log", ITEM)
    assert code == 0
    assert f"removed from {A}" in out
    assert f"lan/item/{ITEM} is there no more" in err
    assert said("log", "530104999000")[0] == 2
    assert said("log", "item/nothing")[0] == 2


def test_a_record_that_comes_again_keeps_its_earlier_life(tmp_path, told):
    making = Making(tmp_path)
    making.commit({A: items(item(ITEM), item(OTHER))})
    making.commit({A: items(item(OTHER))}, subject="out")
    making.commit({A: items(item(ITEM, "丁"), item(OTHER))}, subject="in")
    making.made()
    value = told("log", ITEM)
    assert changes(value) == [("in", "added"), ("out", "removed")]
    assert [each["subject"] for each in value["begins"]] == ["change 1"]
    assert {each["subject"] for each in told("blame", ITEM)["fields"]} == {"in"}


def test_a_split_and_a_merger_of_items_lead_to_their_sources(tmp_path, told, said):
    third, joint = "530104003000", "530104004000"
    making = Making(tmp_path)
    making.commit({A: items(item(ITEM, days=20))})
    making.commit({A: items(item(ITEM, days=12))})
    parts = [item(code, days=12, replaces=[(ITEM, "split")]) for code in (OTHER, third)]
    making.commit({A: items(*parts)}, subject="split")
    both = item(joint, days=12, replaces=[(OTHER, "merged"), (third, "merged")])
    making.commit({B: items(both)}, subject="merged")
    making.made()
    value = told("log", joint)
    assert changes(value) == [
        ("merged", "merged"),
        ("split", "split"),
        ("split", "split"),
        ("change 2", "edited"),
    ]
    assert [each["record"] for each in value["entries"][:3]] == [
        f"lan/item/{code}" for code in (joint, OTHER, third)
    ]
    assert value["entries"][0]["old_path"] == A
    origin = {each["field"]: each["subject"] for each in told("blame", joint)["fields"]}
    assert (origin["limit.promised.value"], origin["code"]) == ("change 2", "merged")
    gone = told("log", ITEM)["entries"][0]
    assert (gone["change"], [each["record"] for each in gone["replaced_by"]]) == (
        "split",
        [f"lan/item/{OTHER}", f"lan/item/{third}"],
    )
    _, out, err = said("log", ITEM)
    assert f"goes on as lan/item/{OTHER}, lan/item/{third} (Split)" in out
    assert f"xuke log lan/item/{OTHER}" in err


def test_a_code_named_only_later_is_followed_from_then_on(tmp_path, told):
    making = Making(tmp_path)
    making.commit({A: items(item(ITEM))})
    making.commit({A: items()})
    making.commit({A: items(item(NEW))}, subject="comes")
    making.commit({A: items(item(NEW, replaces=[(ITEM, "renumbered")]))}, subject="named")
    making.made()
    value = told("log", NEW)
    assert changes(value) == [("named", "renumbered"), ("change 2", "removed")]
    assert [each["subject"] for each in value["begins"]] == ["comes", "change 1"]


def test_a_record_copied_first_and_deleted_later_is_moved_not_removed(tmp_path, told):
    making = Making(tmp_path)
    making.commit({A: items(item(ITEM))})
    making.commit({A: items(item(ITEM)), B: items(item(ITEM))})
    making.commit({B: items(item(ITEM))}, subject="deleted in one file")
    making.made()
    assert changes(told("log", ITEM)) == [("deleted in one file", "moved")]


def test_comments_quotes_and_texts_that_cannot_be_read_are_no_change(tmp_path, told):
    making = Making(tmp_path)
    plain = items(item(ITEM))
    making.commit({A: plain})
    making.commit({A: plain.replace("name: 甲", 'name: "甲"  # 备注')})
    making.commit({A: plain.replace("name: 甲", "name: [甲")}, subject="broken")
    making.commit({A: plain.replace("value: 9", "value: 8")}, subject="mended")
    making.commit(
        {A: plain.replace("value: 9", "value: 8").replace("name: 甲\n", "name: 甲\n    name: 乙\n")}
    )
    making.made()
    assert changes(told("log", ITEM))[-1:] == [("mended", "edited")]


def test_what_stands_beside_a_text_that_cannot_be_read_is_no_change(tmp_path, told):
    making = Making(tmp_path)
    marks = "<<<<<<< ours\n    note: 甲\n=======\n    note: 乙\n>>>>>>> theirs\n"
    making.commit({A: items(item(OTHER), item(ITEM))}, subject="whole")
    making.commit({A: items(item(OTHER, more=marks), item(ITEM))}, subject="broken")
    making.commit({A: items(item(OTHER), item(ITEM, days=8))}, subject="mended")
    making.made()
    assert changes(told("log", ITEM)) == [("mended", "edited")]


def test_what_is_not_committed_stands_first(tmp_path, told, said):
    making = Making(tmp_path)
    making.commit({A: items(item(ITEM), item(OTHER))})
    making.made()
    assert told("log", ITEM)["entries"] == []
    assert "no change since it was added" in said("log", ITEM)[1]
    (tmp_path / A).write_text(items(item(ITEM, "乙")), "utf-8")
    (entry,) = told("log", ITEM)["entries"]
    assert (entry["commit"], entry["author"], entry["date"], entry["change"]) == (None, None, None, "edited")
    assert said("log", ITEM)[1].startswith("not committed\n")
    origin = {each["field"]: each["commit"] for each in told("blame", ITEM)["fields"]}
    assert origin.pop("name") is None
    assert None not in origin.values()
    assert changes(told("log", OTHER)) == [(None, "removed")]
    assert told("log", OTHER, "--at", "HEAD")["entries"] == []
    git(tmp_path, "add", "-A")
    assert changes(told("log", ITEM, "--at", "index")) == [(None, "edited")]


def test_a_new_code_that_is_not_committed_is_followed(tmp_path, told):
    making = Making(tmp_path)
    making.commit({A: items(item(ITEM))})
    making.commit({A: items(item(ITEM, days=8))})
    making.made()
    (tmp_path / A).write_text(items(item(NEW, days=8, replaces=[(ITEM, "renumbered")])), "utf-8")
    assert changes(told("log", NEW)) == [(None, "renumbered"), ("change 2", "edited")]
    assert changes(told("log", ITEM))[0] == (None, "renumbered")
    assert {each["field"]: each["subject"] for each in told("blame", NEW)["fields"]}["name"] == "change 1"


def test_a_shallow_clone_says_what_is_missing(tmp_path, told, said):
    making = Making(tmp_path / "w")
    (tmp_path / "w").mkdir()
    making.commit({A: items(item(ITEM))})
    making.commit({A: items(item(ITEM, days=8)), B: items(item(OTHER))})
    making.commit({A: items(item(ITEM, days=7)), B: items(item(OTHER))})
    root = making.made()
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{root}", "cut")
    cut = tmp_path / "cut"
    value = told("log", ITEM, folder=cut)
    assert (changes(value), value["complete"]) == ([("change 3", "edited")], False)
    assert [each["oldest"] for each in value["begins"]] == [True]
    rows = {each["field"]: each for each in told("blame", ITEM, folder=cut)["fields"]}
    assert (rows["name"]["oldest"], rows["limit.promised.value"]["oldest"]) == (True, False)
    _, out, err = said("blame", ITEM, folder=cut)
    assert "or before" in out
    assert "git fetch --unshallow" in err
    assert "older commits are missing" in said("log", ITEM, folder=cut)[1]


def test_the_memorandum_listed_the_item_by_the_code_that_it_had_then(tmp_path, told):
    memo, text = "memoranda/lan/fagai.yaml", "giver: fagai\nnumber: {}\nitems:\n  - code: {}\n"
    making = Making(tmp_path)
    making.commit({A: items(item(ITEM))})
    making.commit({A: items(item(ITEM, days=8)), memo: text.format("1号", json.dumps(ITEM))})
    # A code that is written with an escape is one too.
    escaped = '"' + "".join(f"\\x{ord(each):02x}" for each in NEW) + '"'
    new = items(item(NEW, days=8, replaces=[(ITEM, "renumbered")]))
    making.commit({A: new, memo: text.format("2号", escaped)})
    making.made()
    value = told("log", NEW)
    assert [[each["number"] for each in entry["memoranda"]] for entry in value["entries"]] == [
        ["2号"],
        ["1号"],
    ]


def test_the_memorandum_is_that_of_the_commit(tmp_path, told, said):
    memo = "memoranda/lan/fagai.yaml"
    draft = f'title: 备忘录\nnumber: null\ngiver: fagai\nstatus: draft\nitems:\n  - code: "{ITEM}"\n'
    signed = draft.replace("null", "兰备〔2018〕1号").replace("draft", "signed")
    making = Making(tmp_path)
    making.commit({A: items(item(ITEM))})
    making.commit({A: items(item(ITEM, days=8)), memo: draft})
    making.commit({A: items(item(ITEM, days=8)), memo: signed})
    making.commit({A: items(item(ITEM, days=7)), memo: signed, "memoranda/lan/odd.yaml": "giver: [\n"})
    making.made()
    value = told("log", ITEM)
    numbers = [[each["number"] for each in entry["memoranda"]] for entry in value["entries"]]
    assert (numbers, value["begins"][0]["memoranda"]) == ([["兰备〔2018〕1号"], [None]], [])
    assert "under memorandum 兰备〔2018〕1号 (lan/memorandum/fagai)" in said("log", ITEM)[1]
    assert changes(told("log", "memorandum/fagai")) == [("change 3", "edited")]
    (tmp_path / A).write_text(items(item(ITEM, days=6)), "utf-8")
    assert told("log", ITEM)["entries"][0]["memoranda"][0]["status"] == "signed"


def test_names_and_subjects_cannot_steer_a_screen(tmp_path, said):
    making = Making(tmp_path)
    making.commit({A: items(item(ITEM))}, author="\x1b[31m李四", subject="red \x1b[31m and more")
    making.made()
    out = said("log", ITEM)[1]
    assert "\x1b" not in out
    assert "李四" in out


def test_a_folder_without_commits_or_without_git_is_told(tmp_path, told, said):
    for path, text in {"catalogue/xuke.yaml": "format: 1\n", A: items(item(ITEM))}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    assert said("log", ITEM)[0] == 3
    git(tmp_path, "init", "-q", ".")
    value = told("log", ITEM)
    assert [(each["commit"], each["change"]) for each in value["begins"]] == [(None, "added")]
    shutil.rmtree(tmp_path / ".git")
    assert said("blame", ITEM)[0] == 3


@pytest.mark.parametrize("name", ["log", "blame"])
def test_schemas_of_the_past_refuse_what_they_do_not_name(tmp_path, told, name):
    making = Making(tmp_path)
    making.commit({A: items(item(ITEM))})
    making.commit({A: items(item(ITEM, days=8))})
    making.made()
    value = told(name, ITEM)
    validator = Draft202012Validator(
        json.loads((house.SCHEMAS / "output" / f"{name}.json").read_text("utf-8"))
    )
    rows = [part for each in value.values() if isinstance(each, list) for part in each]
    for part in (value, value["tool"], *rows):
        part["surplus"] = 1
        assert not validator.is_valid(value)
        del part["surplus"]
        assert validator.is_valid(value)


@pytest.mark.parametrize("name", ["log", "blame"])
@pytest.mark.parametrize("key", [ITEM, OTHER, NEW, "memorandum/fagai"])
def test_the_past_is_told_in_one_language(tmp_path, said, name, key):
    making = Making(tmp_path)
    memo = {"memoranda/lan/fagai.yaml": f'giver: fagai\nstatus: draft\nitems:\n  - code: "{NEW}"\n'}
    making.commit({A: items(item(ITEM), item(OTHER)), **memo})
    making.commit({B: items(item(NEW, days=3, replaces=[(ITEM, "renumbered")])), **memo})
    making.made()
    (tmp_path / B).write_text(items(item(NEW, "乙", days=3)), "utf-8")
    data = "".join(file.read_text("utf-8") for file in tmp_path.rglob("*.yaml"))
    own = {"change", "lan", "item", "fagai", *re.findall("[A-Za-z]+", data)}
    code, out, err = said(name, key, "--lang", "zh-CN")
    assert code == 0
    assert house.latin_words(re.sub("[0-9a-f]{10}", "", out + err), own) == []
    code, out, err = said(name, key, "--lang", "en")
    known = data + "张三"
    assert [each for each in re.findall("[\u3400-\u9fff]{2,}", out + err) if each not in known] == []


def test_the_columns_of_names_in_chinese_and_latin_letters_are_even(tmp_path, said):
    making = Making(tmp_path)
    making.commit({A: items(item(ITEM))}, author="张三", subject="一")
    making.commit({A: items(item(ITEM, days=8))}, author="Li Si", subject="二")
    making.made()
    heads = [each for each in said("log", ITEM)[1].splitlines() if "  2018-01-0" in each]
    assert len({width(each.partition(" 一")[0].partition(" 二")[0]) for each in heads}) == 1


def test_a_reader_that_leaves_ends_the_log_quietly(tmp_path):
    making = Making(tmp_path)
    for number in range(60):
        making.commit({A: items(item(ITEM, "甲" * 4000 + str(number)))})
    making.made()
    words = [sys.executable, "-m", "xuke", "log", ITEM]
    with subprocess.Popen(
        words, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.parametrize(
    ("path", "key", "old", "new"),
    [
        (
            "catalogue/xuke.yaml",
            "workspace/xuke",
            "format: 1\nlanguage: zh-CN\n",
            "format: 1\nlanguage: en\n",
        ),
        (
            "catalogue/rules.yaml",
            "rule/Z001",
            "rules:\n  - code: Z001\n",
            "rules:\n  - code: Z001\n    why: a\n",
        ),
        ("catalogue/lan/reform.yaml", "jurisdiction/lan", "a: {b: 1}\n", "a: {b: true}\n"),
        ("catalogue/lan/halls.yaml", "hall/h", "halls: [{id: h}]\n", "halls:\n  - id: h\n    name: a\n"),
        (
            "catalogue/lan/halls.yaml",
            "window/w",
            "windows:\n  - id: w\n",
            "windows:\n  - name: a\n    id: w\n",
        ),
        (
            "catalogue/lan/halls.yaml",
            "window/w",
            "windows:\n  # 注\n  - id: w\nhalls: []\n",
            "windows:\n  - id: w\n    name: a\n",
        ),
        (
            "catalogue/lan/duties/a/b.yaml",
            "power/1",
            "powers:\n  - code: 1\n",
            "powers:\n  - code: 1\n    name: a\n",
        ),
    ],
)
def test_records_of_every_kind_of_file_have_a_past(tmp_path, told, path, key, old, new):
    making = Making(tmp_path)
    making.commit({path: old})
    making.commit({path: new, "catalogue/lan/strange.yaml": "a: 1\n"}, subject="edited")
    making.made()
    value = told("log", key)
    assert [each["subject"] for each in (*value["entries"], *value["begins"])] == ["edited", "change 1"]


def test_a_record_of_a_file_that_was_never_committed_begins_uncommitted(tmp_path, told):
    making = Making(tmp_path)
    making.commit({A: items(item(ITEM))})
    making.made()
    (tmp_path / "catalogue/lan/measures.yaml").write_text("measures:\n  - id: m01\n    title: 一\n", "utf-8")
    assert [each["commit"] for each in told("log", "measure/m01")["begins"]] == [None]
    assert {each["commit"] for each in told("blame", "m01")["fields"]} == {None}


def test_elements_of_lists_have_origins_of_their_own(tmp_path, told):
    def named(*handlings, last=""):
        rows = "".join(f'      - suffix: "{suffix}"\n        name: {name}\n' for suffix, name in handlings)
        return items(item(ITEM, more=f"    handlings:\n{rows}{last}"))

    making = Making(tmp_path)
    making.commit({A: named(("01", "新办"), ("02", "变更"))})
    making.commit({A: named(("01", "新办"), ("02", "变更"), ("03", "注销"))})
    making.commit({A: named(("03", "注销"), ("01", "新办"), ("02", "换证"), last="    modes: [b, a]\n")})
    making.made()
    origin = {tuple(each["steps"]): each["subject"] for each in told("blame", ITEM)["fields"]}
    assert {name: origin["handlings", name, "name"] for name in ("01", "02", "03")} == {
        "01": "change 1",
        "02": "change 3",
        "03": "change 2",
    }
    assert origin["modes",] == "change 3"


def test_a_record_is_shown_as_it_was_on_a_day(tmp_path, told, said):
    making = Making(tmp_path)
    for days, day in ((9, date(2018, 3, 1)), (8, date(2018, 3, 5)), (7, date(2018, 3, 9))):
        making.commit({A: items(item(ITEM, days=days))}, day=day)
    making.made()
    (tmp_path / A).write_text(items(item(ITEM, days=1)), "utf-8")

    def on(*words):
        value = told("show", ITEM, *words)
        return value["fields"]["limit"]["promised"]["value"], value.get("date")

    assert on() == (1, None)
    assert on("--on", "2018-03-04") == (9, "2018-03-01")
    assert on("--on", "2018-03-05") == (8, "2018-03-05")
    assert on("--on", "2030-01-01") == (7, "2018-03-09")
    assert on("--at", "HEAD~1") == (8, "2018-03-05")
    assert on("--at", "HEAD~1", "--on", "2018-03-04") == (9, "2018-03-01")
    assert on("--at", "index") == (7, None)
    code, _, err = said("show", ITEM, "--on", "2018-02-28")
    assert (code, "the first is of 2018-03-01" in err) == (3, True)
    assert said("show", ITEM, "--on", "2018-02-30")[0] == 2
    assert "(2018-03-05)" in said("show", ITEM, "--on", "2018-03-05")[1]


def test_a_day_of_a_side_branch_is_none_of_the_register(tmp_path, told):
    making = Making(tmp_path)
    first = making.commit({A: items(item(ITEM))}, day=date(2018, 3, 1))
    ours = making.commit({A: items(item(ITEM)), B: items(item(OTHER))}, first, day=date(2018, 3, 2))
    side = making.commit({A: items(item(ITEM, days=3))}, first, day=date(2018, 3, 4))
    making.commit({A: items(item(ITEM, days=3)), B: items(item(OTHER))}, ours, side, day=date(2018, 3, 9))
    making.made()
    on = told("show", ITEM, "--on", "2018-03-05")
    assert (on["date"], on["fields"]["limit"]["promised"]["value"]) == ("2018-03-02", 9)


def test_show_says_that_a_record_had_another_code_or_is_gone_since(tmp_path, told, said):
    making = Making(tmp_path)
    making.commit({A: items(item(ITEM), item(OTHER))}, day=date(2018, 3, 1))
    making.commit({A: items(item(NEW, replaces=[(ITEM, "renumbered")]), item(OTHER))}, day=date(2018, 3, 3))
    making.commit({A: items(item(NEW, replaces=[(ITEM, "renumbered")]))}, day=date(2018, 3, 5))
    making.made()
    code, out, err = said("show", NEW, "--on", "2018-03-02")
    assert (code, f"lan/item/{ITEM}" in out, f"{NEW} was lan/item/{ITEM}" in err) == (0, True, True)
    assert f"goes on as lan/item/{NEW}" in said("show", ITEM, "--on", "2018-03-02")[2]
    assert "removed in commit" in said("show", OTHER, "--at", "HEAD~1")[2]
    assert said("show", NEW, "--at", "HEAD")[2] == ""
    code, _, err = said("show", OTHER, "--at", "HEAD")
    assert (code, f"no record {OTHER} in commit" in err) == (2, True)
    assert said("show", "item/nothing", "--at", "HEAD")[0] == 2
    (tmp_path / A).write_text(items(), "utf-8")
    assert f"lan/item/{NEW} is there no more" in said("show", NEW, "--at", "HEAD")[2]
    git(tmp_path, "checkout", "-q", "--orphan", "apart")
    git(tmp_path, "commit", "-q", "--allow-empty", "-am", "apart")
    assert f"lan/item/{OTHER} is there no more" in said("show", OTHER, "--at", "m1")[2]


def test_a_day_before_a_shallow_clone_says_what_is_missing(tmp_path, said):
    (tmp_path / "w").mkdir()
    making = Making(tmp_path / "w")
    making.commit({A: items(item(ITEM))}, day=date(2018, 3, 1))
    making.commit({A: items(item(ITEM, days=8))}, day=date(2018, 3, 5))
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{making.made()}", "cut")
    code, _, err = said("show", ITEM, "--on", "2018-03-02", folder=tmp_path / "cut")
    assert (code, "git fetch --unshallow" in err) == (3, True)


@pytest.mark.parametrize("command", ["show", "log", "blame"])
def test_an_item_goes_before_the_power_of_its_code(said, tmp_path, command):
    making = Making(tmp_path)
    power = f'powers:\n  - code: "{ITEM}"\n    name: 权力\n    type: "01"\n    department: fagai\n'
    making.commit({A: items(item(ITEM, days=8)), "catalogue/lan/duties/fagai.yaml": power})
    making.made()
    assert said(command, ITEM) == said(command, f"item/{ITEM}")
    assert said(command, f"power/{ITEM}")[0] == 0
    assert said(command, f"power/{ITEM}") != said(command, ITEM)
