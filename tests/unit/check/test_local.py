"""Rules that an office declares itself: every condition, every fault, and no code from data."""

import json
from datetime import date

import pytest
from jsonschema import Draft202012Validator
from judging import ITEMS, REFORM, Edited

import house
from child import workspace
from xuke.check.check import check
from xuke.check.earlier import Earlier, changed_paths
from xuke.check.local import declared
from xuke.check.local_fields import found_at
from xuke.check.patterns import Pattern, RefusedError
from xuke.commands.program import run
from xuke.model.diagnostic import Severity
from xuke.model.part import Part
from xuke.model.record import Key, Kind
from xuke.sources.load import load
from xuke.words.render import Language, render

RULES = "catalogue/rules.yaml"
HEAD = "rules:\n  - code: Z001\n    title: 本单位的规则\n    basis: 工作规则第三条\n    level: warning\n"
PROVEN = "    examples:\n      good: {good}\n      bad: {bad}\n"


def ruled(select, condition, good, bad, extra=""):
    """The edit that declares one rule; ``extra`` is more of its fields, indented by four."""
    body = f"    select: {select}\n    {condition}\n" + PROVEN.format(good=good, bad=bad) + extra
    return RULES, "", HEAD + body


def judged(*edits):
    """What a check says of local rules: code, message, text of what it points at."""
    loaded = load(Edited(edits))
    found = check(loaded, date(2019, 1, 1))
    return [each for each in found if each.code[0] in "ZKS" and each.code != "K001"]


def names(found):
    return [each.message.name for each in found]


def test_a_workspace_without_the_file_declares_nothing():
    assert declared(load(Edited(())).snapshot) == []


def test_the_finding_has_code_level_record_and_words_of_its_rule():
    rule = ruled("seal", "one_of: {field: owner, values: [fagai]}", "{owner: fagai}", "{owner: x}")
    (found,) = judged(rule)
    assert (found.code, found.severity, str(found.record)) == (
        "Z001",
        Severity.WARNING,
        "lan/seal/shenpi-zhang",
    )
    assert render(found.telling.title, Language.EN) == "本单位的规则"
    assert render(found.telling.basis, Language.EN) == "工作规则第三条"
    assert render(found.telling.why, Language.EN).startswith("A rule that this office declares")


def test_the_words_of_a_rule_are_shown_as_they_are():
    text = "{0.__class__} %s {value}"
    extra = f'    why: "{text}"\n    message: "{text}"\n'
    rule = ruled("seal", "one_of: {field: owner, values: [fagai]}", "{owner: fagai}", "{owner: x}", extra)
    (found,) = judged(rule)
    assert render(found.telling.why, Language.ZH) == text
    assert render(found.message, Language.ZH).startswith(f"{text}（“")


def test_a_rule_that_its_schema_refuses_is_not_run():
    rule = ruled("seal", "one_of: {field: owner, values: [fagai]}", "{owner: fagai}", "{owner: x}")
    broken = rule[2].replace("level: warning", "level: severe")
    assert names(judged((RULES, "", broken))) == ["S003.enum"]


SUPPRESSED = (
    "catalogue/xuke.yaml",
    "default_jurisdiction: lan\n",
    "default_jurisdiction: lan\nsuppressions:\n  - code: Z001\n    record: lan/seal/shenpi-zhang\n"
    "    reason: 待议\n    until: 2019-06-30\n",
)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("one_of: {field: owner, values: [fagai]}", ["Z.one_of"]),
        ("one_of: {field: owner, values: [fagai, shenpi]}", ["K005.idle"]),
        ("pattern: {field: owner, pattern: '('}", ["K010.pattern"]),
        ("one_of: {field: owner, values: []}", ["S005.min_items"]),
    ],
)
def test_suppressions_know_local_rules(condition, expected):
    found = judged(SUPPRESSED, ruled("seal", condition, "{owner: fagai}", "{owner: x}"))
    assert names(found) == expected
    assert [each.suppressed for each in found if each.code == "Z001"] in ([], ["待议"])


