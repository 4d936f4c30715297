from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from trees import loaded
from xuke.figures.ceilings import ceilings
from xuke.figures.claims import claims
from xuke.figures.reductions import Subject
from xuke.figures.staffing import Minimum, Staff, minima, staff
from xuke.figures.stats import LeftOut, Scope, statistics
from xuke.figures.targets import results
from xuke.model.register import Register
from xuke.sources.load import load
from xuke.sources.tree import WorkTree

ROOT = Path(__file__).parents[3]
REFORM = "catalogue/lan/reform.yaml"
ITEMS = "catalogue/lan/items/fagai.yaml"
STAFFING = "catalogue/lan/staffing.yaml"


def register(*edits):
    return Register(loaded(*edits).snapshot, "lan")


@pytest.fixture(scope="module")
def reference():
    return load(WorkTree(ROOT)).snapshot


def test_all_licences_are_the_sum_of_departments_and_of_categories(reference):
    found = statistics(Register(reference, "yaoan"))
    names = ("items", "whole", "partial", "resident", "excluded", "other", "handlings", "handlings_moved")
    (whole,) = [each for each in found.groups if each.scope is Scope.ALL]
    for scope in (Scope.DEPARTMENT, Scope.CATEGORY):
        parts = [each for each in found.groups if each.scope is scope]
        assert len(parts) > 3
        for name in names:
            assert sum(getattr(each.transfer, name) for each in parts) == getattr(whole.transfer, name)
        for place, saving in enumerate(whole.savings):
            sums = [each.savings[place].reduction for each in parts]
            assert sum(each.before for each in sums) == saving.reduction.before
            assert sum(each.after for each in sums) == saving.reduction.after
            assert sum(each.n for each in sums) == saving.reduction.n


def test_groups_are_named_and_what_is_no_licence_is_left_out():
    found = statistics(
        register(
            (
                ITEMS,
                "items:\n",
                'items:\n  - code: "530104009000"\n    name: 甲\n    type: "06"\n    competent: fagai\n'
                "    organ: fagai\n    level: county\n"
                '  - code: "530104008000"\n    name: 乙\n    type: "01"\n    competent: fagai\n'
                "    organ: fagai\n    level: county\n    disposition:\n      state: cancelled\n",
            )
        )
    )
    assert found.left_out == LeftOut(1, 1)
    assert {each.id for each in found.groups if each.scope is Scope.CATEGORY} == {""}
    assert found.origins == ("demonstration",)


def test_targets_are_those_of_the_rules(reference):
    known = Register(reference, "yaoan")
    expected = [each for subject in Subject for each in results(known, subject)]
    assert list(statistics(known).targets) == expected
    assert len(expected) == 3


SHARES = """stated:
  - {id: gongbu, subject: 划转, count: 126, whole: 143, percent: 88.1, percent_kind: share}
  - {id: cuo, subject: 划转, count: 126, whole: 143, percent: 88.2, percent_kind: share}
  - {id: wu, subject: 划转, count: 126, percent: 88.2, percent_kind: share}
  - {id: jian, subject: 用时, before: 155, after: 42, percent: 72.9, percent_kind: reduction}
  - {id: zeng, subject: 户数, before: 100, after: 112, percent: 12, percent_kind: growth}
  - {id: ling, subject: 户数, before: 0, after: 112, percent: 12, percent_kind: growth}
  - {id: fen, subject: 部门, count: 3, parts: [{id: a, name: 甲, count: 1}, {id: b, name: 乙, count: 1}]}
  - {id: hang, subject: 部门, count: 2, enumerates: {kind: department, where: {in_reform: true}}}
  - {id: tiao, subject: 事项, before: 10, after: 9,
     parts: [{id: a, name: 取消, removed: 3}, {id: b, name: 新增, added: 1}]}
  - {id: tiao-shu, subject: 事项, before: 10, count: 8,
     parts: [{id: a, name: 取消, removed: 3}, {id: b, name: 新增, added: 1}]}
  - {id: tiao-wu, subject: 事项, before: 10, parts: [{id: a, name: 取消, removed: 3}]}
"""


