"""The rules: all listed, all told in two languages, all with cases that they decide."""

import json
import re
from itertools import pairwise

import pytest

import house
from test_cases import CASES, edited
from xuke.check import check as checking
from xuke.check.rules import ALL
from xuke.commands.program import run
from xuke.model.codes import ALL as CODES
from xuke.model.codes import BOOKS, RULES, SCHEMA, TEXT
from xuke.model.codes import KEYS as KEY_CODES
from xuke.model.record import Kind
from xuke.model.rule import Rule
from xuke.words.render import Language, template

FOLDER = house.PACKAGE / "check" / "rules"
FILES = sorted(file.stem for file in FOLDER.glob("*.py") if file.stem != "__init__")
RULE_CODES = sorted(RULES)


def cases_of(code):
    return [case for case in CASES if case.name.startswith(f"{code}-")]


def is_passing(case):
    return case.name[5:].startswith("ok-")


def codes_told(output):
    """The codes of all findings in the text of a check."""
    return re.findall(r"^\S+:[0-9]+:[0-9]+: \S+ ([A-Z][0-9]{3}) ", output, re.MULTILINE)


def checked(case, target, capsys):
    plan = edited(case, target)
    run(["check", "-C", str(target), "--on", house.DAY, "--lang", "zh-CN", *plan.get("args", [])])
    return capsys.readouterr().out


def name_of(rule):
    return rule.check.__name__


def test_the_list_of_rules_is_sorted():
    assert [each.code for each in ALL] == sorted(each.code for each in ALL)
    assert all(isinstance(each, Rule) for each in ALL)


def test_no_rule_is_listed_twice():
    assert len({id(each) for each in ALL}) == len(ALL)
    assert len({name_of(each) for each in ALL}) == len(ALL)


def test_every_file_of_rules_is_listed():
    listed = {each.check.__module__.rpartition(".")[2] for each in ALL}
    assert listed == set(FILES)


def test_every_rule_of_a_file_is_listed():
    for stem in FILES:
        module = __import__(f"xuke.check.rules.{stem}", fromlist=["*"])
        inside = [each for each in vars(module).values() if isinstance(each, Rule)]
        assert inside
        assert all(any(each is listed for listed in ALL) for each in inside), stem


@pytest.mark.parametrize("stem", FILES)
def test_a_file_is_named_after_the_code_and_the_first_rule_in_it(stem):
    first = next(each for each in ALL if each.check.__module__.endswith(f".{stem}"))
    assert stem == f"{first.code.lower()}_{name_of(first)}"


@pytest.mark.parametrize("stem", FILES)
def test_a_file_holds_one_code(stem):
    assert len({each.code for each in ALL if each.check.__module__.endswith(f".{stem}")}) == 1


@pytest.mark.parametrize("rule", ALL, ids=name_of)
def test_a_rule_says_what_it_demands(rule):
    assert rule.check.__doc__
    assert rule.kind in Kind
    assert set(rule.reads) <= set(Kind)


def test_the_table_of_codes_is_sorted_by_letter_and_whole():
    assert set(CODES) == {*TEXT, *SCHEMA, *KEY_CODES, *RULES, *BOOKS}
    assert len(CODES) == sum(map(len, (TEXT, SCHEMA, KEY_CODES, RULES, BOOKS)))
    for part in (TEXT, SCHEMA, KEY_CODES, RULES, BOOKS):
        same_letter = [pair for pair in pairwise(part) if pair[0][0] == pair[1][0]]
        assert all(earlier < later for earlier, later in same_letter)


def test_codes_have_one_form():
    assert [code for code in CODES if not re.fullmatch("[A-Z][0-9]{3}", code)] == []


def test_no_code_is_written_twice_in_the_table():
    text = (house.PACKAGE / "model" / "codes.py").read_text("utf-8")
    written = re.findall(r'"([A-Z][0-9]{3})"', text)
    assert len(written) == len(set(written)) == len(CODES)


def test_rules_and_codes_are_the_same():
    assert {each.code for each in ALL} == set(RULES)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_has_title_reason_and_basis(code, language):
    for part in ("title", "why", "basis"):
        assert template(f"{code}.{part}", language).strip()
        assert "{" not in template(f"{code}.{part}", language)


@pytest.mark.parametrize("language", Language)
def test_no_two_codes_have_one_title(language):
    titles = [template(f"{code}.title", language) for code in CODES]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("code", RULE_CODES)
