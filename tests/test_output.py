"""Every JSON output keeps its contract, and that of a diff makes the new records from the old."""

import copy
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from books import book_of
from xuke.commands.program import run
from xuke.diff.compare import compare
from xuke.diff.comparison import comparison
from xuke.model.change import Split
from xuke.model.document import Document, Marks
from xuke.model.part import NAMING
from xuke.model.record import Home, Key, Kind, Record, Snapshot
from xuke.report.changes_json import change_json
from xuke.report.grid import csv_lines
from xuke.report.json import CONTRACT, json_lines
from xuke.sources.load import load
from xuke.sources.tree import WorkTree
from xuke.words.render import Language

ROOT = Path(__file__).parent.parent
SCHEMAS = ROOT / "schemas" / "output"
SMALL = ROOT / "tests" / "workspaces" / "small"
DAY = "2019-01-01"

ITEMS = "catalogue/lan/items/fagai.yaml"
MEASURES = "catalogue/lan/measures.yaml"

#: Faults of every family in one workspace: (file, old, new); empty old text creates the file.
FAULTS = (
    (ITEMS, "    name: 固定资产投资项目节能审查\n", "    naem: 固定资产投资项目节能审查\n"),
    (ITEMS, "    level: county\n    hall: dating\n    handlings:", "    hall: dating\n    handlings:"),
    (ITEMS, '  - code: "530104003000"', "  - code: 530104003000"),
    (ITEMS, "        section: shenpi-gu\n", "        section: shenpi-gu\n        colour: red\n"),
    (ITEMS, "        value: 20\n", "        value: 2\n"),
    (MEASURES, "id: m02", "id: m01"),
    (MEASURES, "    due: 长期", "    due: 长期\n    number: 三"),
    ("catalogue/lan/seals.yaml", "provenance: demonstration", "provenance: guessed"),
    ("catalogue/lan/halls.yaml", "provenance: demonstration", "provenance: [demonstration"),
    ("catalogue/lan/stray.yaml", "", "stray: true\n"),
    (
        "catalogue/xuke.yaml",
        "default_jurisdiction: lan\n",
        "default_jurisdiction: lan\nsuppressions:\n  - code: T001\n    record: lan/item/530104001000\n"
        "    reason: 待部门核实\n    until: 2019-06-30\n",
    ),
)

#: Edits that leave the workspace sound: added, removed and edited records, nested keyed lists, null.
EDITS = (
    (ITEMS, "        value: 5\n", "        value: 4\n"),
    (ITEMS, "    section: shenpi-gu\n    level", "    section: null\n    level"),
    (ITEMS, '      - suffix: "02"\n        name: 变更\n', '      - suffix: "03"\n        name: 延续\n'),
    (MEASURES, "id: m02", "id: m03"),
    (MEASURES, "    due: 2018-12-20\n", ""),
)


def git(folder, *words):
    identity = ("-c", "user.name=xuke", "-c", "user.email=xuke@example.invalid")
    subprocess.run(["git", "-C", str(folder), *identity, *words], check=True, capture_output=True)


def spoiled(folder, edits):
    for name, old, new in edits:
        file = folder / name
        text = file.read_text("utf-8") if file.exists() else ""
        assert text.count(old) == 1 or not old, (name, old)
        file.write_text(text.replace(old, new) if old else new, "utf-8", newline="\n")


@pytest.fixture
def small(tmp_path):
    """The small workspace, committed."""
    folder = tmp_path / "w"
    shutil.copytree(SMALL, folder)
    git(tmp_path, "init", "-q", "w")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "before")
    (tmp_path / "sent.xlsx").write_bytes(book_of(["somebody else"]))
    return folder


@pytest.fixture
def told(capsys):
    """Runs a command and gives what it printed as JSON, after its schema has accepted it."""

    def told(*words):
        run([*words, "--format", "json", "--lang", "zh-CN"])
        value = json.loads(capsys.readouterr().out)
        validator("-".join(words[:2]) if words[0] in {"memo", "git", "filing"} else words[0]).validate(value)
        return value

    return told


