"""Laws of what a change is answerable for."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from trees import loaded
from xuke.check import check as module
from xuke.check.check import judged
from xuke.check.since import EVERY, answerable

TODAY = date(2019, 1, 1)
ITEMS = "catalogue/lan/items/fagai.yaml"
SETTINGS = "catalogue/xuke.yaml"

_SUPPRESSED = (
    "default_jurisdiction: lan\nlevels:\n  - code: T002\n    level: off\nsuppressions:\n"
    "  - code: {}\n    record: lan/item/530104001000\n    reason: 待核实\n    until: 2018-06-30\n"
)

#: Faults of many kinds, each in a place of its own.
FAULTS = (
    (ITEMS, "        value: 20\n", "        value: 2\n"),
    (ITEMS, "        value: 5\n", "        value: 25\n"),
    (ITEMS, '  - code: "530104003000"', "  - code: 530104003000"),
    (ITEMS, '  - code: "530104001000"', '  - code: "530104009000"'),
    (ITEMS, "      state: excluded\n", "      state: transferred\n"),
    ("catalogue/lan/measures.yaml", "id: m02", "id: m01"),
    ("memoranda/lan/fagai.yaml", '  - code: "530104001000"', '  - code: "530104009000"'),
    ("catalogue/lan/duties/fagai.yaml", '      - "530104001000"\n', ""),
    ("catalogue/lan/departments.yaml", "  - id: fagai\n", "  - id: fagia\n"),
    ("catalogue/lann/seals.yaml", "", "provenance: demonstration\nseals: []\n"),
    (
        "memoranda/lann/fagai.yaml",
        "",
        "provenance: demonstration\ntitle: 备忘录\ngiver: fagai\ntaker: shenpi\n",
    ),
    ("catalogue/lan/halls.yaml", "provenance: demonstration", "provenance: [demonstration"),
    ("catalogue/lan/stray.yaml", "", "stray: true\n"),
)
SETTLED = tuple(
    (SETTINGS, "default_jurisdiction: lan\n", text)
    for text in (
        _SUPPRESSED.format("T001"),
        _SUPPRESSED.format("K002"),
        _SUPPRESSED.format("K002").replace("item/530104001000", "memorandum/fagai").replace("2018-", "2019-"),
    )
)

_SIDES = st.tuples(st.sets(st.sampled_from(FAULTS)), st.sampled_from([(), *((each,) for each in SETTLED)]))


def _register(faults, settled):
    return loaded(*sorted(faults), *settled)


@settings(max_examples=40)
@example(({FAULTS[0]}, SETTLED[:1]), (set(), SETTLED[:1]))
@given(_SIDES, _SIDES)
def test_judging_the_version_before_only_where_it_matters_finds_the_same(before, after):
    old, new = _register(*before), _register(*after)
    found = module._all(new, TODAY, base=old)
    whole = answerable(found, new.snapshot, module._all(old, TODAY, codes=EVERY), old.snapshot)
    expected = [] if all(each.suppressed for each in found) else sorted(whole, key=lambda each: each.order)
    assert judged(new, TODAY, base=old) == expected


@settings(max_examples=10)
@given(_SIDES)
def test_a_version_is_answerable_for_nothing_against_itself(side):
    register = _register(*side)
    assert judged(register, TODAY, base=register) == []
