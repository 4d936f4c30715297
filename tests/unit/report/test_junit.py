"""JUnit reports keep the schema of Jenkins, and say by their cases what fails."""

from pathlib import Path

import pytest
from reports import FAULTS, ITEMS, LATE, LINE, SUPPRESSED, TWICE, report, text

from xsd import Schema, parsed
from xuke.check.verdict import Entry
from xuke.model.diagnostic import Diagnostic, Severity, say
from xuke.model.place import top_of
from xuke.report.findings import Report, Summary
from xuke.report.junit import junit_lines
from xuke.words.render import Language

XSD = Path(__file__).parents[2] / "vendor" / "junit" / "junit-10.xsd"
CASES = {"clean": (), "faults": FAULTS, "suppressed": (*FAULTS, SUPPRESSED)}


@pytest.fixture(scope="module")
def schema():
    return Schema(XSD.read_text("utf-8"))


def tree(*edits, **options):
    return parsed(text("junit", *edits, **options))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("edits", CASES.values(), ids=CASES)
def test_reports_keep_the_schema_of_jenkins(edits, language, schema):
    assert schema.faults(text("junit", *edits, language=language, shows_suppressed=True)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("testsuites", "suites"),
        (' failures="1"', ""),
        ("<failure ", "<failure surplus='' "),
        ("<testcase ", "text <testcase "),
        ("<failure ", "<properties/><failure "),
        ('name="xuke"', 'name="xuke" time="soon"'),
    ],
)
def test_the_schema_of_jenkins_refuses_other_reports(old, new, schema):
    assert schema.faults(text("junit", LATE).replace(old, new)) != []


def test_a_clean_run_is_one_case_that_passes():
    root = tree()
    (suite,) = root
    (case,) = suite
    assert root.attrib == {"name": "xuke", "tests": "1", "failures": "0", "errors": "0"}
    assert [child.tag for child in case] == ["system-out"]
    assert case.find("system-out").text.startswith("errors 0, warnings 0")


def test_every_file_with_findings_is_a_suite_and_every_finding_a_case():
    root, shown = tree(*FAULTS), report(*FAULTS)
    paths = [each.found.location.path for each in shown.entries]
    assert [suite.get("name") for suite in root] == list(dict.fromkeys(paths))
    assert [int(suite.get("tests")) for suite in root] == [paths.count(each.get("name")) for each in root]
    names = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(set(names)) == len(names) == len(paths) == int(root.get("tests"))


def test_counts_are_those_of_the_cases():
    root = tree(*FAULTS, SUPPRESSED, shows_suppressed=True)
    for part in (root, *root):
        assert int(part.get("failures")) == len(list(part.iter("failure")))
    assert [int(suite.get("skipped")) for suite in root] == [len(list(each.iter("skipped"))) for each in root]
    assert sum(int(suite.get("skipped")) for suite in root) == 1


def test_an_error_fails_with_its_line_and_basis():
    (case,) = tree(LATE).iter("testcase")
    failure = case.find("failure")
    assert case.get("classname") == "catalogue.lan.items.fagai"
    assert failure.get("type") == "T001"
    assert case.get("name") == f"T001 {failure.get('message')}"
    first, *_, last = failure.text.splitlines()
    assert first.startswith(f"{ITEMS}:{LINE}:9: error T001 ")
    assert last.startswith("Basis: ")


def test_a_suppressed_finding_is_skipped_for_its_reason():
    (case,) = tree(LATE, SUPPRESSED, shows_suppressed=True).iter("testcase")
    assert case.find("skipped").get("message") == "待部门核实<1>"


def made(*found, **options):
    entries = [Entry(each, str(number)) for number, each in enumerate(found)]
    lines = junit_lines(Report(entries, Summary(0, len(found), 0, 0, 0), **options), Language.EN)
    return parsed("\n".join(lines))


WARNING = Diagnostic(
    "K005", Severity.WARNING, top_of("a.yaml"), say("K005.idle", code="T001", record="x", others="")
)


def test_a_warning_passes_unless_warnings_fail():
    (case,) = made(WARNING).iter("testcase")
    assert [child.tag for child in case] == ["system-out"]
    assert case.find("system-out").text.startswith("a.yaml:1:1: warning K005 ")
    (case,) = made(WARNING, failing=list(Severity)).iter("testcase")
    assert [child.tag for child in case] == ["failure"]


def test_findings_that_are_alike_are_numbered():
    first, second = (case.get("name") for case in made(WARNING, WARNING).iter("testcase"))
    assert second == f"{first} (2)"


@pytest.mark.parametrize("sign", ["\ufffe", "\ud800"])
def test_what_xml_cannot_hold_is_replaced(sign):
    message = say("K005.idle", code=sign, record="<&\"'>", others="")
    (case,) = made(Diagnostic("K005", Severity.WARNING, top_of("a.yaml"), message)).iter("testcase")
    assert "\ufffd" in case.get("name")
    assert "<&\"'>" in case.get("name")


def test_the_report_begins_as_an_xml_file():
    assert text("junit", TWICE).startswith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="xuke"')