def test_suppressions_of_unread_rules_are_left_alone():
    assert names(judged(SUPPRESSED, (RULES, "", "rules:\n  - [\n"))) == []


def test_suppressions_of_rules_that_nobody_declares_are_told():
    assert names(judged(SUPPRESSED)) == ["K006.unknown"]


#: Kind, condition, good example, bad example, edits, and what is then said of the small workspace.
CONDITIONS = {
    "exists": ("item", "exists_in: {field: organ, kind: department}", "{}", "{organ: x}", (), []),
    "exists_not": (
        "item",
        "exists_in: {field: competent, kind: seal, by: owner}",
        "{}",
        "{competent: x}",
        (("catalogue/lan/seals.yaml", "    owner: fagai\n", "    owner: shenpi\n"),),
        ["Z.exists_in"] * 4,
    ),
    "unlike_kinds_of_value": (
        "department",
        "exists_in: {field: in_reform, kind: department, by: order}",
        "{}",
        "{in_reform: true}",
        (),
        ["Z.exists_in"] * 4,
    ),
    "limits_do_not_name": (
        "item",
        "exists_in: {field: limit.promised, kind: seal}",
        "{}",
        "{limit: {promised: {value: 1, unit: day}}}",
        (),
        ["Z.exists_in"] * 2,
    ),
    "value": (
        "department",
        "compare: {field: order, op: lt, value: 4}",
        "{order: 3}",
        "{order: 4}",
        (),
        ["Z.compare"],
    ),
    "value_greater": (
        "department",
        "compare: {field: order, op: gt, value: 1}",
        "{order: 2}",
        "{order: 1}",
        (),
        ["Z.compare"],
    ),
    "value_least": (
        "department",
        "compare: {field: order, op: ge, value: 2}",
        "{order: 2}",
        "{order: 1}",
        (),
        ["Z.compare"],
    ),
    "value_equal": (
        "department",
        "compare: {field: order, op: eq, value: 1}",
        "{order: 1.0}",
        "{order: 2}",
        (),
        ["Z.compare"] * 3,
    ),
    "text_equal": (
        "department",
        "compare: {field: kind, op: eq, value: vertical}",
        "{kind: vertical}",
        "{kind: bureau}",
        (),
        ["Z.compare"] * 3,
    ),
    "text_other": (
        "department",
        "compare: {field: kind, op: ne, value: vertical}",
        "{kind: bureau}",
        "{kind: vertical}",
        (),
        ["Z.compare"],
    ),
    "truth": (
        "department",
        "compare: {field: in_reform, op: eq, value: true}",
        "{in_reform: true}",
        "{in_reform: false}",
        (),
        ["Z.compare"] * 2,
    ),
    "text_has_no_order": (
        "department",
        "compare: {field: kind, op: lt, value: x}",
        "{}",
        "{kind: a}",
        (),
        ["Z.unlike"] * 4,
    ),
    "number_and_text": (
        "department",
        "compare: {field: order, op: eq, value: x}",
        "{}",
        "{order: 1}",
        (),
        ["Z.unlike"] * 4,
    ),
    "fields": (
        "item",
        "compare: {field: limit.promised, op: ge, with: limit.statutory}",
        "{limit: {promised: {value: 2, unit: day}, statutory: {value: 2, unit: day}}}",
        "{limit: {promised: {value: 2, unit: day}, statutory: {value: 3, unit: day}}}",
        (),
        ["Z.compare"],
    ),
    "nothing_to_add": (
        "measure",
        "sum: {fields: [number], equals: title}",
        "{}",
        "{number: 1, title: a}",
        (),
        [],
    ),
    "sum_in_parts": (
        "jurisdiction",
        "sum: {fields: [stated.parts.count], equals: stated.count}",
        "{stated: [{count: 0.3, parts: [{count: 0.1}, {count: 0.2}]}, {count: 7}]}",
        "{stated: [{count: 3, parts: [{count: 1}, {count: 1}]}]}",
        (),
        [],
    ),
    "too_many": (
        "measure",
        "count: {field: responsible, max: 1}",
        "{responsible: [a]}",
        "{responsible: [a, b]}",
        (),
        ["Z.count"],
    ),
    "none": (
        "department",
        "count: {field: sections.id, min: 1}",
        "{sections: [{id: a}]}",
        "{sections: []}",
        (),
        ["Z.count"] * 2,
    ),
    "dates": (
        "jurisdiction",
        "date_order: {fields: [phases.from, phases.milestones.due, phases.until]}",
        "{phases: [{from: 2018-01-01, until: 2018-01-01}, {from: 2017-01-01, until: x}]}",
        "{phases: [{until: 2018-01-01}, {from: 2018-01-02, milestones: [{due: 2018-01-01}]}]}",
        ((REFORM, "due: 2018-12-20", "due: 2018-10-31"),),
        ["Z.date_order"],
    ),
    "long": (
        "seal",
        "pattern: {field: note, pattern: .*}",
        "{note: a}",
        '{note: "' + "a" * 2001 + '"}',
        (),
        [],
    ),
}


