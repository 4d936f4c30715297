"""The schemas: closed, labelled in two languages, safe in both validators, which always agree."""

import copy
import json
import re
import shutil
import subprocess
import sys

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import house
from test_cases import CASES, edited
from xuke.check.explain import explained
from xuke.check.validators import _fast_registry, decider, explainer
from xuke.commands.list import _COLUMNS
from xuke.commands.program import run
from xuke.model.diagnostic import Label
from xuke.model.document import Document
from xuke.model.files import ALL as FILE_KINDS
from xuke.model.files import seat
from xuke.model.folders import WORKSPACE_FILE
from xuke.model.record import Kind
from xuke.sources.load import load
from xuke.sources.tree import WorkTree
from xuke.tables.layouts import ALL as TABLES
from xuke.words.render import Language, render
from xuke.words.schemas import RECORDS, property_of, schema, schema_of_kind

SMALL = house.ROOT / "tests" / "workspaces" / "small"

#: Steps into a schema under which a node only limits or chooses, and names nothing.
CONDITIONS = {"if", "then", "else", "allOf", "anyOf", "oneOf", "not", "contains", "propertyNames"}


def every_node():
    for name in house.SCHEMA_NAMES:
        for place, node in house.nodes(schema(name)):
            yield f"{name}#{'/'.join(map(str, place))}", place, node


def naming_nodes():
    """Nodes that describe data, conditions left aside."""
    for name, place, node in every_node():
        if not CONDITIONS & set(place[::1]) or is_property_named(place):
            yield name, place, node


def is_property_named(place):
    """Whether each step that looks like a condition is only the name of a property."""
    return all(
        step not in CONDITIONS or (index > 0 and place[index - 1] in {"properties", "$defs"})
        for index, step in enumerate(place)
    )


def test_every_file_of_schemas_is_a_kind_of_file():
    files = {file.stem for file in house.SCHEMAS.glob("*.json")}
    assert files == set(house.SCHEMA_NAMES)
    assert {kind.schema for kind in FILE_KINDS} == set(RECORDS)


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.schema)
def test_list_files_define_each_kind_of_record(kind):
    assert tuple(RECORDS[kind.schema]) == (tuple(map(str, kind.lists.values())) or (None,))
    for name, record in kind.lists.items():
        assert schema(kind.schema)["properties"][name]["items"] == {"$ref": f"#/$defs/{record}"}
        assert schema(kind.schema)["$defs"][str(record)]["type"] == "object"


def test_every_kind_of_record_has_a_schema():
    assert {schema_of_kind(kind) for kind in Kind} == {
        f"{name}/{kind}" if kind else name for name, kinds in RECORDS.items() for kind in kinds
    }