def validator(name):
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    return Draft202012Validator(schema)


def outputs(told, folder):
    """One real output of every command, rich in what a schema can say."""
    place = ("-C", str(folder), "--on", DAY)
    yield "check", told("check", *place, "--show-suppressed")
    yield "diff", told("diff", *place, "--moves", "--totals", "--suggest")
    yield "list", told("list", "item", *place, "--columns", "code,limit.promised,handlings")
    yield "show", told("show", "item/530104001000", *place[:2], "--at", "HEAD")
    yield "log", told("log", "item/530104001000", *place)
    yield "blame", told("blame", "item/530104001000", *place)
    yield "stats", told("stats", *place)
    yield "measures", told("measures", *place)
    yield "memo-status", told("memo", "status", *place)
    yield "who", told("who", "530104003000", *place)
    yield "filing-list", told("filing", "list", *place)
    yield "filing-verify", told("filing", "verify", str(folder.parent / "sent.xlsx"), *place[:2])
    yield "rules", told("rules")
    yield "explain", told("explain", "M005")
    yield "doctor", told("doctor", "-C", str(folder))
    yield "conflicts", told("conflicts", "-C", str(folder))
    yield "git-status", told("git", "status", "-C", str(folder))


def test_every_output_has_a_schema_of_the_present_contract():
    for file in SCHEMAS.glob("*.json"):
        schema = json.loads(file.read_text("utf-8"))
        Draft202012Validator.check_schema(schema)
        assert schema["$id"].endswith(f"/output/{file.name}")
        assert schema["$defs"]["tool"]["properties"]["contract"]["const"] == CONTRACT
    assert {file.stem for file in SCHEMAS.glob("*.json")} == {
        "blame",
        "check",
        "conflicts",
        "diff",
        "doctor",
        "explain",
        "filing-list",
        "filing-prepare",
        "filing-verify",
        "import",
        "git-status",
        "list",
        "log",
        "measures",
        "memo-status",
        "rules",
        "show",
        "stats",
        "who",
    }


@pytest.mark.parametrize("name", ["blame", "diff", "list", "log", "show"])
def test_schemas_know_every_kind_of_record(name):
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    node = schema["$defs"]["change"] if name == "diff" else schema
    assert node["properties"]["kind"]["enum"] == [str(kind) for kind in Kind]


@pytest.mark.parametrize("edits", [(), FAULTS, EDITS], ids=["sound", "faults", "edits"])
def test_outputs_of_the_small_workspace_keep_their_contract(small, told, edits):
    spoiled(small, edits)
    assert [name for name, _ in outputs(told, small)] == [
        "check",
        "diff",
        "list",
        "show",
        "log",
        "blame",
        "stats",
        "measures",
        "memo-status",
        "who",
        "filing-list",
        "filing-verify",
        "rules",
        "explain",
        "doctor",
        "conflicts",
        "git-status",
    ]


@pytest.mark.parametrize("kind", [each for each in Kind if each not in {Kind.WORKSPACE, Kind.RULE}])
def test_lists_of_the_reference_workspace_keep_their_contract(told, kind):
    value = told("list", kind, "-C", str(ROOT), "-j", "yaoan")
    for row in value["records"]:
        assert set(row["fields"]) == set(value["columns"])


def test_findings_of_the_reference_workspace_keep_their_contract(told):
    value = told("check", "-C", str(ROOT), "--on", DAY)
    levels = [each["severity"] for each in value["findings"]]
    assert (levels.count("error"), levels.count("warning")) == (
        value["summary"]["errors"],
        value["summary"]["warnings"],
    )