def test_stated_figures_stand_beside_computed_ones():
    reform = f"provenance: demonstration\njurisdiction: {{name: 兰县, level: county}}\n{SHARES}"
    found = {each.figure.text("id"): each for each in claims(register((REFORM, "", reform)))}
    assert {name: each.agrees for name, each in found.items()} == {
        "gongbu": True,
        "cuo": False,
        "wu": None,
        "jian": True,
        "zeng": True,
        "ling": None,
        "fen": False,
        "hang": True,
        "tiao": False,
        "tiao-shu": True,
        "tiao-wu": None,
    }
    assert found["zeng"].percent == 12
    assert (found["fen"].parts, found["hang"].rows, found["tiao"].after) == (Decimal(2), 2, Decimal(8))


CEILINGS = """policy:
  conversion:
    month_days: 30
    day_as_working_day: true
  ceilings:
    - {id: shangshi, category: commerce, limit: {value: 5, unit: working_day}}
    - {id: shehui, category: social}
"""


def items(*rows):
    head = "provenance: demonstration\nitems:\n"
    fixed = 'type: "01", competent: fagai, organ: fagai, level: county, category: commerce'
    return head + "".join(
        f'  - {{code: "53010400{place}000", name: 事{place}, {fixed}{row}}}\n'
        for place, row in enumerate(rows, 1)
    )


def promise(value, unit):
    return f", limit: {{promised: {{value: {value}, unit: {unit}}}}}"


def test_promises_against_the_ceiling_of_their_category():
    reform = f"provenance: demonstration\njurisdiction: {{name: 兰县, level: county}}\n{CEILINGS}"
    rows = (
        promise(5, "working_day"),
        promise(6, "day"),
        promise(0, "on_the_spot"),
        promise(1, "year"),
        "",
        promise(9, "working_day") + ", disposition: {state: cancelled}",
    )
    (found,) = ceilings(register((REFORM, "", reform), (ITEMS, "", items(*rows))))
    assert (found.within, found.longer, found.unlike, found.silent) == (2, ("530104002000",), 1, 1)
    assert not found.is_met
    (found,) = ceilings(register((REFORM, "", reform), (ITEMS, "", items(rows[0]))))
    assert found.is_met


STAFF = """policy:
  staffing:
    posts_min: 40
    persons_min: 40
    helpers_min: 10
"""
POSTS = """provenance: demonstration
posts:
  - {id: a, from_department: fagai, kind: administrative, posts: 3, persons: 2}
  - {id: b, from_department: fagai, kind: administrative, posts: 5, persons: 5, engagement: secondment}
"""


@pytest.mark.parametrize(
    ("approved", "posts"),
    [
        ("", Minimum("posts_min", 40, 3)),
        ("bureau: {establishment: {posts_approved: 45}}\n", Minimum("posts_min", 40, 45, True)),
    ],
)
def test_minima_count_transfers_and_never_secondments(approved, posts):
    reform = f"provenance: demonstration\njurisdiction: {{name: 兰县, level: county}}\n{approved}{STAFF}"
    known = register((REFORM, "", reform), (STAFFING, "", POSTS))
    assert staff(known) == [Staff("transfer", 3, 2), Staff("secondment", 5, 5)]
    assert list(minima(known)) == [posts, Minimum("persons_min", 40, 2), Minimum("helpers_min", 10, None)]
    assert [each.gap for each in minima(known)] == [37 if posts.count == 3 else 0, 38, None]


def test_a_policy_without_minima_asks_for_nothing():
    assert list(minima(register())) == []


def test_subordinates_are_computed_where_they_list_items_else_as_they_state(reference):
    found = statistics(Register(reference, "chuxiong"))
    rows = {each.id: (each.basis, each.moved, each.items, each.rate) for each in found.subordinates}
    whole = statistics(Register(reference, "yaoan")).groups[0].transfer
    assert rows == {
        "chuxiong-shi": ("stated", 126, None, Fraction("0.882")),
        "chuxiong-zone": ("none", None, None, None),
        "yaoan": ("computed", whole.whole + whole.partial, whole.items, whole.rate),
        "yongren": ("stated", 130, None, Fraction("0.886")),
        "yuanmou": ("stated", 130, None, Fraction("0.833")),
    }
    total = found.together
    assert (total.computed, total.stated, total.silent) == (1, 3, 1)
    assert total.moved == 126 + 130 + 130 + whole.whole + whole.partial
    assert (total.items, total.rate) == (whole.items, whole.rate)
    assert (total.posts, total.posts_of) == (52 + 8 + 29 + 58, 4)
    assert total.origins == ("demonstration",)


def test_a_place_without_subordinates_has_empty_totals():
    found = statistics(register())
    assert found.subordinates == ()
    assert (found.together.moved, found.together.rate) == (0, None)
    assert found.filing is None