@pytest.mark.parametrize("name", house.SCHEMA_NAMES)
def test_a_schema_says_which_it_is(name):
    root = schema(name)
    assert root["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert root["$id"] == f"https://xuke.invalid/schemas/{name}.json"


def test_every_property_has_a_title_in_both_languages_and_a_description():
    lacking = [
        (name, key)
        for name, place, node in naming_nodes()
        if not place or place[-2:-1] in {("properties",), ("$defs",)}
        for key in ("title", "x-title-en", "description")
        if not str(node.get(key, "")).strip()
    ]
    assert lacking == []


def test_titles_are_in_their_language():
    wrong = [
        name
        for name, _, node in every_node()
        if (title := node.get("title"))
        and (not house.chinese(title) or house.chinese(node["x-title-en"]) or house.latin_words(title))
    ]
    assert wrong == []


def test_descriptions_are_one_chinese_sentence_each():
    told = [(name, node["description"]) for name, _, node in every_node() if "description" in node]
    assert len(told) > 500
    assert [(name, text) for name, text in told if not house.chinese(text) or not text.endswith("。")] == []


def test_every_object_is_closed():
    opened = []
    for name, _, node in naming_nodes():
        kinds = node.get("type", ())
        is_object = "object" in ([kinds] if isinstance(kinds, str) else kinds) or "properties" in node
        if is_object and node.get("unevaluatedProperties") is not False:
            opened.append(name)
    assert [name for name in opened if name != "common#"] == []


def test_every_choice_has_a_label_in_both_languages():
    wrong = []
    for name, _, node in every_node():
        if "enum" in node or "x-labels" in node:
            labels = node.get("x-labels", {})
            is_whole = list(labels) == [each for each in node.get("enum", ()) if each is not None]
            pairs = all(
                len(pair) == 2 and house.chinese(pair[0]) and pair[1].strip() and not house.chinese(pair[1])
                for pair in labels.values()
            )
            wrong += [] if is_whole and pairs else [name]
    assert wrong == []


def test_labels_of_a_choice_differ():
    for name, _, node in every_node():
        for side in (0, 1):
            labels = [pair[side] for pair in node.get("x-labels", {}).values()]
            assert len(set(labels)) == len(labels), name


def test_references_stay_inside_the_package():
    for name, place, node in every_node():
        if "$ref" in node:
            file, hash_sign, path = node["$ref"].partition("#")
            assert hash_sign, name
            assert file.removesuffix(".json") in {"", *house.SCHEMA_NAMES}, (name, place)
            target = schema(file.removesuffix(".json") or name.partition("#")[0])
            for step in path.strip("/").split("/"):
                target = target[step]


def test_multiples_are_whole():
    bounds = [node["multipleOf"] for _, _, node in every_node() if "multipleOf" in node]
    assert all(isinstance(each, int) and each > 0 for each in bounds)


def test_only_dates_have_a_format():
    # Other formats are checked by one validator and not by the other.
    assert {node["format"] for _, _, node in every_node() if "format" in node} == {"date"}


def patterns():
    found = {node["pattern"] for _, _, node in every_node() if "pattern" in node}
    return sorted(found.union(*(node.get("patternProperties", {}) for _, _, node in every_node())))


@pytest.mark.parametrize("pattern", patterns())
def test_a_pattern_means_the_same_to_both_validators(pattern):
    assert pattern.startswith("^")
    assert pattern.endswith(r"$(?!\n)")
    assert re.findall(r"\\[dDpPwWsSbBAZz]", pattern) == []
    assert "(?P" not in pattern
    assert pattern.isascii()


_TRY = """
import json, re, sys
import jsonschema_rs
pattern = json.loads(sys.argv[1])
alphabet = ["a", "0", "-", "a-", "0a", "f", "A", " ", "\\n", "\\uff10", "\\u4e00", ".", "01-", "aa0-"]
fast = jsonschema_rs.Draft202012Validator({"type": "string", "pattern": pattern})
for piece in alphabet:
    for end in ("", "!", "\\n", "-", "\\u0660"):
        text = (piece * 50_000)[:50_000] + end
        assert bool(re.search(pattern, text)) == fast.is_valid(text), (piece, end)
print("done")
"""


@pytest.mark.parametrize("pattern", patterns())
def test_a_pattern_ends_on_hostile_texts(pattern):
    # A pattern that backtracks would take longer than the age of the world; the limit only ends that.
    done = subprocess.run(
        [sys.executable, "-c", _TRY, json.dumps(pattern)], capture_output=True, timeout=60, check=False
    )
    assert done.stdout == b"done\n", done.stderr.decode()


@pytest.mark.parametrize("name", house.SCHEMA_NAMES)
def test_both_validators_accept_every_schema(name):
    Draft202012Validator.check_schema(schema(name))
    assert jsonschema_rs.meta.is_valid(dict(schema(name)))
    if name in RECORDS:
        for record in {None, *RECORDS[name]}:
            assert decider(name, record).is_valid([]) is False
            assert explainer(name, record).is_valid([]) is False


def small_documents():
    return load(WorkTree(SMALL)).documents


def whole_values():
    """Every file of the small workspace with its schema, and every record by itself."""
    for document in small_documents():
        kind = seat(document.path).kind
        yield kind.schema, None, document.value
        for name, record in kind.lists.items():
            yield from ((kind.schema, str(record), each) for each in document.value.get(name, ()))


VALUES = list(whole_values())


def places(value, pointer=()):
    """Every place in a value, from the root down."""
    yield pointer
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for step, child in children:
        yield from places(child, (*pointer, step))


STRANGE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.sampled_from([10**18, -(10**18), 0.0, 1.0, 2.5, -0.5, 88.2, 1e300]),
    st.sampled_from(
        [
            *("", " ", "\n", "a", "-a", "a-1", "A", "a\n", "\uff11", "\u0661", "fagai", "fagai ", "01", "0"),
            *("2018-09-25", "2018-9-25", "20180925", "2018-W39-2", "2018-02-30", "2018-02-29", "2020-02-29"),
            *(
                "0000-01-01",
                "2018-09-25\n",
                "\uff12018-09-25",
                "2018-09-25T00:00:00",
                "2018-13-01",
                "2018-00-10",
            ),
            *("on_the_spot", "transferred", "working_day", "published", "demonstration", "a" * 64, "0" * 40),
        ]
    ),
    st.text(max_size=6),
    st.lists(st.sampled_from(["fagai", 1, None, {"id": "a"}]), max_size=3),
    st.dictionaries(
        st.sampled_from(["id", "name", "unit", "value", "from", "x"]), st.integers(0, 3), max_size=3
    ),
)