@pytest.mark.parametrize("name", CONDITIONS)
def test_a_condition(name):
    kind, condition, good, bad, edits, expected = CONDITIONS[name]
    found = judged(*edits, ruled(kind, condition, good, bad))
    assert [each for each in names(found) if each[0] in "ZK"] == expected
    for each in found:
        assert all("{" not in render(each.message, language) for language in Language)


TWICE = ("catalogue/lan/items/fagai.yaml", "    name: 企业投资项目核准\n", "    name: 政府投资项目审批\n")


@pytest.mark.parametrize("within", ["", ", within: jurisdiction", ", within: department"])
def test_what_is_unique_is_told_once_with_the_other_place(within):
    beside = "      beside:\n        - kind: item\n          fields: {name: 甲, type: a, competent: b}\n"
    rule = ruled(
        "item",
        f"unique: {{fields: [name, type]{within}}}",
        "{name: 乙, type: a, competent: b}",
        "{name: 甲, type: a, competent: b}",
        beside,
    )
    (found,) = judged(TWICE, rule)
    assert found.message.name == "Z.unique"
    assert str(found.record) == "lan/item/530104003000"
    assert [str(each) for each in found.also] == [f"{ITEMS}:5:11"]


def test_a_department_has_its_own_names():
    beside = "      beside:\n        - kind: item\n          fields: {name: 甲, competent: b}\n"
    good = "{name: 甲, competent: c}"
    rule = ruled(
        "item", "unique: {fields: [name], within: department}", good, "{name: 甲, competent: b}", beside
    )
    assert judged(rule) == []


def test_what_is_not_stated_in_full_may_repeat():
    rule = ruled("item", "unique: {fields: [name, note]}", "{name: 甲}", "{name: 甲}")
    assert names(judged(TWICE, rule)) == ["K010.bad"]


@pytest.mark.parametrize(
    ("where", "count"),
    [
        ("{field: state, equals: issued}", 0),
        ("{field: kind, equals: plan}", 1),
        ("{field: kind, in: [law, plan]}", 1),
        ("{field: number, exists: false}", 0),
        ("{field: number, exists: true}", 1),
        ("{field: number, matches: 兰.*}", 1),
        ("{field: number, matches: 兰}", 0),
    ],
)
def test_where_chooses(where, count):
    rest = {"state": "issued", "kind": "plan", "number": "兰"}
    if "exists: false" in where:
        del rest["number"]
    shown = ", ".join(f"{key}: {value}" for key, value in rest.items())
    rule = ruled(
        "document",
        "one_of: {field: issuer, values: [州人民政府]}",
        f"{{issuer: 州人民政府, {shown}}}",
        f"{{issuer: 县, {shown}}}",
        f"    where:\n      - {where}\n",
    )
    assert names(judged(rule)) == ["Z.one_of"] * count


