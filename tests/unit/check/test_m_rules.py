import pytest
from judging import ITEMS, MEMO, REFORM, said

from xuke.check.rules.l003_one_disposition import one_disposition
from xuke.check.rules.m001_required_clauses_present import BY_POLICY, required_clauses_present
from xuke.check.rules.m004_party_on_every_day import party_on_every_day
from xuke.check.rules.m005_item_in_one_memorandum import item_in_one_memorandum
from xuke.check.rules.m006_only_transferred_items_of_giver import only_transferred_items_of_giver
from xuke.check.rules.m007_same_count_everywhere import same_count_everywhere
from xuke.check.rules.m015_bureau_takes import bureau_takes
from xuke.words.labels import choices

DISPUTES = "disputes: 由联席会议协调；协调不成的报县人民政府决定。\n"
FIRST_ENTRY = '  - code: "530104001000"\n'
STATED = """stated:
  - id: huazhuan
    subject: 划转事项
    count: {count}
    enumerates:
      kind: item
      where:
        competent: fagai
        disposition.state: transferred
"""


def stated(count, more=""):
    return (REFORM, "stated:\n", STATED.format(count=count) + more)


def test_the_policy_may_require_every_clause_that_its_schema_knows():
    assert set(BY_POLICY) == set(choices("reform", ("policy", "clauses"), english=True))


@pytest.mark.parametrize("nothing", ["", "disputes: null\n"])
def test_a_clause_without_content_is_missing(nothing):
    assert said(required_clauses_present, (MEMO, DISPUTES, nothing)) == [("M001.by_policy", "disputes")]


def test_a_clause_of_nothing_but_empty_parts_is_missing():
    parts = (
        "liability:\n  bureau: 对审批行为及后果承担责任。\n  department: 对事中事后监管承担责任。\n",
        "liability:\n  bureau: null\n",
    )
    assert said(required_clauses_present, (MEMO, *parts)) == [("M001.by_policy", "liability")]


def test_a_clause_that_nobody_requires_may_be_missing():
    edits = (REFORM, "    - disputes\n", ""), (MEMO, DISPUTES, "")
    assert said(required_clauses_present, *edits) == []


def test_a_memorandum_without_stage_table_lacks_the_table_and_no_single_stage():
    table = "  stages:\n    - stage: hearing\n      periods: []\n"
    edits = (
        (REFORM, "  retained_in_hall: true\n", f"  retained_in_hall: true\n{table}"),
        (MEMO, "stages:", "x:"),
    )
    assert said(party_on_every_day, *edits) == []
    assert said(required_clauses_present, *edits) == [("M001.always", "stages")]


def test_a_period_that_begins_late_and_ends_early_is_told_once():
    edits = (
        (MEMO, "status: draft\n", "status: draft\neffective: 2018-12-30\n"),
        (MEMO, "        until_event: 条件成熟\n        lead: department\n", "        lead: department\n"),
        (
            MEMO,
            "survey\n    periods:\n      - id: p1\n        from: 2018-12-30\n",
            "survey\n    periods:\n      - id: p1\n        from: 2019-12-30\n        until: 2019-03-31\n",
        ),
    )
    assert said(party_on_every_day, *edits) == [("M004.reversed", "stages.site_survey.periods.p1.until")]


def test_a_date_does_not_meet_an_event():
    edits = (MEMO, "        until_event: 条件成熟\n", "        until: 2019-03-31\n")
    assert said(party_on_every_day, edits) == [("M004.apart", "stages.site_survey.periods.p2.from_event")]


def test_overlapping_days_end_with_the_shorter_period():
    edits = (
        (MEMO, "        until_event: 条件成熟\n", "        until: 2019-03-31\n"),
        (MEMO, "        from_event: 条件成熟\n", "        from: 2019-01-01\n        until: 2019-01-31\n"),
    )
    assert said(party_on_every_day, *edits) == [("M004.overlap", "stages.site_survey.periods.p2.from")]


def test_an_item_in_two_memoranda_is_told_by_m005_alone():
    other = "giver: qixiang\ntaker: shenpi\nitems:\n" + FIRST_ENTRY
    edit = ("memoranda/lan/qixiang.yaml", "", other)
    assert said(item_in_one_memorandum, edit) == [("M005.several", "disposition.state")]
    assert said(only_transferred_items_of_giver, edit) == []


@pytest.mark.parametrize("giver", ["qixiang", "nobody"])
def test_a_giver_against_the_name_of_the_file_is_told_elsewhere(giver):
    assert said(only_transferred_items_of_giver, (MEMO, "giver: fagai", f"giver: {giver}")) == []


def test_a_competent_department_against_the_folder_is_told_elsewhere():
    edit = (ITEMS, "    competent: fagai\n    organ: shenpi\n", "    competent: qixiang\n    organ: shenpi\n")
    assert said(only_transferred_items_of_giver, edit) == []


def test_an_unknown_item_is_told_elsewhere():
    edit = (MEMO, FIRST_ENTRY, '  - code: "530104999000"\n')
    assert said(only_transferred_items_of_giver, edit) == []


