"""The weight that a workspace gives to a code."""

from datetime import date

import pytest
from judging import ITEMS, Edited

from xuke.check.check import check
from xuke.sources.load import load

SETTINGS = "catalogue/xuke.yaml"
LOCAL = """rules:
  - code: Z001
    title: 本单位的规则
    basis: 工作规则第三条
    level: warning
    select: seal
    one_of: {field: owner, values: [fagai]}
    examples:
      good: {owner: fagai}
      bad: {owner: x}
"""
LONGER = (ITEMS, "        value: 5\n", "        value: 25\n")


def found(code, level):
    text = f"default_jurisdiction: lan\nlevels:\n  - code: {code}\n    level: {level}\n    reason: 本地情况\n"
    edits = [LONGER, (SETTINGS, "default_jurisdiction: lan\n", text)]
    return sorted((each.code, str(each.severity)) for each in check(load(Edited(edits)), date(2019, 1, 1)))


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


@pytest.mark.parametrize("level", ["off", "warning", "error"])
@pytest.mark.parametrize("code", ["Y001", "S001", "K002", "K005", "K007", "X001"])
def test_what_everything_rests_on_keeps_its_level_and_that_is_told(code, level):
    assert found(code, level) == [("K006", "error"), ("T001", "error")]


def test_a_required_field_is_missed_whatever_the_level():
    edits = [(ITEMS, "    competent: fagai\n    organ: shenpi\n", "    competent: fagai\n")]
    text = "default_jurisdiction: lan\nlevels:\n  - {code: S001, level: off, reason: 本地情况}\n"
    data = load(Edited([*edits, (SETTINGS, "default_jurisdiction: lan\n", text)]))
    codes = [each.code for each in check(data, date(2019, 1, 1))]
    assert "S001" in codes
    assert "K006" in codes


def test_a_level_for_a_local_rule_counts_where_the_rule_is_there():
    assert found("Z999", "off") == [("K006", "error"), ("T001", "error")]
    text = "default_jurisdiction: lan\nlevels:\n  - {code: Z001, level: error, reason: 本地情况}\n"
    settings = (SETTINGS, "default_jurisdiction: lan\n", text)
    data = load(Edited([settings, ("catalogue/rules.yaml", "", LOCAL)]))
    assert [(each.code, str(each.severity)) for each in check(data, date(2019, 1, 1))] == [("Z001", "error")]


def test_a_level_for_a_local_rule_is_left_alone_where_the_rules_are_unread():
    text = "default_jurisdiction: lan\nlevels:\n  - {code: Z001, level: error, reason: 本地情况}\n"
    settings = (SETTINGS, "default_jurisdiction: lan\n", text)
    data = load(Edited([settings, ("catalogue/rules.yaml", "", "rules:\n  - [\n")]))
    assert {each.code[0] for each in check(data, date(2019, 1, 1))} == {"Y"}


def test_a_suppression_that_is_over_is_told_though_its_rule_is_off():
    text = (
        'default_jurisdiction: lan\nlevels:\n  - code: T001\n    level: "off"\n    reason: 本地情况\n'
        "suppressions:\n  - code: T001\n    record: lan/item/530104001000\n    reason: 待核\n"
        "    until: 2018-12-31\n"
    )
    told = check(load(Edited([(SETTINGS, "default_jurisdiction: lan\n", text)])), date(2019, 1, 1))
    assert [each.message.name for each in told] == ["K007.past"]
