"""变动类型: what a change means, from the data alone."""

import pytest

from trees import loaded
from xuke.diff.compare import compare
from xuke.diff.comparison import comparison
from xuke.diff.kinds import ChangeKind

ITEMS = "catalogue/lan/items/fagai.yaml"
ALONE = '    disposition:\n      state: resident\n  - code: "530104003000"'
STATES = [
    "transferred",
    "resident",
    "excluded",
    "delegated",
    "entrusted_out",
    "authorised_out",
    "cancelled",
    "suspended",
]


def kinds(*edits, base=()):
    old, new = loaded(*base).snapshot, loaded(*base, *edits).snapshot
    return [[str(kind) for kind in each] for each in comparison(compare(old, new)).kinds]


def stated(state, *more):
    return (ITEMS, ALONE, ALONE.replace("resident", state) if not more else more[0])


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("resident", "transferred", "transferred"),
        ("resident", "delegated", "delegated"),
        ("resident", "excluded", "edited"),
        ("transferred", "resident", "reclaimed"),
        ("delegated", "excluded", "reclaimed"),
        ("entrusted_out", "resident", "reclaimed"),
        ("suspended", "resident", "resumed"),
        ("suspended", "transferred", "resumed"),
        ("suspended", "cancelled", "cancelled"),
        ("resident", "suspended", "suspended"),
        ("cancelled", "resident", "edited"),
    ],
)
def test_a_new_disposition_is_what_its_states_say(old, new, found):
    before = () if old == "resident" else (stated(old),)
    text = ALONE.replace("resident", old)
    assert kinds((ITEMS, text, text.replace(old, new)), base=before) == [[found]]


def test_what_goes_with_a_new_disposition_is_part_of_it():
    more = ALONE.replace("resident\n", "transferred\n      effective: 2019-01-01\n      batch: 第一批\n")
    assert kinds((ITEMS, ALONE, more)) == [["transferred"]]
    assert kinds(
        (ITEMS, ALONE, more), (ITEMS, "    name: 固定资产投资项目节能审查", "    name: 节能审查")
    ) == [["transferred", "renamed"]]
    assert kinds((ITEMS, ALONE, ALONE.replace("resident\n", "resident\n      reason: 专业\n"))) == [
        ["edited"]
    ]


def test_a_disposition_without_a_state_is_no_new_one():
    bare = (ITEMS, "      state: excluded\n      exclusion: anquan\n", "      reason: 专业\n")
    gone = (ITEMS, "    disposition:\n      reason: 专业\n", "")
    assert kinds(gone, base=(bare,)) == [["edited"]]


def test_an_organ_that_gives_up_a_transferred_item_transfers_it():
    base = (stated("transferred"),)
    organ = "    organ: fagai\n    section: shenpi-gu\n"
    assert kinds((ITEMS, organ, organ.replace("fagai", "shenpi")), base=base) == [["transferred"]]
    assert kinds((ITEMS, organ, organ.replace("fagai", "shenpi"))) == [["edited"]]


def test_an_organ_that_has_an_item_back_reclaims_it():
    state = "      state: transferred\n      effective: 2018-12-30\n      section: touzi"
    organ = "    competent: fagai\n    organ: shenpi\n"
    back = (ITEMS, organ, organ.replace("shenpi", "fagai"))
    assert kinds(back, (ITEMS, state, "      state: resident")) == [["reclaimed"]]
    assert kinds(back) == [["edited"]]


def test_of_handlings_it_is_in_part():
    state = "          state: resident"
    assert kinds((ITEMS, state, state.replace("resident", "transferred"))) == [["transferred_in_part"]]
    assert kinds((ITEMS, state, f"{state}\n          reason: 专业")) == [["edited"]]
    handling = "        name: 变更\n        section: shenpi-gu\n"
    given = ("        name: 变更\n        organ: shenpi\n        section: shenpi-gu\n", "transferred")
    assert kinds(
        (ITEMS, handling, given[0]), base=((ITEMS, state, state.replace("resident", "transferred")),)
    ) == [["transferred_in_part"]]
    assert kinds((ITEMS, handling, given[0])) == [["edited"]]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (
            '    name: 政府投资项目审批\n    type: "01"',
            '    name: 政府投资项目审批\n    type: "10"',
            "reclassified",
        ),
        ("article: 第九条", "article: 第十条", "rebased"),
        ("        value: 20\n", "        value: 15\n", "edited"),
    ],
)
def test_fields_have_kinds_of_their_own(old, new, found):
    assert kinds((ITEMS, old, new)) == [[found]]


def test_a_new_item_is_what_its_origin_says():
    def item(more):
        return (
            ITEMS,
            "",
            f'provenance: demonstration\nitems:\n  - code: "000119001000"\n    name: 甲\n{more}',
        )

    def one(*more):
        old = loaded((ITEMS, "", "items: []\n")).snapshot
        return [str(kind) for kind in comparison(compare(old, loaded(item(*more)).snapshot)).kinds[0]]

    assert one("") == one("    origin:\n      kind: added\n") == ["added"]
    assert one("    origin:\n      kind: taken_over\n") == ["taken_over"]
    assert one("    origin:\n      kind: reclaimed\n") == ["reclaimed"]


def test_other_records_only_come_go_and_change():
    measures = "catalogue/lan/measures.yaml"
    assert kinds((measures, "id: m02", "id: m03"), (measures, "    due: 2018-12-20\n", "")) == [
        ["edited"],
        ["removed"],
        ["added"],
    ]


def test_every_kind_in_part_is_a_kind():
    assert [kind.in_part for kind in ChangeKind if f"{kind}_in_part" in set(ChangeKind)] == [
        kind for kind in ChangeKind if kind.endswith("_in_part")
    ]