def test_schemas_refuse_what_they_do_not_name(small, told):
    spoiled(small, (*EDITS[:2], *FAULTS[4:]))
    for name, value in outputs(told, small):
        seen = set()
        for path in objects(value):
            seen.add(tuple("*" if isinstance(step, int) else step for step in path))
            wrong = copy.deepcopy(value)
            part = wrong
            for step in path:
                part = part[step]
            part["surplus"] = 1
            assert not validator(name).is_valid(wrong), (name, path)
        assert ("tool",) in seen


def objects(value, path=()):
    """Paths of all objects but those that are data of the register."""
    if isinstance(value, dict):
        yield path
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for step, child in children:
        if step not in {"old", "new"} and not (step == "fields" and isinstance(child, dict)):
            yield from objects(child, (*path, step))


def test_a_finding_points_from_the_root_of_its_file(small, told):
    spoiled(small, FAULTS)
    found = told("check", "-C", str(small), "--on", DAY, "--show-suppressed")["findings"]
    documents = {each.path: each.value for each in load(WorkTree(small)).documents}
    roots = {(each["code"], *each["pointer"][:2]) for each in found}
    assert {
        ("S001", "items", 2),
        ("S006", "items", 1),
        ("S006", "items", 2),
        ("Y006", "items", 2),
        ("S003", "provenance"),
        ("K001", "measures", 1),
        ("T001", "items", 0),
    } <= roots
    for each in found:
        if each["path"] in documents and each["pointer"]:
            *way, last = each["pointer"]
            part = documents[each["path"]]
            for step in way:
                part = part[step]
            assert last in part or each["code"] == "S001" or isinstance(last, int), each
        if each["code"][0] in "YK" and each["record"] is None:
            assert each["pointer"] == []


def test_a_finding_has_the_fields_that_scripts_rely_on(small, told):
    spoiled(small, FAULTS[4:5])
    value = told("check", "-C", str(small), "--on", DAY)
    (found,) = value["findings"]
    lines = (small / ITEMS).read_text("utf-8").splitlines()
    line = lines.index("        value: 5") + 1
    told_in_words = {"message", "basis", "also", "fingerprint"}
    assert {name: found[name] for name in found if name not in told_in_words} == {
        "code": "T001",
        "severity": "error",
        "path": ITEMS,
        "line": line,
        "column": 9,
        "end_line": line + 1,
        "end_column": len(lines[line]) + 1,
        "record": "lan/item/530104001000",
        "pointer": ["items", 0, "limit", "promised"],
        "fixable": False,
    }
    assert {"errors": 1, "warnings": 0}.items() <= value["summary"].items()


# What a script does with a diff; nothing of xuke is used below.


def named(element):
    return next(str(element[name]) for name in NAMING if name in element)


def child(parent, step):
    if isinstance(parent, list):
        return next(each for each in parent if isinstance(each, dict) and named(each) == step)
    return parent[step]


def applied(edit, root):
    *way, last = edit["steps"]
    parent = root
    for step in way:
        parent = child(parent, step)
    if "order" in edit:
        child(parent, last).sort(key=lambda each: edit["new"].index(named(each)))
    elif isinstance(parent, list):
        parent[:] = [each for each in parent if "old" not in edit or named(each) != last]
        parent.extend([edit["new"]] if "new" in edit else [])
    elif "new" in edit:
        parent[last] = edit["new"]
    else:
        del parent[last]


def after(changes, old):
    """The records of the new revision, from the JSON of a diff and the records of the old one."""
    gone = {source for change in changes for source in change.get("sources", ())}
    gone |= {change["record"] for change in changes if change["change"] == "removed"}
    records = {key: fields for key, fields in copy.deepcopy(old).items() if key not in gone}
    for change in changes:
        first = change.get("sources", [change["record"]])[0]
        match change["change"]:
            case "removed":
                assert old[first] == {edit["field"]: edit["old"] for edit in change["fields"]}
            case "added":
                records[first] = {edit["field"]: edit["new"] for edit in change["fields"]}
            case "edited" | "renumbered" | "split" | "merged":
                records[change["record"]] = copy.deepcopy(old[first])
                for edit in change["fields"]:
                    applied(edit, records[change["record"]])
    return records