def test_a_value_of_several_is_enough_for_where():
    it = Part({"a": [{"b": 1}, {"b": None}, {"c": 2}], "d": {"e": [[3], 4]}}, ())
    assert [each.pointer for each in found_at(it, "a.b")] == [("a", 0, "b")]
    assert [each.value for each in found_at(it, "d.e")] == [3, 4]
    assert found_at(it, "a.b.c") == found_at(it, "x") == []
    assert [each.pointer for each in found_at(it, "a.c", ("a", 2, "b"))] == [("a", 2, "c")]


MATCHING = [
    ("", "", "a"),
    ("a|bc|", "bc", "b"),
    ("(?:a|b)c", "bc", "ab"),
    ("(ab)*", "abab", "aba"),
    ("a{2}b?", "aab", "ab"),
    ("a{2,}", "aaaa", "a"),
    ("a{1,3}", "aaa", "aaaa"),
    ("[^0-9]+", "号", "号1"),
    (r"\d\(\)", "1()", "1"),
    (r"[\]\-]", "]", "\\"),
    (".", "\n", "ab"),
    ("^a$", "a", "a\n"),
    (r"a\$", "a$", "a"),
    (r"a\\$", "a\\", "a$"),
    ("(a|)+", "aaa", "b"),
]


@pytest.mark.parametrize(("pattern", "good", "bad"), MATCHING)
def test_a_pattern_fits_whole_texts(pattern, good, bad):
    assert Pattern(pattern).fits(good)
    assert not Pattern(pattern).fits(bad)


REFUSED = [
    *[(pattern, "nested") for pattern in ("(a+)+b", "(a*)*", "((a|b?)c){2}", "a**", "a+?", "a{2}{3}")],
    *[
        (pattern, "syntax")
        for pattern in (
            *(
                "(",
                ")",
                "a)",
                "(?=a)",
                "(?P<n>a)",
                "(?i)a",
                "[a",
                "[]",
                "*a",
                "a|*",
                "a^",
                "$a",
                "{2}",
                "a{b}",
            ),
            *(
                r"(a)\1",
                r"\ba",
                r"\Z",
                r"\x41",
                r"[\b]",
                "[z-a]",
                "[a--b]",
                "[a&&b]",
                "[[a]]",
                "a{3,2}",
                "\\",
            ),
        )
    ],
    *[(pattern, "size") for pattern in ("a{999}", "(abc){200}", "a{0,999}", "a{400,}b{200}")],
]


@pytest.mark.parametrize(("pattern", "reason"), REFUSED)
def test_a_pattern_outside_the_subset_is_refused(pattern, reason):
    with pytest.raises(RefusedError, match=f"^{reason}$"):
        Pattern(pattern)


@pytest.mark.parametrize("pattern", ["a?" * 80 + "a" * 80, "(a|a)" * 90, ".*.*.*.*.*.*.*.*x", "(a|aa)*b"])
def test_no_pattern_of_the_subset_runs_away(pattern):
    # A matcher that backtracks would take longer than the age of the world.
    assert not Pattern(pattern).fits("a" * 1999 + "!")


#: Condition and more fields of a rule about seals, and what is wrong with it.
FAULTS = {
    "count: {field: name}": ["K010.bounds"],
    "count: {field: name, min: 2, max: 1}": ["K010.bounds"],
    "count: {field: nmae, min: 2}": ["K010.field"],
    "unique: {fields: [name, owner.x]}": ["K010.field"],
    "exists_in: {field: owner, kind: item, by: orgna}": ["K010.field"],
    "compare: {field: name, op: eq}": ["K010.one"],
    "compare: {field: name, op: eq, value: 1, with: owner}": ["K010.one"],
    "pattern: {field: name, pattern: a**}": ["K010.pattern"],
    "note: 没有条件": ["K010.conditions"],
    "one_of: {field: name, values: [b]}": ["K010.good"],
    "one_of: {field: name, values: [a, b, c]}": ["K010.bad"],
}