@st.composite
def mutated(draw):
    """A file or a record of the small workspace with one to three things changed."""
    name, record, value = draw(st.sampled_from(VALUES))
    root = [copy.deepcopy(value)]
    for _ in range(draw(st.integers(1, 3))):
        pointer = draw(st.sampled_from([place for place in places(root) if place]))
        parent = root
        for step in pointer[:-1]:
            parent = parent[step]
        match draw(st.sampled_from(["set", "drop", "add", "twice"])):
            case "set":
                parent[pointer[-1]] = copy.deepcopy(draw(STRANGE))
            case "drop" if len(pointer) > 1:
                del parent[pointer[-1]]
            case "add" if isinstance(parent, dict):
                name_added = draw(st.sampled_from(["note", "nmae", "until", "id", "state", "x"]))
                parent[name_added] = copy.deepcopy(draw(STRANGE))
            case "twice" if isinstance(parent, list) and len(pointer) > 1:
                parent.append(copy.deepcopy(parent[pointer[-1]]))
    return name, record, root[0]


LAW = settings(
    max_examples=600, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


@LAW
@given(mutated())
def test_both_validators_agree(case):
    name, record, value = case
    assert decider(name, record).is_valid(value) == explainer(name, record).is_valid(value)


@LAW
@given(mutated())
def test_what_is_refused_is_told_in_both_languages(case):
    name, record, value = case
    errors = list(explainer(name, record).iter_errors(value))
    label = f"{name}/{record}" if record else name
    for error in errors:
        told = list(explained(label, error))
        assert told
        for language in Language:
            texts = [render(each.message, language) for each in told]
            assert all(text and "{" not in text.replace(str(error.instance), "") for text in texts)


def test_the_mutations_are_refused_and_accepted():
    # The two laws above would hold for validators that refuse everything, or nothing.
    seen = {True: 0, False: 0}

    @settings(LAW, max_examples=300)
    @given(mutated())
    def count(case):
        name, record, value = case
        seen[explainer(name, record).is_valid(value)] += 1

    count()
    assert min(seen.values()) >= 15, seen


def test_the_small_workspace_obeys_its_schemas():
    assert len(VALUES) > 15
    for name, record, value in VALUES:
        assert decider(name, record).is_valid(value)


def test_the_reference_workspace_obeys_its_schemas_in_both_validators():
    documents = load(WorkTree(house.ROOT)).documents
    assert len(documents) > 100
    for document in documents:
        name = seat(document.path).kind.schema
        assert isinstance(document, Document)
        assert explainer(name).is_valid(document.value) == decider(name).is_valid(document.value) is True, (
            document.path
        )


@pytest.fixture
def without_the_fast_validator(monkeypatch):
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    for each in (decider, _fast_registry):
        each.cache_clear()
    yield
    decider.cache_clear()


def check(folder, capsys, *words):
    code = run(["check", "-C", str(folder), "--on", house.DAY, "--lang", "zh-CN", *words])
    return code, capsys.readouterr().out


@pytest.mark.usefixtures("without_the_fast_validator")
@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_the_output_is_the_same_without_the_fast_validator(case, tmp_path, capsys):
    plan = edited(case, tmp_path / "w")
    _, output = check(tmp_path / "w", capsys, *plan.get("args", []))
    assert "jsonschema" in type(decider("items")).__module__
    assert output == (case / "expected.txt").read_text("utf-8")


#: Faults that a schema sees: file, what stands there, what it becomes.
FAULTS = {
    "missing": ("catalogue/lan/items/fagai.yaml", "    name: 政府投资项目审批\n", ""),
    "type": ("catalogue/lan/items/fagai.yaml", "        value: 20\n", "        value: 二十\n"),
    "choice": ("catalogue/lan/items/fagai.yaml", "    service_kind: promised\n", "    service_kind: slow\n"),
    "bound": ("catalogue/lan/items/fagai.yaml", "        value: 20\n", "        value: -20\n"),
    "empty": ("catalogue/lan/items/fagai.yaml", "    name: 政府投资项目审批\n", '    name: ""\n'),
    "unknown": (
        "catalogue/lan/items/fagai.yaml",
        "    name: 政府投资项目审批\n",
        "    name: 审批\n    nmae: 审批\n",
    ),
    "date": (
        "catalogue/lan/items/fagai.yaml",
        "        from: 2018-12-30\n    disposition:\n",
        "        from: 2018-02-30\n    disposition:\n",
    ),
    "pattern": ("catalogue/lan/items/fagai.yaml", "      - id: b1\n", "      - id: B1\n"),
    "spot": ("catalogue/lan/items/fagai.yaml", "        value: 0\n", "        value: 3\n"),
    "settings": (WORKSPACE_FILE, "format: 1\n", "format: 2\n"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_of_a_schema_read_the_same_without_the_fast_validator(fault, tmp_path, capsys, monkeypatch):
    file, old, new = FAULTS[fault]
    target = tmp_path / "w"
    shutil.copytree(SMALL, target)
    text = (target / file).read_text("utf-8")
    assert old in text
    (target / file).write_text(text.replace(old, new, 1), "utf-8")
    code, output = check(target, capsys)
    assert code == 1
    assert re.search(r" S00[1-7] ", output), output
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    decider.cache_clear()
    try:
        assert check(target, capsys) == (code, output)
    finally:
        decider.cache_clear()


def test_every_column_of_list_is_a_field():
    unknown = [
        (kind, name)
        for kind, names in _COLUMNS.items()
        for name in names
        if property_of(schema_of_kind(kind), tuple(name.split("."))) is None
    ]
    assert unknown == []


def test_every_heading_of_the_tables_is_a_title():
    headings = [(table.id, column.id, column.heading) for table in TABLES for column in table.columns]
    labels = [(table, column, each) for table, column, each in headings if isinstance(each, Label)]
    assert len(labels) > 50
    lacking = [
        (table, column)
        for table, column, each in labels
        if (found := property_of(each.schema, each.path)) is None or not found[1].get("title")
    ]
    assert lacking == []


def test_every_heading_of_the_tables_is_chinese():
    titles = [(table.id, column.id, column.title) for table in TABLES for column in table.columns]
    assert [each for each in titles if not house.chinese(each[2])] == []


def test_every_field_that_a_table_writes_back_exists():
    for table in TABLES:
        for column in table.columns:
            if column.pointer is not None and table.kind is not None and not column.of_part:
                names = tuple(step for step in column.pointer if isinstance(step, str))
                assert property_of(schema_of_kind(table.kind), names), (table.id, column.id)
