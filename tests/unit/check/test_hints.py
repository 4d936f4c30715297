"""What is cited wrongly is told with what is meant, and no advice is given that only follows from it."""

from datetime import date

import pytest

from trees import SMALL, loaded
from xuke.check.check import check
from xuke.check.exchanged import settled
from xuke.model.diagnostic import Diagnostic, Severity, say
from xuke.model.place import top_of
from xuke.model.record import Key, Kind

DAY = date(2019, 1, 1)
L = "catalogue/lan"
ITEMS = f"{L}/items/fagai.yaml"
SETTINGS = "catalogue/xuke.yaml"
LINE = "default_jurisdiction: lan\n"
POST = """provenance: demonstration
posts:
  - id: p1
    from_department: {}
    from_section: 审批服务股
    kind: administrative
    posts: 1
    persons: 1
    engagement: transfer
    on: 2018-12-30
"""
STAFF = (f"{L}/staffing.yaml", "", POST.format("fagai"))


def found(*edits):
    return check(loaded(*edits), DAY)


def codes(*edits):
    return [each.code for each in found(*edits)]


def like(*edits):
    """What is told to be like the one missing name."""
    (told,) = (each for each in found(*edits) if each.code == "K002")
    words = dict(told.message.words)["like"]
    return words and (words.name, dict(words.words)["near"])


def rewritten(old, new):
    """The items with a text changed wherever it stands."""
    text = (SMALL / ITEMS).read_text("utf-8")
    assert old in text
    return (ITEMS, "", text.replace(old, new))


SUPERIOR = "  level: county\n"


@pytest.mark.parametrize("name", ["县行政审批局", "审批局", "政务办"])
def test_a_name_in_place_of_an_id_is_told_with_the_id(name):
    line = "    name: 县行政审批局\n"
    more = "    short_name: 审批局\n    aliases:\n      - name: 政务办\n"
    unit = (f"{L}/departments.yaml", line, line + more)
    assert like(unit, rewritten("organ: shenpi", f"organ: {name}")) == ("K002.called", "shenpi")


def test_the_name_of_a_jurisdiction_in_place_of_its_folder_is_told_with_that():
    assert like((f"{L}/reform.yaml", SUPERIOR, f"{SUPERIOR}  superior: 兰县\n")) == ("K002.called", "lan")


def test_a_name_that_two_units_have_is_no_hint():
    twins = (f"{L}/departments.yaml", "    name: 县气象局\n", "    name: 县行政审批局\n")
    assert like(twins, rewritten("organ: shenpi", "organ: 县行政审批局")) == ""


def test_a_swap_is_told_beside_those_who_cite_the_right_name():
    place = "provenance: demonstration\njurisdiction:\n  name: {}\n  level: {}\n{}"
    others = [
        ("catalogue/zhou/reform.yaml", "", place.format("某州", "prefecture", "")),
        ("catalogue/yi/reform.yaml", "", place.format("乙县", "county", "  superior: zhou\n")),
    ]
    swapped = (f"{L}/reform.yaml", SUPERIOR, f"{SUPERIOR}  superior: zhuo\n")
    assert like(*others, swapped) == ("K002.near", "zhou")


def levels(level):
    entry = "suppressions:\n  - code: L012\n    record: lan/item/530104001000\n    reason: 待核实\n"
    off = f"levels:\n  - code: L012\n    level: {level}\n    reason: 本地情况\n"
    return (SETTINGS, LINE, f"{LINE}{off}{entry}    until: 2019-06-30\n")


def test_a_suppression_of_a_rule_that_is_off_is_not_idle():
    assert codes(levels("off")) == []
    assert codes(levels("warning")) == ["K005"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    competent: fagai\n", "    competent: jiaotong\n"),
        ("    competent: fagai\n", "    competnt: fagai\n"),
        ("    disposition:\n", "    dispositon:\n"),
    ],
)
def test_posts_are_not_told_to_go_where_items_are_written_wrong(old, new):
    told = codes(STAFF, rewritten(old, new))
    assert "F002" not in told
    assert told


def test_posts_without_items_are_told_beside_what_is_wrong_elsewhere():
    posts = (f"{L}/staffing.yaml", "", POST.format("qixiang"))
    assert "F002" in codes(posts, rewritten("    competent: fagai\n", "    competent: jiaotong\n"))
    assert "F002" in codes(STAFF, rewritten("      state: transferred\n", "      state: resident\n"))


def test_an_exchange_explains_nothing_about_whole_files_and_other_records():
    memo, other = Key("lan", Kind.MEMORANDUM, "fagai"), Key("lan", Kind.ITEM, "530104002000")
    message = say("M013.exchanged", old="530104001000", new="530104009000")

    def told(code, message, record=None, pointer=()):
        return Diagnostic(code, Severity.ERROR, top_of(ITEMS), message, record, pointer)

    found = [
        told("M013", message, memo, ("items", 0, "code")),
        told("K002", say("K002.unknown"), memo, ("items", 0, "code")),
        told("M006", say("M006.resident"), memo, ("items", 1, "code")),
        told("M005", say("M005.none"), other),
        told("K009", say("K009.unknown")),
    ]
    explained = settled(found)
    assert [bool(each.follows) for each in explained] == [False, True, False, False, False]
    assert explained[0].cause == explained[1].follows