@pytest.mark.parametrize("condition", FAULTS)
def test_a_fault_of_a_rule_is_told(condition):
    found = judged(ruled("seal", condition, "{name: a}", "{name: c}"))
    assert names(found) == FAULTS[condition]
    for each in found:
        assert each.location.path == RULES
        assert all("{" not in render(each.message, language).replace(condition, "") for language in Language)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("{field: name}", ["K010.one"]),
        ("{field: name, equals: a, exists: true}", ["K010.one"]),
        ("{field: x, exists: false}", ["K010.field"]),
        ("{field: name, matches: '['}", ["K010.pattern"]),
        ("{field: owner, exists: true}", ["K010.unselected"] * 2),
    ],
)
def test_a_fault_of_where_is_told(where, expected):
    extra = f"    where:\n      - {where}\n"
    rule = ruled("seal", "one_of: {field: name, values: [a]}", "{name: a}", "{name: c}", extra)
    assert names(judged(rule)) == expected


def test_what_belongs_to_no_department_is_not_unique_in_one():
    rule = ruled("proof", "unique: {fields: [name], within: department}", "{name: a}", "{nmae: c}")
    assert names(judged(rule)) == ["K010.department", "K010.field"]


@pytest.mark.parametrize(("unit", "expected"), [("year", ["Z.unlike_limits"]), ("working_day", ["Z.told"])])
def test_what_cannot_be_compared_is_told_as_that_and_not_as_a_breach(unit, expected):
    limit = f"{{value: 1, unit: {unit}}}"
    rule = ruled(
        "item",
        f"compare: {{field: limit.promised, op: le, limit: {limit}}}",
        f"{{code: '530104001000', limit: {{promised: {limit}}}}}",
        f"{{code: '530104001000', limit: {{promised: {{value: 9, unit: {unit}}}}}}}",
        "    message: 超过县定时限\n    where: [{field: code, equals: '530104001000'}]\n",
    )
    assert names(judged(rule)) == expected


def test_longer_texts_are_told_and_not_matched():
    rule = ruled("seal", "pattern: {field: name, pattern: .*}", "{name: a}", f"{{name: {'a' * 2001}}}")
    edit = ("catalogue/lan/seals.yaml", "    name: 兰县发改局行政审批专用章\n", f"    name: {'章' * 2001}\n")
    (found,) = judged(edit, rule)
    assert found.message.name == "Z.long"
    (found,) = judged(edit, (*rule[:2], f"{rule[2]}    message: 写法不对\n"))
    assert found.message.name == "Z.long"


def test_a_code_declared_twice_is_one_rule():
    rule = ruled("seal", "one_of: {field: owner, values: [fagai]}", "{owner: fagai}", "{owner: x}")
    twice = rule[2] + rule[2].removeprefix("rules:\n")
    found = check(load(Edited([(RULES, "", twice)])), date(2019, 1, 1))
    assert [each.code for each in found] == ["Z001", "K001"]


def test_a_rule_is_silent_where_a_file_it_reads_is_not_read():
    rule = ruled("item", "exists_in: {field: organ, kind: department}", "{}", "{organ: x}")
    broken = ("catalogue/lan/departments.yaml", "departments:\n", "departments: [\n")
    assert [each for each in judged(broken, rule) if each.code == "Z001"] == []


@pytest.fixture
def folder(tmp_path):
    """A workspace on disk that declares one rule, and one that is wrong."""
    rule = ruled("seal", "one_of: {field: owner, values: [fagai]}", "{owner: fagai}", "{owner: x}")
    wrong = rule[2].removeprefix("rules:\n").replace("Z001", "Z002").replace("[fagai]", "[x]")
    for path, text in Edited([(RULES, "", rule[2] + wrong)]).texts.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return str(tmp_path)


