"""What a change is answerable for."""

from datetime import date

from judging import ITEMS, MEMO, Edited
from test_local import ruled

from xuke.check.check import check
from xuke.model.rule import Version
from xuke.sources.load import load

TODAY = date(2019, 1, 1)
LONGER = (ITEMS, "        value: 5\n", "        value: 25\n")
WITHDRAWN = (ITEMS, '  - code: "530104001000"\n', '  - code: "530104009000"\n')


def codes(*edits, before=()):
    found = check(load(Edited(edits)), TODAY, base=load(Edited(before)))
    return [(each.code, each.location.path) for each in found]


def test_an_old_finding_is_not_told_again():
    assert codes(LONGER, before=[LONGER]) == []


def test_a_new_finding_is_told_wherever_it_stands():
    (found,) = check(load(Edited([WITHDRAWN])), TODAY, base=load(Edited([])))
    assert found.code == "K002"
    assert MEMO in {each.path for each in found.also}


def test_findings_of_other_files_can_be_left_out():
    found = check(load(Edited([LONGER])), TODAY, lambda path: path == MEMO, base=load(Edited([])))
    assert found == []


class Past:
    is_whole = True

    def __init__(self, record):
        self.record = record

    def versions(self, key):
        return [Version("c" * 40, date(2018, 12, 1), self.record)] if key == self.record.key else []


def published(*edits):
    state = (
        ITEMS,
        "      state: excluded\n      exclusion: anquan\n",
        "      state: excluded\n      exclusion: anquan\n    status: published\n    version: 1\n",
    )
    return load(Edited([state, *edits]))


def test_history_speaks_of_what_the_change_touches_alone():
    name = (ITEMS, "    name: 石油天然气管道受限制区域施工保护方案许可\n", "    name: 施工保护方案许可\n")
    old, new = published(), published(name)
    key = next(key for key in old.snapshot.records if key.id == "530104004000")
    past = Past(old.snapshot.records[key])
    assert [each.code for each in check(new, TODAY, base=old, history=past)] == ["C011"]
    assert [each.code for each in check(new, TODAY, base=new, history=past)] == []


SETTINGS = "catalogue/xuke.yaml"
LINE = "default_jurisdiction: lan\n"
KEPT = (
    "suppressions:\n  - code: T001\n    record: lan/item/530104001000\n"
    "    reason: 待核实\n    until: 2019-06-30\n"
)
BAD = (ITEMS, "        value: 20\n", "        value: 2\n")


def test_a_suppression_that_ends_brings_its_finding_back():
    assert ("T001", ITEMS) in codes(BAD, before=[BAD, (SETTINGS, LINE, LINE + KEPT)])


def test_a_level_that_is_raised_tells_what_it_weighs_now():
    for level in ("off", "warning"):
        lower = (SETTINGS, LINE, f"{LINE}levels:\n  - code: T001\n    level: {level}\n")
        assert ("T001", ITEMS) in codes(BAD, before=[BAD, lower])
        assert ("T001", ITEMS) not in codes(BAD, lower, before=[BAD])


def test_a_rule_that_is_new_is_told_where_it_finds_something():
    rule = ruled("item", "one_of: {field: name, values: [甲]}", "{name: 甲}", "{name: 乙}")
    assert {code for code, _ in codes(rule)} == {"Z001"}
