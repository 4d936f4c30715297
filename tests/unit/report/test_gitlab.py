"""The code quality report of GitLab, with the fields that its documentation asks for."""

import pytest
from jsonschema import Draft202012Validator
from reports import FAULTS, LATE, LINE, SUPPRESSED, report, value

from trees import SMALL
from xuke.model.place import Location, Position
from xuke.report.gitlab import _last_line

#: What GitLab's ``app/validators/json_schemas/codeclimate.json`` asks for, and beyond that its documentation:
#: https://docs.gitlab.com/ci/testing/code_quality/, "Code Quality report format".
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?![./])"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


@pytest.mark.parametrize("edits", [(), FAULTS, (LATE, SUPPRESSED)], ids=["clean", "faults", "suppressed"])
def test_reports_have_the_fields_that_gitlab_reads(edits):
    issues = value("gitlab", *edits, shows_suppressed=True)
    Draft202012Validator(SCHEMA).validate(issues)
    names = [each["fingerprint"] for each in issues]
    assert len(set(names)) == len(names)


def test_a_clean_report_is_an_empty_list():
    assert value("gitlab") == []


def test_an_error_is_major_and_stands_at_its_lines():
    (issue,) = value("gitlab", LATE)
    assert issue["severity"] == "major"
    assert issue["location"] == {"path": LATE[0], "lines": {"begin": LINE, "end": LINE + 1}}
    assert issue["check_name"] == "T001"
    assert issue["description"].startswith("T001 ")
    assert "\nalso in " in issue["description"]


def test_levels_follow_those_of_the_findings():
    pairs = zip(report(*FAULTS).entries, value("gitlab", *FAULTS), strict=True)
    levels = {(str(each.found.severity), issue["severity"]) for each, issue in pairs}
    assert levels <= {("error", "major"), ("warning", "minor")}


def test_a_suppressed_finding_is_information_with_its_reason():
    (issue,) = value("gitlab", LATE, SUPPRESSED, shows_suppressed=True)
    assert issue["severity"] == "info"
    assert issue["description"].endswith("suppressed: 待部门核实<1>")
    assert value("gitlab", LATE, SUPPRESSED) == []


def test_paths_are_files_of_the_workspace():
    paths = {each["location"]["path"] for each in value("gitlab", *FAULTS)}
    assert {path for path in paths if not (SMALL / path).is_file()} == {"catalogue/lan/流浪 #1.yaml"}


@pytest.mark.parametrize(
    ("start", "end", "last"), [((2, 1), (3, 1), 2), ((2, 1), (3, 2), 3), ((1, 1), (1, 1), 1)]
)
def test_the_last_line_is_one_that_is_reached(start, end, last):
    assert _last_line(Location("a.yaml", Position(*start), Position(*end))) == last