def test_every_rule_has_a_failing_and_a_passing_case(code):
    assert {is_passing(case) for case in cases_of(code)} == {True, False}


def test_every_case_is_about_a_code():
    # Z and a number is a code that the case itself declares.
    known = [*CODES, *(case.name[:4] for case in CASES if re.match("Z[0-9]{3}-", case.name))]
    assert [case.name for case in CASES if case.name[:4] not in known] == []


#: Codes about suppressions, beside which stands what the suppression is about.
ABOUT_SUPPRESSIONS = ("K005", "K006", "K007", "K008", "K011")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_case_tells_of_its_code_alone(case):
    code, told = case.name[:4], set(codes_told((case / "expected.txt").read_text("utf-8")))
    if is_passing(case):
        assert code not in told
    elif code in ABOUT_SUPPRESSIONS:
        assert code in told
    else:
        assert told == {code}


PASSING_RULES = [case for case in CASES if case.name[:4] in RULES and is_passing(case)]


@pytest.mark.parametrize("case", PASSING_RULES, ids=lambda path: path.name)
def test_a_case_that_a_rule_lets_pass_tells_of_nothing(case):
    assert codes_told((case / "expected.txt").read_text("utf-8")) == []


def silenced(*quiet):
    """The rules, those given replaced by ones that see nothing."""
    return tuple(
        Rule(each.code, each.kind, each.reads, lambda view, context: ()) if each in quiet else each
        for each in ALL
    )


RULE_CASES = [case for case in CASES if case.name[:4] in RULES and not is_passing(case)]


@pytest.mark.parametrize("case", RULE_CASES, ids=lambda path: path.name)
def test_a_failing_case_fails_without_its_rule(case, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(checking, "RULES", silenced(*(each for each in ALL if each.code == case.name[:4])))
    assert checked(case, tmp_path / "w", capsys) != (case / "expected.txt").read_text("utf-8")


SHARED = [each for each in ALL if sum(other.code == each.code for other in ALL) > 1]


@pytest.mark.parametrize("rule", SHARED, ids=name_of)
def test_each_of_two_rules_of_a_code_decides_a_case(rule, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(checking, "RULES", silenced(rule))
    cases = [case for case in cases_of(rule.code) if not is_passing(case)]
    outputs = [checked(case, tmp_path / case.name, capsys) for case in cases]
    assert any(
        output != (case / "expected.txt").read_text("utf-8")
        for case, output in zip(cases, outputs, strict=True)
    )


@pytest.mark.parametrize("language", house.LANGUAGES)
@pytest.mark.parametrize("code", sorted(CODES))
def test_explain_tells_why(code, language, capsys):
    assert run(["explain", code.lower(), "--lang", language]) == 0
    output = capsys.readouterr().out
    for part in ("title", "why", "basis"):
        assert template(f"{code}.{part}", Language(language)) in output
    if language == "en":
        # The register of the examples is Chinese in every language.
        assert house.chinese(output.partition(template("report.bad", Language.EN)[:11])[0]) == []


@pytest.mark.parametrize("language", house.LANGUAGES)
@pytest.mark.parametrize("code", sorted(CODES))
def test_explain_tells_programs_the_same(code, language, capsys):
    assert run(["explain", code, "--format", "json", "--lang", language]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["code"] == code
    assert told["severity"] == str(CODES[code])
    assert told["why"] == template(f"{code}.why", Language(language))


@pytest.mark.parametrize("language", house.LANGUAGES)
def test_rules_lists_every_code(language, capsys):
    assert run(["rules", "--lang", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:4] for line in lines[2:]] == sorted(CODES)
    for code, line in zip(sorted(CODES), lines[2:], strict=True):
        assert template(f"{code}.title", Language(language)) in line


@pytest.mark.parametrize("language", house.LANGUAGES)
def test_rules_tells_programs_the_same(language, capsys):
    assert run(["rules", "--format", "json", "--lang", language]) == 0
    told = json.loads(capsys.readouterr().out)["rules"]
    assert [(each["code"], each["severity"]) for each in told] == sorted(
        (c, str(s)) for c, s in CODES.items()
    )


@pytest.mark.parametrize("language", house.LANGUAGES)
@pytest.mark.parametrize("code", ["X999", "", "M5", "M005x"])
def test_a_code_that_is_none_is_refused(code, language, capsys):
    assert run(["explain", code, "--lang", language]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("xuke: ")
