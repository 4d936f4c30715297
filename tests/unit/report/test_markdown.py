"""The report for a merge request: a table that no value can break."""

import re

import pytest
from reports import FAULTS, ITEMS, LATE, LINE, SUPPRESSED, report, text

from xuke.check.verdict import Entry
from xuke.model.diagnostic import Diagnostic, Severity, say
from xuke.model.place import top_of
from xuke.report.findings import Report, Summary
from xuke.report.markdown import markdown_lines
from xuke.words.render import Language, template


def rows(markdown):
    return [line for line in markdown.splitlines() if line.startswith("| ")]


def cells(line):
    return re.split(r"(?<!\\)\|", line)[1:-1]


def test_a_clean_report_has_its_counts_and_no_table():
    lines = text("markdown").splitlines()
    assert lines[0] == "<!-- xuke check -->"
    assert lines[1] == "## Findings"
    assert lines[3].startswith("errors 0, warnings 0")
    assert len(lines) == 4


@pytest.mark.parametrize("language", list(Language))
def test_every_finding_is_a_row_of_four_cells(language):
    found = rows(text("markdown", *FAULTS, language=language))
    assert len(found) == len(report(*FAULTS).entries) + 2
    assert {len(cells(line)) for line in found} == {4}


def test_a_row_tells_level_code_place_message_and_the_other_side():
    level, code, place, told = (cell.strip() for cell in cells(rows(text("markdown", LATE))[2]))
    assert (level, code, place) == ("error", "T001", f"{ITEMS}:{LINE}:9")
    assert f"<br>also in {ITEMS}:" in told


def test_every_rule_with_findings_is_explained_once():
    markdown = text("markdown", *FAULTS)
    for code in {each.found.code for each in report(*FAULTS).entries}:
        (line,) = (line for line in markdown.splitlines() if line.startswith(f"- **{code} "))
        assert "<br>Basis: " in line
    assert template("T001.title", Language.EN) in markdown


def test_a_suppressed_finding_tells_its_reason():
    assert r"<br>suppressed: 待部门核实\<1\>" in text("markdown", LATE, SUPPRESSED, shows_suppressed=True)


def test_values_cannot_break_the_table():
    value = "a|b\n# c <img src=x> `d` [e](f) *g* _h_ \\"
    found = Diagnostic(
        "K005", Severity.WARNING, top_of("a_b|c.yaml"), say("K005.idle", code=value, record="x", others="")
    )
    lines = list(markdown_lines(Report([Entry(found, "1")], Summary(0, 1, 0, 0, 0)), Language.EN))
    row = rows("\n".join(lines))[2]
    assert len(cells(row)) == 4
    assert r"a\_b\|c.yaml:1:1" in row
    assert r"a\|b\\n\# c \<img src=x\> \`d\` \[e\](f) \*g\* \_h\_ \\" in row