def test_rules_and_explain_know_what_is_declared(folder, capsys):
    assert run(["rules", "-C", folder, "--lang", "en"]) == 0
    told = capsys.readouterr().out.splitlines()[-1]
    assert told.split() == ["Z001", "warning", "本单位的规则", "工作规则第三条"]
    assert run(["explain", "z001", "-C", folder, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "本单位的规则"
    assert run(["explain", "Z002", "-C", folder]) == 2


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github", "gitlab", "markdown", "table"])
def test_every_report_tells_of_local_rules(form, folder, capsys):
    words = ["check", "-C", folder, "--lang", "zh-CN", "--fail-on", "warning", "--format", form]
    assert run(words) == 1
    output = capsys.readouterr().out
    assert "Z001" in output
    assert ("本单位的规则" in output) == (form in {"sarif", "github", "markdown"})
    assert ("工作规则第三条" in output) == (form in {"json", "sarif", "junit", "markdown"})


@pytest.mark.parametrize("name", ["local-rules.md", "local-rules.zh-CN.md"])
def test_the_example_of_the_manual_is_a_rule(name):
    text = (house.ROOT / "docs" / name).read_text("utf-8")
    example = text.partition("```yaml\n")[2].partition("```")[0]
    assert judged((RULES, "", example)) == []
    assert names(
        judged((RULES, "", example.replace("value: 5\n        unit", "value: 4\n        unit", 1)))
    ) == ["K010.good"]


def test_after_a_change_of_its_declaration_a_rule_judges_all_records_anew():
    good, bad = "{owner: fagai}", "{owner: x}"
    edits = [
        ruled("seal", f"one_of: {{field: owner, values: [{each}]}}", good, bad)
        for each in ("fagai", "fagai, jingxin")
    ]
    known, said = {}, []
    old, new = (load(Edited([each]), known) for each in edits)
    check(old, date(2019, 1, 1), keep=said.append)
    earlier = Earlier(changed_paths(old, new), said[0])
    assert earlier.holds(new.snapshot.records[Key("", Kind.RULE, "Z001")])
    found = check(new, date(2019, 1, 1), earlier=earlier)
    assert found == check(new, date(2019, 1, 1))
    assert [each.message for each in found] != [each.message for each in check(old, date(2019, 1, 1))]


EXPLAINED = ruled(
    "seal",
    "exists_in: {field: owner, kind: department}",
    "{owner: fagai}",
    "{owner: x}",
    "      beside: [{kind: department, fields: {id: fagai}}]\n"
    "    where:\n      - {field: owner, exists: true}\n",
)[2]


@pytest.fixture
def declaring(tmp_path, monkeypatch):
    """The small workspace with a rule of its own, entered."""
    root = workspace(tmp_path / "w")
    (root / RULES).write_text(EXPLAINED, "utf-8", newline="\n")
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh-CN", ["判断对象: 印章 (seal)", "适用条件:", "指向存在的记录:", "反例（", "正例:", "中找不到"]),
        (
            "en",
            ["Select: Seal (seal)", "Where:", "Exists in:", "Bad example", "Good example:", "is not found"],
        ),
    ],
)
def test_a_local_rule_is_explained_with_what_it_declares(declaring, capsys, language, expected):
    assert run(["explain", "Z001", "--lang", language]) == 0
    told = capsys.readouterr().out
    places = [told.index(each) for each in ["Z001  本单位的规则", *expected]]
    assert places[:5] == sorted(places[:5])
    for line in (
        "      - field: owner\n        exists: true\n",
        "      owner: x  # <-- Z001\n",
        "owner: fagai",
    ):
        assert line in told


def test_a_local_rule_is_explained_to_programs(declaring, capsys):
    assert run(["explain", "Z001", "--format", "json", "--lang", "en"]) == 0
    told = json.loads(capsys.readouterr().out)
    schema = json.loads((house.SCHEMAS / "output" / "explain.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(told)
    assert told["select"] == "seal"
    assert told["where"] == [{"field": "owner", "exists": True}]
    assert told["exists_in"] == {"field": "owner", "kind": "department"}
    (bad,), (good,) = (told["examples"][name]["snippets"] for name in ("bad", "good"))
    assert (bad["text"].split("\n")[bad["faults"][0] - 1], good["faults"]) == ("  owner: x", [])
    assert "is not found" in told["examples"]["bad"]["messages"][0]


def test_a_rule_of_the_tool_declares_nothing(declaring, capsys):
    assert run(["explain", "M005", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert "select" not in told
    assert set(told["examples"]) == {"bad", "good"}
