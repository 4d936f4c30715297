"""Totals add up, merges and splits both ways."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_lineage import code, item, register

from listings import Listed
from trees import loaded
from xuke.diff.compare import compare
from xuke.diff.suggest import suggestions
from xuke.diff.totals import Flow, is_in_force, totals
from xuke.model.record import Kind
from xuke.sources.counting import counted
from xuke.sources.load import load

WITHDRAWN = "    status: withdrawn\n"


def counts(snapshot):
    return Counter(
        key.kind for key, each in snapshot.records.items() if is_in_force(each) and key.kind is Kind.ITEM
    )


def total(old, new):
    (found,) = totals(compare(old, new), counts(old), counts(new))
    assert found.right == found.after
    return found.before, found.flows, found.after


def test_every_reason_is_told_with_what_went_and_what_came():
    old = register(*(item(code(number)) for number in range(101, 112)), item(code(112), more=WITHDRAWN))
    new = register(
        item(code(201), (code(101), "renumbered")),
        *(item(code(number), (code(102), "split")) for number in (301, 302)),
        item(code(401), (code(103), "merged"), (code(104), "merged")),
        item(code(105), (code(106), "merged")),
        item(code(107), name="新名"),
        item(code(108), more=WITHDRAWN),
        item(code(109), more=WITHDRAWN),
        item(code(110)),
        item(code(112)),
        item(code(402), (code(109), "merged")),
        item(code(501)),
    )
    added = counts(new)[Kind.ITEM]
    assert total(old, new) == (
        counts(old)[Kind.ITEM],
        (
            Flow("removed", 1, 0),
            Flow("withdrawn", 1, 0),
            Flow("renumbered", 1, 1),
            Flow("merged", 5, 3),
            Flow("split", 1, 2),
            Flow("added", 0, 1),
            Flow("restored", 0, 1),
        ),
        added,
    )


_CODES = st.sampled_from([code(number) for number in range(101, 106)])
_ITEMS = st.lists(
    st.builds(
        lambda own, links, rest: (own, item(own, *links, more=rest)),
        _CODES,
        st.lists(
            st.tuples(_CODES, st.sampled_from(["merged", "split", "renumbered"])),
            max_size=2,
            unique_by=lambda each: each[0],
        ),
        st.sampled_from(["", WITHDRAWN, "    note: withdrawn 一词\n", '    note: "两\n      行"\n']),
    ),
    max_size=5,
    unique_by=lambda each: each[0],
)
PATH = "catalogue/lan/items/wenti.yaml"


def listed(items):
    return Listed({PATH: "items:\n" + "".join(text for _, text in items)} if items else {PATH: "items: []\n"})


@given(_ITEMS, _ITEMS)
def test_what_was_less_what_went_plus_what_came_is_what_is(old, new):
    both = listed(old), listed(new)
    snapshots = [load(each).snapshot for each in both]
    before, after = counted(both, {Kind.ITEM})
    assert [before[Kind.ITEM], after[Kind.ITEM]] == [counts(each)[Kind.ITEM] for each in snapshots]
    (found,) = totals(compare(*snapshots), before, after)
    assert found.right == found.after


def test_only_files_of_the_kinds_and_place_are_counted_and_the_same_file_once():
    memo = "memoranda/lan/a.yaml"
    other = "catalogue/mei/items/a.yaml"
    texts = {
        PATH: "items:\n" + item(code(101)),
        memo: "giver: a\n",
        other: "items:\n" + item(code(102)),
        "x.yaml": "",
    }
    old, new = Listed(texts), Listed(texts)
    assert counted((old, new), {Kind.ITEM}, "lan") == ({Kind.ITEM: 1}, {Kind.ITEM: 1})
    assert (old.asked, new.asked) == ({PATH}, set())
    assert counted((old, new), {Kind.MEMORANDUM, Kind.POST})[0] == {Kind.MEMORANDUM: 1, Kind.POST: 0}
    broken = Listed({PATH: "items: [\n"})
    assert counted((broken, broken), {Kind.ITEM})[0] == {Kind.ITEM: 0}


@pytest.mark.parametrize(
    ("name", "more", "found"),
    [
        ("户外广告设施设置核准", "", [("101", "201", 90)]),
        ("完全不同的名称", "", []),
        ("户外广告设施设置审批", '    replaces:\n      - code: "000119999000"\n        kind: split\n', []),
    ],
)
def test_a_new_item_like_one_that_is_gone_is_asked_about(name, more, found):
    old = register(item(code(101), name="户外广告设施设置审批"), item(code(102)))
    new = register(item(code(102)), item(code(201), name=name, more=more))
    told = [(each.old.key.id[6:9], each.new.key.id[6:9]) for each in suggestions(compare(old, new))]
    assert told == [each[:2] for each in found]


def test_an_item_of_another_department_is_not_asked_about():
    old = register(item(code(101), name="户外广告设施设置审批"))
    text = item(code(201), name="户外广告设施设置审批").replace("fagai", "jianshe")
    assert list(suggestions(compare(old, register(text)))) == []
    measures = "catalogue/lan/measures.yaml"
    assert (
        list(suggestions(compare(loaded().snapshot, loaded((measures, "id: m02", "id: m03")).snapshot))) == []
    )
