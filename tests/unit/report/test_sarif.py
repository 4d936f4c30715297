"""SARIF reports keep the published schema, and what the standard says beyond it."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from jsonschema import Draft7Validator
from reports import FAULTS, LATE, LINE, SUPPRESSED, report, value

from xuke.words.render import Language, render, template

SCHEMA = Path(__file__).parents[2] / "vendor" / "sarif" / "sarif-schema-2.1.0.json"
CASES = {"clean": (), "faults": FAULTS, "suppressed": (*FAULTS, SUPPRESSED)}


@pytest.fixture(scope="module")
def validator():
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def run_of(*edits, **options):
    (run,) = value("sarif", *edits, **options)["runs"]
    return run


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("edits", CASES.values(), ids=CASES)
def test_reports_keep_the_published_schema(edits, language, validator):
    log = value("sarif", *edits, language=language, shows_suppressed=True)
    assert [error.message for error in validator.iter_errors(log)] == []


def test_the_published_schema_refuses_what_it_does_not_name(validator):
    log = value("sarif", *FAULTS)
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["line"] = 1
    assert not validator.is_valid(log)


def test_every_result_has_its_rule():
    run = run_of(*FAULTS)
    rules = run["tool"]["driver"]["rules"]
    assert run["results"]
    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == [
        each["ruleId"] for each in run["results"]
    ]
    assert {each["ruleId"] for each in run["results"]} == {each["id"] for each in rules}


@pytest.mark.parametrize("language", list(Language))
def test_a_rule_says_in_the_language_of_the_run_why_it_is_there_and_what_it_rests_on(language):
    run = run_of(LATE, language=language)
    (rule,) = run["tool"]["driver"]["rules"]
    basis = template("T001.basis", language)
    assert rule["shortDescription"]["text"] == template("T001.title", language)
    assert template("T001.why", language) in rule["help"]["text"]
    assert rule["help"]["text"].endswith(basis)
    assert rule["properties"]["basis"] == basis
    assert "helpUri" not in rule
    assert run["language"] == run["tool"]["driver"]["language"] == language


def test_a_result_stands_at_its_place_counted_in_characters():
    run = run_of(LATE)
    (result,) = run["results"]
    (place,) = result["locations"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert result["level"] == "error"
    assert place["physicalLocation"]["region"] == {
        "startLine": LINE,
        "startColumn": 9,
        "endLine": LINE + 1,
        "endColumn": 26,
    }
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "lan/item/530104001000"
    (other,) = result["relatedLocations"]
    assert other["physicalLocation"]["artifactLocation"]["uri"] == LATE[0]


def test_paths_are_uris_below_the_root():
    run = run_of(*FAULTS)
    places = [each["locations"][0]["physicalLocation"]["artifactLocation"] for each in run["results"]]
    assert {each["uriBaseId"] for each in places} == set(run["originalUriBaseIds"])
    assert all(each["uri"].isascii() and not set(each["uri"]) & set(" #?%\\") - {"%"} for each in places)
    assert "catalogue/lan/流浪 #1.yaml" in {unquote(each["uri"]) for each in places}


def test_no_path_of_the_machine_is_told():
    assert "uri" not in run_of()["originalUriBaseIds"]["%SRCROOT%"]


def test_messages_and_fingerprints_are_those_of_the_findings():
    shown = report(*FAULTS)
    results = run_of(*FAULTS)["results"]
    assert [each["message"]["text"] for each in results] == [
        render(each.found.message, Language.EN) for each in shown.entries
    ]
    names = [each["partialFingerprints"]["finding/v1"] for each in results]
    assert names == [each.fingerprint for each in shown.entries]
    assert len(set(names)) == len(names)


def test_a_suppressed_result_gives_its_reason_and_the_others_say_that_they_are_not():
    results = run_of(*FAULTS, SUPPRESSED, shows_suppressed=True)["results"]
    found = {each["ruleId"]: each["suppressions"] for each in results}
    assert found.pop("T001") == [{"kind": "external", "justification": "待部门核实<1>"}]
    assert set(map(str, found.values())) == {"[]"}


def test_suppressions_are_told_only_when_asked_for():
    results = run_of(*FAULTS, SUPPRESSED)["results"]
    assert "T001" not in {each["ruleId"] for each in results}
    assert not any("suppressions" in each for each in results)
