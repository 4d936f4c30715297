"""An item that the superior withdrew or renumbered is told once, and only while it has to be on that list."""

from datetime import date

import pytest

from trees import loaded
from xuke.check.check import check

L = "catalogue/lan"
ITEMS, ZHOU = f"{L}/items/fagai.yaml", "catalogue/zhou/items/zhoufagai.yaml"
OWN = '  - code: "530104004000"\n'
GONE = "    status: withdrawn\n    disposition:\n      state: cancelled\n"
KEPT = "    disposition:\n      state: suspended\n"
REFORM = """provenance: demonstration
jurisdiction:
  division: "532300"
  name: 兰州
  level: prefecture
"""
UNITS = """provenance: demonstration
departments:
  - id: zhoufagai
    name: 州发展改革委
    kind: department
    in_reform: true
"""
BASES = """    bases:
      - id: b1
        role: sets
        document: 政府投资条例
        article: 第九条
        rank: administrative_regulation
"""
NAMES = {
    "530104001000": "政府投资项目审批",
    "530104002000": "固定资产投资项目节能审查",
    "530104003000": "企业投资项目核准",
    "530104004000": "石油天然气管道受限制区域施工保护方案许可",
}


def entry(code, name, end=KEPT):
    return (
        f'  - code: "{code}"\n    name: {name}\n    type: "01"\n    competent: zhoufagai\n'
        f"    organ: zhoufagai\n    level: county\n{end}"
    )


def replacing(*codes):
    rows = "".join(f'      - code: "{each}"\n        kind: renumbered\n' for each in codes)
    return f"{KEPT}    replaces:\n{rows}"


def told(listed, *edits):
    """Codes and messages where the superior lists the first three items, and what is given of the fourth."""
    rows = [entry(code, name) for code, name in list(NAMES.items())[:3]]
    rows[0] += BASES
    text = "provenance: demonstration\nitems:\n" + "".join([*rows, *listed])
    edits = (
        ("catalogue/zhou/reform.yaml", "", REFORM),
        ("catalogue/zhou/departments.yaml", "", UNITS),
        (ZHOU, "", text),
        (f"{L}/reform.yaml", "  level: county\n", "  level: county\n  superior: zhou\n"),
        *edits,
    )
    found = check(loaded(*edits), date(2019, 1, 1))
    return [each.message.name for each in found if each.location.path.startswith(L)]


NAME = NAMES["530104004000"]


@pytest.mark.parametrize("end", [GONE, f"{GONE}      effective: 2019-01-01\n", f"{GONE}      reason: 取消\n"])
def test_an_item_that_the_superior_withdrew_is_told(end):
    assert told([entry("530104004000", NAME, end)]) == ["L001.withdrawn"]


def test_one_that_it_withdraws_tomorrow_is_not():
    later = f"{GONE}      effective: 2019-01-02\n"
    assert told([entry("530104004000", NAME, later)]) == []


def test_an_item_that_is_over_here_too_is_not_told():
    over = (ITEMS, '530104004000"\n', '530104004000"\n    status: withdrawn\n')
    assert "L001.withdrawn" not in told([entry("530104004000", NAME, GONE)], over)


def test_another_name_is_not_told_of_an_item_that_is_withdrawn():
    assert told([entry("530104004000", "另一名称", GONE)]) == ["L001.withdrawn"]


def test_a_number_in_force_comes_before_a_code_that_is_withdrawn():
    number = (ITEMS, OWN, f'{OWN}    superior_numbers:\n      - "530104014000"\n')
    listed = [entry("530104004000", NAME, GONE), entry("530104014000", NAME)]
    assert told(listed, number) == []


def test_an_item_that_the_superior_renumbered_is_told_once():
    assert told([entry("530104014000", NAME, replacing("530104004000"))]) == ["L001.renumbered"]
    both = [entry(code, NAME, replacing("530104004000")) for code in ("530104014000", "530104015000")]
    assert told([entry("530104004000", NAME, GONE), *both]) == ["L001.renumbered"]


def test_an_old_number_of_the_superior_is_told_with_its_item_alone():
    number = (ITEMS, OWN, '  - code: "530104018000"\n    superior_numbers:\n      - "530104004000"\n')
    assert told([entry("530104014000", NAME, replacing("530104004000"))], number) == ["L001.renumbered"]


def test_what_the_superior_renumbered_is_missed_where_the_old_item_is_over_here():
    over = (ITEMS, '530104004000"\n', '530104004000"\n    status: withdrawn\n')
    listed = [entry("530104014000", NAME, replacing("530104004000"))]
    assert "L035.missing" in told(listed, over)


def test_an_item_whose_new_code_is_here_already_is_told_so():
    more = (ITEMS, "    disposition:\n      state: excluded\n", "    disposition:\n      state: cancelled\n")
    own = (ITEMS, "      exclusion: anquan\n", "      reason: 并入\n" + _own("530104014000"))
    listed = [entry("530104014000", NAME, replacing("530104004000"))]
    assert "L001.replaced" in told(listed, more, own)


def _own(code):
    return entry(code, NAME).replace("zhoufagai", "fagai")
