"""The weight that a workspace gives to a code."""

from datetime import date

import pytest
from judging import ITEMS, Edited

from xuke.check.check import check
from xuke.sources.load import load

SETTINGS = "catalogue/xuke.yaml"
LONGER = (ITEMS, "        value: 5\n", "        value: 25\n")


def found(code, level):
    text = f"default_jurisdiction: lan\nlevels:\n  - code: {code}\n    level: {level}\n    reason: 本地情况\n"
    edits = [LONGER, (SETTINGS, "default_jurisdiction: lan\n", text)]
    return [(each.code, str(each.severity)) for each in check(load(Edited(edits)), date(2019, 1, 1))]


@pytest.mark.parametrize(
    ("level", "told"),
    [("warning", [("T001", "warning")]), ("error", [("T001", "error")]), ("off", [])],
)
def test_a_workspace_sets_the_level_of_a_rule(level, told):
    assert found("T001", level) == told


def test_a_level_that_the_schema_refuses_changes_nothing():
    assert ("T001", "error") in found("T001", "loud")


def test_a_level_for_a_code_that_is_not_there_is_told():
    assert ("K006", "error") in found("T999", "off")


def test_the_levels_of_local_rules_stand_in_their_own_file():
    assert found("Z999", "off") == [("T001", "error")]
