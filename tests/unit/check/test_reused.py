"""C011 and C015 by the past that they are given."""

from datetime import date

import pytest
from judging import ITEMS, Edited

from xuke.check.engine import run
from xuke.check.rules.c011_code_not_used_again import code_not_used_again
from xuke.check.rules.c015_version_counts_changes import version_counts_changes
from xuke.model.record import Key, Kind
from xuke.model.rule import Context, Version
from xuke.sources.load import load

NAME = "    name: 政府投资项目审批\n"
KEY = Key("lan", Kind.ITEM, "530104001000")


def item(name, status="published", more=""):
    return load(
        Edited([(ITEMS, NAME, f"    name: {name}\n    status: {status}\n    version: 1\n{more}")])
    ).snapshot


class Past:
    is_whole = True

    def __init__(self, *records):
        self.versions_of = [
            Version(str(number), date(2018, 12, 1), each[0].records[KEY], *each[1:])
            for number, each in enumerate(records)
        ]

    def versions(self, key):
        return self.versions_of if key == KEY else []


def codes(now, *past):
    context = Context(now, date(2018, 12, 2), history=Past(*past))
    found = run([code_not_used_again, version_counts_changes], context, ())
    return [each.message.name for each in found]


OLD = item("甲（一）项目审批")
ALIAS = "    aliases:\n      - name: 甲（一）项目审批\n"
SPLIT = '    replaces:\n      - code: "530104001000"\n        kind: {}\n'


@pytest.mark.parametrize(
    ("now", "past", "expected"),
    [
        (item("乙项目审批"), [(OLD,)], ["C011.renamed"]),
        (item("乙项目审批"), [(OLD, True)], ["C011.again"]),
        (item("甲(一)  项目审批"), [(OLD,)], ["C015.version"]),
        (item("乙项目审批", more=ALIAS), [(OLD,)], ["C015.version"]),
        (item("乙项目审批", "reviewed"), [(OLD,)], []),
        (item("乙项目审批"), [(item("甲项目审批", "draft"),)], []),
        (item("乙项目审批"), [(item("乙项目审批"),), (OLD,)], ["C011.renamed"]),
        (
            item("乙项目审批"),
            [(item("乙项目审批", more="    conditions: 符合规划\n"),), (OLD,)],
            ["C011.renamed", "C015.version"],
        ),
    ],
    ids=["in-place", "removed", "even", "alias", "reviewed", "draft", "older", "older-and-newer"],
)
def test_a_published_name_keeps_its_code(now, past, expected):
    assert codes(now, *past) == expected


@pytest.mark.parametrize(
    ("kind", "expected"), [("split", ["C015.version"]), ("renumbered", ["C011.renamed"])]
)
def test_what_is_left_of_a_divided_item_may_have_a_name_of_its_own(kind, expected):
    other = (ITEMS, "    name: 固定资产投资项目节能审查\n", "    name: 乙\n" + SPLIT.format(kind))
    mine = (ITEMS, NAME, "    name: 丙项目审批\n    status: published\n    version: 1\n")
    assert codes(load(Edited([other, mine])).snapshot, (OLD,)) == expected
