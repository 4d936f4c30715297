"""An item that was taken out is told at a place that is still there."""

from datetime import date

from trees import loaded, small
from xuke.check.check import check
from xuke.check.fingerprint import fingerprints
from xuke.sources.load import load
from xuke.words.render import Language, render

ITEMS = "catalogue/lan/items/qixiang.yaml"
HEAD = "provenance: demonstration\nitems:\n"
ROW = """  - {code: "530154001000", name: 防雷装置设计审核, type: "01", competent: qixiang, organ: qixiang,
     level: county, disposition: {state: resident}}
"""
OTHER = ROW.replace("54001", "54002").replace("审核", "验收")


def told(new, *old):
    """The findings of V002 after a change."""
    base = loaded((ITEMS, "", "".join((HEAD, *old))))
    found = check(load(new), date(2019, 1, 1), base=base)
    return base, [each for each in found if each.code == "V002"]


def shown(found):
    return [(str(each.location), str(each.record), render(each.message, Language.EN)) for each in found]


def test_where_the_file_is_still_there_its_head_is_shown_and_where_the_item_stood():
    _, found = told(small((ITEMS, "", HEAD + OTHER)), OTHER, ROW)
    ((place, record, message),) = shown(found)
    assert (place, record) == (f"{ITEMS}:1:1", "lan/item/530154001000")
    assert message.endswith(f"(in the earlier version it stood at {ITEMS}:5:5)")


def test_where_the_file_is_gone_too_the_plan_is_shown():
    _, found = told(small(), ROW)
    ((place, _, message),) = shown(found)
    assert place == "catalogue/lan/reform.yaml:1:1"
    assert message.endswith(f"(in the earlier version it stood at {ITEMS}:3:5)")


def test_the_finding_stays_the_same_when_the_item_had_stood_elsewhere():
    names = []
    for old in ((ROW, OTHER), (OTHER, ROW)):
        base, found = told(small((ITEMS, "", HEAD + OTHER)), *old)
        names += fingerprints(found, base.snapshot)
    assert len(names) == 2
    assert len(set(names)) == 1