def test_an_item_without_disposition_is_told_elsewhere():
    edit = (
        ITEMS,
        "    disposition:\n      state: transferred\n      effective: 2018-12-30\n      section: touzi\n",
        "",
    )
    assert said(only_transferred_items_of_giver, edit) == []


@pytest.mark.parametrize(("count", "names"), [(1, ["M007.count"]), (2, []), (3, ["M007.count"])])
def test_a_stated_count_that_agrees_with_neither_side_is_wrong(count, names):
    assert [name for name, _ in said(same_count_everywhere, stated(count))] == names


def test_a_stated_count_that_agrees_with_one_side_leaves_the_difference_to_m005():
    edits = stated(2), (MEMO, FIRST_ENTRY, "")
    assert said(same_count_everywhere, *edits) == []
    assert said(item_in_one_memorandum, *edits) == [("M005.none", "disposition.state")]


@pytest.mark.parametrize(
    "more",
    [
        "        disposition.batch: 第一批\n",
        "    parts:\n      - id: one\n        name: 一\n        count: 1\n",
    ],
)
def test_m007_leaves_part_counts_and_wrong_sums_to_q001(more):
    assert said(same_count_everywhere, stated(9, more)) == []


def test_a_figure_without_count_is_no_count():
    assert said(same_count_everywhere, stated("null")) == []


@pytest.mark.parametrize(
    ("bureau", "names"),
    [
        ("", []),
        ("  state: preparing\n", []),
        ("  state: established\n", ["M015.established"]),
        ("  established: 2018-12-30\n", []),
    ],
)
def test_the_predecessor_takes_while_the_bureau_is_not_established(bureau, names):
    edits = (
        (MEMO, "taker: shenpi", "taker: zhengwu"),
        (REFORM, "  predecessor: zhengwu\n", f"  predecessor: zhengwu\n{bureau}"),
    )
    assert [name for name, _ in said(bureau_takes, *edits)] == names


@pytest.mark.parametrize(("signed", "names"), [("2018-12-29", []), ("2018-12-30", ["M015.established"])])
def test_the_predecessor_signs_only_before_the_day_of_establishment(signed, names):
    edits = (
        (MEMO, "taker: shenpi\nstatus: draft", f"taker: zhengwu\nstatus: signed\nsigned: {signed}"),
        (REFORM, "  predecessor: zhengwu\n", "  predecessor: zhengwu\n  established: 2018-12-30\n"),
    )
    assert [name for name, _ in said(bureau_takes, *edits)] == names


@pytest.mark.parametrize(
    "edit",
    [
        (MEMO, "taker: shenpi", "taker: nobody"),
        (REFORM, "  department: shenpi\n", "  department: nobody\n"),
        (REFORM, "  department: shenpi\n", ""),
    ],
)
def test_without_a_known_taker_and_bureau_nothing_can_be_said(edit):
    assert said(bureau_takes, edit) == []


NAMED = "    name: 政府投资项目审批\n"
WITHDRAWN = (ITEMS, NAMED, f"{NAMED}    status: withdrawn\n")
SIGNED = (MEMO, "status: draft\n", "status: signed\n")


@pytest.mark.parametrize(
    ("edits", "name"),
    [((), "M006.withdrawn"), ((SIGNED,), "M006.withdrawn_signed")],
    ids=["draft", "signed"],
)
def test_an_item_that_is_withdrawn_is_listed_no_more(edits, name):
    place = "items.530104001000.code"
    assert said(only_transferred_items_of_giver, WITHDRAWN, *edits) == [(name, place)]
    ended = (MEMO, "status: draft\n", "status: ended\n")
    assert said(only_transferred_items_of_giver, WITHDRAWN, ended) == []


@pytest.mark.parametrize("day", ["", "    date: 2018-12-31\n"], ids=["draft", "signed"])
def test_a_supplement_takes_a_withdrawn_item_out(day):
    paper = f'supplements:\n  - id: b1\n{day}    text: 取消\n    removed:\n      - "530104001000"\n'
    signed = (MEMO, "status: draft\n", f"status: signed\n{paper}")
    assert said(only_transferred_items_of_giver, WITHDRAWN, signed) == []


def test_a_signed_memorandum_may_list_what_another_item_replaces():
    new = (
        ITEMS,
        "    name: 固定资产投资项目节能审查\n",
        "    name: 固定资产投资项目节能审查\n    replaces:\n",
    )
    new = (*new[:2], new[2] + '      - code: "530104001000"\n        kind: merged\n')
    assert said(only_transferred_items_of_giver, WITHDRAWN, SIGNED, new) == []
    assert said(only_transferred_items_of_giver, WITHDRAWN, new)


def test_no_memorandum_is_asked_for_what_is_withdrawn():
    unlisted = (MEMO, FIRST_ENTRY, "")
    assert said(item_in_one_memorandum, unlisted)
    assert said(item_in_one_memorandum, unlisted, WITHDRAWN) == []


def test_what_is_withdrawn_is_not_transferred():
    assert said(one_disposition, WITHDRAWN) == [("L003.withdrawn", "disposition.state")]
    cancelled = (
        ITEMS,
        "      state: transferred\n      effective: 2018-12-30\n      section: touzi\n",
        "      state: cancelled\n",
    )
    assert said(one_disposition, WITHDRAWN, cancelled) == []