def fields_of(snapshot):
    return {str(key): record.fields for key, record in snapshot.records.items()}


def typed(value):
    """Text that tells true from 1 and 1 from 1.0, but not one order of fields from another."""
    return json.dumps(value, sort_keys=True)


def test_the_diff_of_two_revisions_makes_the_new_records(small, told):
    old = fields_of(load(WorkTree(small)).snapshot)
    spoiled(small, EDITS)
    changes = told("diff", "-C", str(small))["changes"]
    assert {each["change"] for each in changes} == {"added", "removed", "edited"}
    assert typed(after(changes, old)) == typed(fields_of(load(WorkTree(small)).snapshot))


def test_a_moved_record_is_told_apart_from_an_edited_one(small, told):
    source = small / ITEMS
    target = source.parent / "fagai" / "one.yaml"
    target.parent.mkdir()
    source.rename(target)
    assert told("diff", "-C", str(small))["changes"] == []
    changes = told("diff", "-C", str(small), "--moves")["changes"]
    assert {(each["change"], each["old_path"], len(each["fields"])) for each in changes} == {
        ("moved", ITEMS, 0)
    }


scalars = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from([0.5, 1.0, -1.0])
    | st.text('ab甲\u2028"', max_size=3)
)
names = st.sampled_from(["a", "b", "c", "d"])


def groups(values):
    return st.dictionaries(names, values, max_size=3)


def keyed(values):
    """Lists whose elements have an id each; elements come, go, change and change places."""
    elements = st.lists(
        st.tuples(st.sampled_from("wxyz"), groups(values)), max_size=4, unique_by=lambda pair: pair[0]
    )
    return elements.map(lambda pairs: [{"id": name, **rest} for name, rest in pairs])


values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | groups(inner) | keyed(inner), max_leaves=12
)
records = st.dictionaries(st.sampled_from(["1", "2", "3"]), groups(values | keyed(values)), max_size=3)
replacing = st.lists(
    st.fixed_dictionaries(
        {
            "code": st.sampled_from(["1", "2", "3"]),
            "kind": st.sampled_from(["renumbered", "split", "merged"]),
        }
    ),
    max_size=2,
    unique_by=lambda each: each["code"],
)
#: Records that say what they replace, and some that are withdrawn.
heirs = st.dictionaries(
    st.sampled_from(["1", "2", "3", "4"]),
    st.fixed_dictionaries(
        {"name": st.sampled_from("甲乙")},
        optional={"replaces": replacing, "status": st.sampled_from(["withdrawn", "published"])},
    ),
    max_size=4,
)


def snapshot(fields, folder="a"):
    document = Document(f"catalogue/lan/items/{folder}.yaml", {}, Marks(*[[]] * 4))
    keys = {Key("lan", Kind.ITEM, name): each for name, each in fields.items()}
    return Snapshot({key: Record(key, each, Home(document, ())) for key, each in keys.items()})


@settings(max_examples=100, deadline=None)
@given(records | heirs, records | heirs, st.booleans())
def test_the_json_of_a_diff_is_complete(old, new, is_moved):
    before, now = snapshot(old), snapshot(new, "b" if is_moved else "a")
    changes = list(compare(before, now))
    text = "\n".join(change_json(comparison(changes), Language.ZH))
    value = json.loads(text)
    validator("diff").validate(value)
    assert typed(after(value["changes"], fields_of(before))) == typed(fields_of(now))
    assert len(value["changes"]) == sum(len(each.new) if type(each) is Split else 1 for each in changes)


def test_a_separator_in_a_value_breaks_no_line_of_the_output():
    text = "甲\u2028乙\u0085丙"
    assert json.loads("\n".join(json_lines({"value": text})))["value"] == text
    assert list(csv_lines(["名称"], [[text]])) == ["名称", text]
