"""Items and business items by who decides: the bureau, other organs, both."""

import pytest

from trees import loaded
from xuke.figures.organs import Decider, bureaus, by_decider
from xuke.figures.transfer import counted
from xuke.model.register import Register

ITEMS, REFORM, UNITS = (f"catalogue/lan/{name}.yaml" for name in ("items/fagai", "reform", "departments"))
TOP = "provenance: demonstration\njurisdiction: {{name: 兰县, level: county}}\n{}"
WHO = """provenance: demonstration
departments:
  - {id: fagai, name: 县发改局, kind: department}
  - {id: shenpi, name: 县行政审批局, kind: bureau}
"""


def item(number, organ, *handlings):
    rows = "".join(
        f'      - {{suffix: "0{place}", name: 甲, organ: {each}, disposition: {{state: transferred}}}}\n'
        for place, each in enumerate(handlings, 1)
    )
    return (
        f'  - code: "53010400{number}000"\n    name: 甲\n    type: "01"\n'
        + "    competent: fagai\n    level: county\n"
        + (f"    organ: {organ}\n" if organ else "")
        + (f"    handlings:\n{rows}" if handlings else "")
    )


def register(*items, reform=""):
    text = "provenance: demonstration\nitems:\n" + "".join(items)
    return Register(
        loaded((ITEMS, "", text), (UNITS, "", WHO), (REFORM, "", TOP.format(reform))).snapshot, "lan"
    )


@pytest.mark.parametrize(
    ("reform", "expected"),
    [("", {"shenpi"}), ("bureau: {department: fagai}\n", {"fagai"}), ("bureau: {name: 局}\n", {"shenpi"})],
)
def test_the_bureau_is_the_named_one_else_the_units_of_that_kind(reform, expected):
    assert bureaus(register(item(1, "fagai"), reform=reform)) == expected


def test_items_and_business_items_each_add_up_to_all():
    rows = [
        item(1, "shenpi"),
        item(2, "fagai", "shenpi", "shenpi"),
        item(3, "shenpi", "shenpi", "fagai", "fagai"),
        item(4, "fagai"),
        item(5, ""),
        item(6, "", "fagai", '""'),
    ]
    this = register(*rows)
    found = by_decider(counted(this), this)
    numbers = {name: (it.items, it.handlings, it.handlings_moved) for name, (_, it) in found.items()}
    assert numbers == {
        Decider.BUREAU: (2, 4, 3),
        Decider.OTHERS: (1, 4, 3),
        Decider.BOTH: (1, 0, 0),
        Decider.UNSTATED: (2, 2, 1),
    }
    assert [each.code[8] for each in found[Decider.BOTH][0]] == ["3"]


def test_without_items_nobody_decides():
    assert by_decider([], register(item(1, "fagai"))) == {}
