from datetime import date

import pytest
from judging import ITEMS, MEMO, REFORM, Edited, said

from xuke.check.engine import run
from xuke.check.printed import last_day
from xuke.check.rules.f001_posts_out_and_in import posts_out_and_in, seconded_without_post
from xuke.check.rules.f002_posts_follow_items import items_behind_posts, posts_follow_items
from xuke.check.rules.f003_staff_suffices import staff_suffices
from xuke.check.rules.f004_no_move_in_freeze import no_move_in_freeze
from xuke.check.rules.f005_post_held_once import post_held_once, post_moved_once
from xuke.check.rules.f006_helpers_apart import helpers_apart, helpers_not_counted_in
from xuke.check.rules.f007_functions_adjusted import functions_adjusted
from xuke.check.rules.f008_staff_not_added_up import staff_not_added_up
from xuke.check.rules.m002_signed_before_effective import signed_before_effective
from xuke.check.rules.m003_one_day_of_transfer import one_day_of_transfer
from xuke.check.rules.m008_open_cases_settled import open_cases_settled
from xuke.check.rules.m009_push_has_deadline import push_has_deadline
from xuke.check.rules.m010_liaison_upwards import liaison_upwards
from xuke.check.rules.m011_hand_over_dated import hand_over_dated
from xuke.check.rules.m012_signed_item_unchanged import signed_item_unchanged
from xuke.check.rules.m013_signed_text_unchanged import signed_text_unchanged
from xuke.check.rules.m014_signed_in_time import signed_in_time
from xuke.check.rules.m016_bureau_exists_at_signing import bureau_exists_at_signing
from xuke.check.rules.m017_push_both_ways import push_both_ways
from xuke.check.rules.m018_both_sides_liable import both_sides_liable
from xuke.check.rules.p003_milestone_inside_phase import milestone_inside_phase
from xuke.check.rules.p004_due_before_end import due_before_end
from xuke.check.rules.p006_published_after_date import published_after_date
from xuke.check.rules.p007_number_shape import filing_number_shape, number_shape
from xuke.check.rules.p010_named_units_declared import named_units_declared
from xuke.check.rules.p011_measure_not_overdue import measure_not_overdue
from xuke.check.rules.p012_future_not_past import evaluation_not_past, future_not_past
from xuke.check.rules.q004_change_adds_up import change_adds_up
from xuke.check.rules.q005_figures_agree import figures_agree
from xuke.figures.fingerprint import fingerprint
from xuke.model.record import Key, Kind
from xuke.model.rule import Context, Version
from xuke.model.views import dotted
from xuke.sources.load import load

DOCUMENTS = "catalogue/lan/documents.yaml"
MEASURES = "catalogue/lan/measures.yaml"
DEPARTMENTS = "catalogue/lan/departments.yaml"
HALLS = "catalogue/lan/halls.yaml"
STAFFING = "catalogue/lan/staffing.yaml"
FILINGS = "catalogue/lan/filings.yaml"
EVALUATION = "catalogue/lan/evaluation.yaml"

SIGNED = (MEMO, "status: draft\n", "status: signed\nsigned: 2018-12-20\n")


def clause(text):
    return (MEMO, "disputes:", f"{text}disputes:")


def policy(text):
    return (REFORM, "  retained_in_hall: true\n", f"  retained_in_hall: true\n{text}")


def bureau(text):
    return (REFORM, "  predecessor: zhengwu\n", f"  predecessor: zhengwu\n{text}")


def figures(text):
    return (REFORM, "stated:\n", f"stated:\n{text}")


def file(path, text):
    return (path, "", f"provenance: demonstration\n{text}")


def post(**fields):
    own = {"from_department": "fagai", "kind": "administrative", "posts": 1, "persons": 1, **fields}
    lines = [f"{name}: {value}" for name, value in own.items()]
    return "  - " + "\n    ".join(lines) + "\n"


# Memoranda


def test_a_memorandum_without_days_is_silent_until_it_is_signed():
    assert said(signed_before_effective) == []
    ended = (MEMO, "status: draft", "status: ended")
    assert said(signed_before_effective, ended) == []


def test_approval_is_the_date_of_plans_and_replies_also_of_elsewhere():
    others = "  - plan\n  - gone\n  - other/plan\n  - law\n  - reply\n"
    dated = "documents:\n  - id: law\n    title: 法\n    kind: law\n    date: 2018-12-24\n"
    reply = "  - id: reply\n    title: 批复\n    kind: reply\n    date: 2018-12-24\n"
    edits = SIGNED, (MEMO, "  - plan\n", others), (DOCUMENTS, "documents:\n", dated + reply)
    assert said(signed_before_effective, *edits) == [("M002.approval", "signed")]


def test_items_of_other_days_need_a_cut_off_before_one_of_them():
    late = (ITEMS, "          effective: 2018-12-30\n", "          effective: 2019-02-01\n")
    for day, names in [("2018-12-29", []), ("2019-01-31", []), ("2019-01-01", ["M003.cut_off"])]:
        cut_off = clause(f"open_cases:\n  cut_off: {day}\n")
        assert [name for name, _ in said(one_day_of_transfer, late, cut_off)] == names


def test_a_cut_off_without_any_day_of_transfer_is_not_judged():
    undated = [
        (ITEMS, "      effective: 2018-12-30\n      section: touzi\n", "      section: touzi\n"),
        (
            ITEMS,
            "          state: transferred\n          effective: 2018-12-30\n",
            "          state: transferred\n",
        ),
    ]
    cut_off = clause("open_cases:\n  cut_off: 2018-12-01\n")
    assert said(one_day_of_transfer, *undated, cut_off) == []
    effective = (MEMO, "status: draft\n", "status: draft\neffective: 2018-12-02\n")
    assert said(one_day_of_transfer, *undated, cut_off, effective) == []


def test_entries_that_name_no_item_are_left_to_references():
    entry = (MEMO, '  - code: "530104001000"\n', '  - code: "530104009000"\n')
    assert (
        said(one_day_of_transfer, entry, (MEMO, "status: draft\n", "status: draft\neffective: 2018-12-30\n"))
        == []
    )


def test_an_empty_clause_on_open_cases_is_left_to_required_clauses():
    assert said(open_cases_settled, clause("open_cases:\n  cut_off: null\n")) == []
    assert said(open_cases_settled) == []


PUSH = "push:\n  - id: a\n    direction: bureau_to_department\n    information: approval\n"
WANTED = "  push:\n    - id: p\n      information: {}\n      from: bureau\n      to: department\n"
DAYS = "within:\n      value: {}\n      unit: {}\n"


@pytest.mark.parametrize(
    ("own", "information", "wanted", "names"),
    [
        ("    synchronous: true\n", "approval", "      synchronous: true\n", []),
        (
            "    within:\n      value: 1\n      unit: day\n",
            "approval",
            "      synchronous: true\n",
            ["M009.slower"],
        ),
        ("    within:\n      value: 1\n      unit: day\n", "approval", "      within: null\n", []),
        ("    within:\n      value: 9\n      unit: day\n", "supervision", "      synchronous: true\n", []),
        (
            "    within:\n      value: 9\n      unit: year\n",
            "approval",
            "      within:\n        value: 1\n        unit: day\n",
            [],
        ),
        ("    within: null\n", "approval", "      within: null\n", ["M009.none"]),
    ],
)
def test_a_push_is_measured_by_what_the_plan_wants_of_it(own, information, wanted, names):
    edits = clause(PUSH + own), policy(WANTED.format(information) + wanted)
    assert [name for name, _ in said(push_has_deadline, *edits)] == names


FORWARDED = (
    ITEMS,
    "    name: 政府投资项目审批\n",
    "    name: 政府投资项目审批\n    forwarding:\n      receiver: 州发改委\n",
)


SILENT = (MEMO, "liaison: 由县行政审批局与州级主管部门对接，主管部门协助。\n", "")


def test_forwarded_items_need_liaison():
    assert said(liaison_upwards, SILENT) == []
    assert said(liaison_upwards, FORWARDED) == []
    assert said(liaison_upwards, FORWARDED, SILENT) == [("M010.nobody", "liaison")]


def test_a_row_of_the_stage_table_is_liaison_too():
    row = (
        MEMO,
        "stages:\n",
        "stages:\n  - stage: liaison\n    periods:\n      - id: p1\n        lead: bureau\n",
    )
    assert said(liaison_upwards, FORWARDED, row) == []


def test_liaison_that_the_policy_requires_is_left_to_required_clauses():
    assert (
        said(liaison_upwards, FORWARDED, (REFORM, "    - disputes\n", "    - disputes\n    - liaison\n"))
        == []
    )


def test_a_training_that_is_only_named_by_its_day_is_dated():
    assert said(hand_over_dated, clause("training:\n  by: 2018-12-28\n")) == []


class Past:
    """Versions of one record, newest first: day, or day and whether it was removed, and the snapshot."""

    is_whole = True

    def __init__(self, *versions):
        self.found = versions

    def versions(self, key):
        return [
            Version(f"{day:%Y%m%d}0000000000", day, snapshot.records[key], is_gone)
            for day, snapshot, is_gone in self.found
        ]


def snapshot(*edits):
    return load(Edited(edits)).snapshot


def told(rule, now, history):
    found = sorted(
        run([rule], Context(now, date(2019, 3, 1), history=history), ()), key=lambda each: each.order
    )
    return [(each.message, dotted(now.records[each.record].fields, each.pointer)) for each in found]


ITEM = Key("lan", Kind.ITEM, "530104001000")
LISTED = '  - code: "530104001000"\n'


def pinned():
    mark = fingerprint(snapshot().records[ITEM].fields)
    return (MEMO, LISTED, f'{LISTED}    fingerprint: "{mark}"\n')


NAMED = (ITEMS, "    name: 政府投资项目审批\n", "    name: 政府投资审批\n")
FASTER = (ITEMS, "        value: 5\n", "        value: 3\n")
SLOWER = (ITEMS, "        value: 5\n", "        value: 9\n")
JANUARY, FEBRUARY = date(2019, 1, 10), date(2019, 2, 10)
SIGNING = date(2018, 12, 20)


def drifted(now, *versions):
    messages = told(signed_item_unchanged, now, Past(*versions))
    assert {place for _, place in messages} <= {"items.530104001000.fingerprint"}
    return [(message.name, dict(message.words)) for message, _ in messages]


def test_a_change_since_signing_is_told_with_its_field_and_commit():
    now = snapshot(SIGNED, pinned(), NAMED, FASTER)
    renamed = snapshot(SIGNED, pinned(), NAMED)
    first = snapshot(SIGNED, pinned())
    found = drifted(now, (FEBRUARY, now, False), (JANUARY, renamed, False), (SIGNING, first, False))
    assert [(name, words["field"], words["commit"], words["day"]) for name, words in found] == [
        ("M012.changed", "name", "2019011000", "2019-01-10"),
        ("M012.changed", "limit.promised.value", "2019021000", "2019-02-10"),
    ]
    assert (found[1][1]["old"], found[1][1]["new"]) == ("5", "3")


def test_the_commit_is_the_one_that_brought_the_present_value():
    now, other = snapshot(SIGNED, pinned(), FASTER), snapshot(SIGNED, pinned(), SLOWER)
    first = snapshot(SIGNED, pinned())
    removed = (date(2019, 2, 20), other, True)
    found = drifted(now, (FEBRUARY, now, False), removed, (JANUARY, other, False), (SIGNING, first, False))
    assert [words["commit"] for _, words in found] == ["2019021000"]


def test_a_change_that_is_not_committed_is_told_so():
    now, first = snapshot(SIGNED, pinned(), FASTER), snapshot(SIGNED, pinned())
    found = drifted(now, (SIGNING, first, False))
    assert [(name, words["field"]) for name, words in found] == [("M012.uncommitted", "limit.promised.value")]


def test_changes_of_keyed_elements_are_followed_by_name():
    material = (
        ITEMS,
        "    service_kind: promised\n",
        "    service_kind: promised\n    materials:\n      - id: m1\n        name: 申请表\n",
    )
    based = (ITEMS, "        article: 第九条\n", "        article: 第十条\n")
    now, first = snapshot(SIGNED, pinned(), material, based), snapshot(SIGNED, pinned())
    found = drifted(now, (JANUARY, now, False), (SIGNING, first, False))
    assert [(words["field"], words["commit"]) for _, words in found] == [
        ("bases.b1.article", "2019011000"),
        ("materials", "2019011000"),
    ]


def test_without_the_signed_version_a_change_is_told_without_its_field():
    now = snapshot(SIGNED, pinned(), NAMED)
    assert [name for name, _ in drifted(now, (FEBRUARY, now, False))] == ["M012.suspect"]
    assert [name for name, _ in drifted(now)] == ["M012.suspect"]
    assert [message.name for message, _ in told(signed_item_unchanged, now, None)] == ["M012.suspect"]


CONFIRMED = (
    'confirmations:\n  - id: q1\n    item: "{item}"\n    field: {field}\n    on: {day}\n    reason: 改名\n'
)


def confirmed(field, day):
    return clause(CONFIRMED.format(item="530104001000", field=field, day=day))


@pytest.mark.parametrize(
    ("entry", "names"),
    [
        (confirmed("name", "2019-01-10"), []),
        (confirmed("name", "2019-01-09"), ["M012.changed"]),
        (confirmed("limit", "2019-01-10"), ["M012.changed"]),
        (
            clause(CONFIRMED.format(item="530104003000", field="name", day="2019-01-10")),
            ["M012.changed"],
        ),
        (clause("supplements:\n  - id: s1\n    date: 2019-01-10\n    text: 530104001000 改名\n"), []),
        (clause("supplements:\n  - id: s1\n    text: 530104001000 改名\n"), ["M012.changed"]),
        (
            clause("supplements:\n  - id: s1\n    date: 2019-01-09\n    text: 530104001000 改名\n"),
            ["M012.changed"],
        ),
        (clause("supplements:\n  - id: s1\n    date: 2019-01-10\n    text: 增列事项\n"), ["M012.changed"]),
    ],
)
def test_a_later_supplement_or_confirmation_settles_a_change(entry, names):
    now, first = snapshot(SIGNED, pinned(), NAMED, entry), snapshot(SIGNED, pinned())
    assert [name for name, _ in drifted(now, (JANUARY, now, False), (SIGNING, first, False))] == names


def test_without_history_a_confirmation_of_any_field_settles_an_item():
    assert said(signed_item_unchanged, SIGNED, pinned(), NAMED, confirmed("limit", "2018-12-20")) == []
    assert said(signed_item_unchanged, SIGNED, pinned(), NAMED, confirmed("limit", "2018-12-19")) != []


def test_drafts_and_entries_without_a_fingerprint_are_not_suspect():
    assert said(signed_item_unchanged, SIGNED, NAMED) == []
    assert said(signed_item_unchanged, pinned(), NAMED) == []
    unsigned_day = (MEMO, "status: draft\n", "status: signed\n")
    assert said(signed_item_unchanged, unsigned_day, pinned(), NAMED) != []


def rewritten(now, *versions):
    messages = told(signed_text_unchanged, now, Past(*versions))
    return [
        (dict(message.words)["field"], dict(message.words)["commit"], place) for message, place in messages
    ]


def test_a_signed_text_stays_as_it_was():
    draft, signed = snapshot(), snapshot(SIGNED)
    now = snapshot(SIGNED, (MEMO, "        lead: department\n", "        lead: bureau\n"))
    versions = (FEBRUARY, now, False), (SIGNING, signed, False), (date(2018, 12, 1), draft, False)
    place = "stages.site_survey.periods.p1.lead"
    assert rewritten(now, *versions) == [(place, "2018122000", place)]
    assert rewritten(signed, *versions) == []
    assert rewritten(draft, (SIGNING, draft, False)) == []
    assert rewritten(now, (FEBRUARY, now, True), (SIGNING, signed, False)) != []


def test_back_to_draft_is_no_way_round():
    now = snapshot((MEMO, "disputes: 由联席会议协调；", "disputes: 由县政府协调；"))
    assert [field for field, _, _ in rewritten(now, (SIGNING, snapshot(SIGNED), False))] == [
        "signed",
        "disputes",
    ]


def test_removed_parts_are_told_at_what_is_left_around_them():
    now = snapshot(SIGNED, (MEMO, LISTED, ""))
    assert [place for _, _, place in rewritten(now, (SIGNING, snapshot(SIGNED), False))] == ["items"]


@pytest.mark.parametrize(
    "edit",
    [
        clause("supplements:\n  - id: s1\n    text: 增列事项\n"),
        clause("handover:\n  date: 2019-01-02\n"),
        clause("note: 归档\n"),
        (MEMO, "number: null\n", "number: 兰审备〔2018〕1号\n"),
        (MEMO, LISTED, f'{LISTED}    fingerprint: "0"\n'),
        (MEMO, LISTED, f"{LISTED}    note: 备注\n"),
    ],
)
def test_what_goes_on_after_signing_and_blanks_may_be_filled_in(edit):
    assert rewritten(snapshot(SIGNED, edit), (SIGNING, snapshot(SIGNED), False)) == []


def test_a_number_once_given_stays():
    one, other = (
        snapshot(SIGNED, (MEMO, "number: null", f"number: 兰审备〔2018〕{each}号")) for each in (1, 2)
    )
    assert [field for field, _, _ in rewritten(other, (SIGNING, one, False))] == ["number"]


ESTABLISHED = bureau("  established: 2018-10-01\n")


@pytest.mark.parametrize(
    ("edits", "names"),
    [
        ([], []),
        ([ESTABLISHED], ["M014.draft"]),
        ([bureau("  state: established\n")], ["M014.draft"]),
        ([bureau("  state: established\n  established: 2019-01-02\n")], []),
        ([(MEMO, "taker: shenpi", "taker: zhengwu")], ["M014.draft"]),
        ([ESTABLISHED, SIGNED], []),
        ([ESTABLISHED, policy("  memorandum_days: 0\n")], ["M014.draft"]),
    ],
)
def test_a_draft_is_told_where_someone_can_sign(edits, names):
    assert [name for name, _ in said(signed_in_time, *edits)] == names


def test_a_draft_whose_items_take_effect_later_has_time():
    undated = (ITEMS, "          effective: 2018-12-30\n", "          effective: null\n")
    for day, names in [("2019-01-31", ["M014.draft"]), ("2019-02-01", [])]:
        later = (
            ITEMS,
            "      effective: 2018-12-30\n      section: touzi\n",
            f"      effective: {day}\n      section: touzi\n",
        )
        assert [name for name, _ in said(signed_in_time, ESTABLISHED, undated, later)] == names
    never = (ITEMS, "      effective: 2018-12-30\n      section: touzi\n", "      section: touzi\n")
    assert said(signed_in_time, ESTABLISHED, undated, never) == []


def test_a_bureau_of_which_nothing_is_stated_may_have_signed():
    assert said(bureau_exists_at_signing, SIGNED) == []
    assert said(bureau_exists_at_signing, SIGNED, bureau("  state: established\n")) == []
    undated = (MEMO, "status: draft", "status: signed")
    assert said(bureau_exists_at_signing, undated, ESTABLISHED) == []


def test_the_predecessor_signs_before_the_bureau_exists():
    edits = SIGNED, (MEMO, "taker: shenpi", "taker: zhengwu"), bureau("  state: preparing\n")
    assert said(bureau_exists_at_signing, *edits) == []


def test_a_push_that_the_policy_requires_as_a_clause_is_left_to_required_clauses():
    required = (REFORM, "    - disputes\n", "    - disputes\n    - push\n")
    assert said(push_both_ways, policy(WANTED.format("approval")), required) == []
    assert said(push_both_ways) == []
    other = "push:\n  - id: a\n    direction: department_to_bureau\n    information: approval\n"
    assert said(push_both_ways, policy(WANTED.format("approval")), required, clause(other)) == [
        ("M017.missing", "push")
    ]


def test_liability_of_both_sides_or_of_none_is_not_one_sided():
    assert said(both_sides_liable) == []


# Plans


def test_milestones_are_measured_by_sound_phases_only():
    reversed_phase = (REFORM, "from: 2018-11-01", "from: 2019-11-01")
    assert said(milestone_inside_phase, reversed_phase) == []
    assert said(milestone_inside_phase, (REFORM, "        due: 2018-12-20\n", "")) == []


def test_a_milestone_before_its_document_is_told_once():
    early = (REFORM, "due: 2018-12-20", "due: 2018-09-24")
    assert said(milestone_inside_phase, early) == []
    unknown = (REFORM, "provenance: demonstration\n", "provenance: published\ndocument: gone\n")
    assert said(milestone_inside_phase, early, unknown) == [
        ("P003.outside", "phases.shishi.milestones.guapai.due")
    ]
    undated = (DOCUMENTS, "    date: 2018-09-25\n", "    date: null\n")
    named = (
        REFORM,
        "        due: 2018-12-20\n",
        "        due: 2018-09-24\n        source:\n          document: plan\n          place: 六\n",
    )
    assert said(milestone_inside_phase, named, undated) == [
        ("P003.outside", "phases.shishi.milestones.guapai.due")
    ]


LATE = (MEASURES, "due: 2018-12-20", "due: 2019-06-01")


@pytest.mark.parametrize(
    "edit",
    [
        (REFORM, "until: 2018-12-31", "until: null"),
        (REFORM, "from: 2018-11-01", "from: 2019-11-01"),
    ],
)
def test_phases_without_a_sound_end_bound_no_measure(edit):
    assert said(due_before_end, LATE) == [("P004.after", "due")]
    assert said(due_before_end, LATE, edit) == []


def test_a_plan_without_phases_bounds_no_measure():
    reform = "provenance: demonstration\njurisdiction:\n  division: null\n  name: 兰县\n  level: county\n"
    assert said(due_before_end, LATE, (REFORM, "", reform)) == []


def test_a_document_without_both_days_is_not_judged():
    assert said(published_after_date) == []


@pytest.mark.parametrize(
    ("number", "names"),
    [
        ("楚政发〔2017〕14号", []),
        ("null", []),
        ("中华人民共和国主席令第七号", []),
        ("公告2018年第3号", []),
        ("兰县行政审批局公告（2018年第3号）", []),
        ("2018年第3号公告", []),
        ("兰县人民政府通告第3号", []),
        ("兰公告[2018]第3号", ["P007.near"]),
        ("兰政发【2018】9号", ["P007.near"]),
        ("兰政发﹝2018﹞第9号", ["P007.near"]),
        ("兰政发〔2018年〕9号", ["P007.near"]),
        ("兰政发〔2018〕9", ["P007.near"]),
        ("兰政发2018年9号", ["P007.other"]),
        ("兰政发〔二〇一八〕9号", ["P007.other"]),
    ],
)
def test_numbers_have_the_official_shape(number, names):
    edit = (DOCUMENTS, "number: 兰政发〔2018〕9号", f"number: {number if number == 'null' else repr(number)}")
    assert [name for name, _ in said(number_shape, edit)] == names


def test_laws_are_numbered_otherwise():
    edits = (DOCUMENTS, "兰政发〔2018〕9号", "国务院第712号"), (DOCUMENTS, "kind: plan", "kind: law")
    assert said(number_shape, *edits) == []


def test_both_numbers_of_a_filing_are_judged():
    reply = "    reply:\n      number: 无\n      issuer: 州\n"
    filing = f"filings:\n  - id: f1\n    kind: record\n    number: 无\n{reply}"
    found = said(filing_number_shape, file(FILINGS, filing))
    assert found == [("P007.other", "number"), ("P007.other", "reply.number")]
    bare = "filings:\n  - id: f1\n    kind: record\n"
    assert said(filing_number_shape, file(FILINGS, bare)) == []


def test_a_closed_group_with_members_is_declared():
    groups = "groups:\n  - id: g\n    text: 两部门\n    open: false\n    members:\n      - fagai\nstated:\n"
    assert said(named_units_declared, (REFORM, "stated:\n", groups)) == []


def test_a_measure_without_a_state_is_never_overdue():
    assert said(measure_not_overdue) == []


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        ("3月底投入使用", date(2018, 4, 20), date(2018, 3, 31)),
        ("12月底建成投入使用", date(2018, 4, 20), date(2018, 12, 31)),
        ("3月底投入使用", date(2018, 12, 20), date(2019, 3, 31)),
        ("2018年9月30日前", date(2020, 9, 18), date(2018, 9, 30)),
        ("2018年2月底", date(2018, 9, 18), date(2018, 2, 28)),
        ("2018-12-31", date(2018, 9, 18), date(2018, 12, 31)),
        ("2009年1月1日至15日", date(2008, 12, 3), None),
        ("13月1日", date(2018, 9, 18), None),
        ("2018年2月30日", date(2018, 9, 18), None),
        ("尽快", date(2018, 9, 18), None),
    ],
)
def test_the_last_day_that_a_printed_date_allows(text, near, day):
    assert last_day(text, near) == day


BUILDING = (HALLS, "    kind: hall\n", "    kind: hall\n    state: planned\n    planned_use: 8月底投入使用\n")


def test_a_hall_is_measured_by_the_day_of_its_document():
    assert said(future_not_past) == []
    assert said(future_not_past, BUILDING) == [("P012.past", "planned_use")]
    in_use = (HALLS, BUILDING[1], BUILDING[2].replace("planned\n", "in_use\n"))
    assert said(future_not_past, in_use) == []
    assert said(future_not_past, BUILDING, (DOCUMENTS, "    kind: plan\n", "    kind: law\n")) == []
    unknown = (HALLS, "provenance: demonstration\n", "provenance: published\ndocument: gone\n")
    assert said(future_not_past, BUILDING, unknown) == []


def test_an_evaluation_without_a_day_is_not_judged():
    text = "evaluations:\n  - id: e\n    name: 评估\n    due: null\n"
    assert said(evaluation_not_past, file(EVALUATION, text)) == []


# Staffing


def test_a_memorandum_is_compared_where_posts_are_recorded():
    staff = clause("staff:\n  posts: 2\n  persons: 1\n")
    assert said(posts_out_and_in, staff) == []
    assert said(posts_out_and_in, staff, file(STAFFING, "posts:\n" + post(id="p1"))) == [
        ("F001.differ", "staff.posts")
    ]
    unknown = (MEMO, "giver: fagai", "giver: gone")
    assert said(posts_out_and_in, staff, unknown, file(STAFFING, "posts:\n" + post(id="p1"))) == []


def test_a_secondment_without_posts_is_one():
    seconded = post(id="p1", engagement="secondment", posts=0)
    assert said(seconded_without_post, file(STAFFING, "posts:\n" + seconded + post(id="p2"))) == []


def test_posts_are_asked_for_where_some_are_recorded():
    assert said(posts_follow_items) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"from_department": "gone"},
        {"items": '["530104009000"]'},
        {"from_department": "qixiang", "engagement": "secondment", "posts": 0},
        {},
    ],
)
def test_posts_of_unknown_departments_or_items_are_left_to_references(fields):
    assert said(items_behind_posts, file(STAFFING, "posts:\n" + post(id="p1", **fields))) == []


def test_a_department_whose_items_stay_gives_no_posts():
    withdrawn = (ITEMS, '  - code: "530104001000"\n', '  - code: "530104001000"\n    status: withdrawn\n')
    stays = (ITEMS, "          state: transferred\n", "          state: resident\n")
    edits = withdrawn, stays, file(STAFFING, "posts:\n" + post(id="p1"))
    assert said(items_behind_posts, *edits) == [("F002.no_items", "from_department")]
    assert said(posts_follow_items, *edits) == []


MINIMA = "  staffing:\n    posts_min: 2\n    persons_min: 1\n    helpers_min: 1\n"


def test_approved_posts_count_before_recorded_ones():
    records = file(STAFFING, "posts:\n" + post(id="p1"))
    short = [("F003.short", "policy.staffing.posts_min")]
    assert said(staff_suffices, policy(MINIMA), records) == short
    approved = bureau("  establishment:\n    posts_approved: {}\n")
    assert said(staff_suffices, policy(MINIMA), records, (*approved[:2], approved[2].format(2))) == []
    assert said(staff_suffices, policy(MINIMA), (*approved[:2], approved[2].format(1))) == short
    assert said(staff_suffices, policy(MINIMA)) == []
    assert said(staff_suffices, records) == []


def moved(day):
    return file(STAFFING, "posts:\n" + post(id="p1", engagement="secondment", posts=0, on=day))


def freeze(text):
    return policy(f"  staffing:\n    freeze:\n      temporary_moves: true\n{text}")


@pytest.mark.parametrize(
    ("text", "day", "is_frozen"),
    [
        ("", "2018-12-31", True),
        ("", "2019-01-01", False),
        ("      until_event: 正式挂牌\n", "2019-01-01", True),
        ("      from: 2018-12-01\n", "2018-11-30", False),
        ("      until: 2018-11-30\n", "2018-12-01", False),
        ("", "null", False),
    ],
)
def test_a_freeze_without_days_lasts_as_long_as_the_reform(text, day, is_frozen):
    assert said(no_move_in_freeze, freeze(text), moved(day)) == ([("F004.frozen", "on")] if is_frozen else [])


def test_a_freeze_without_days_and_phases_has_no_end():
    bare = "provenance: demonstration\njurisdiction:\n  division: null\n  name: 兰县\n  level: county\n"
    frozen = (REFORM, "", bare + "policy:\n  staffing:\n    freeze:\n      temporary_moves: true\n")
    assert said(no_move_in_freeze, frozen, moved("2030-01-01")) == [("F004.frozen", "on")]


def test_without_a_freeze_and_for_transfers_nobody_is_frozen():
    assert said(no_move_in_freeze, moved("2018-12-01")) == []
    transfer = file(STAFFING, "posts:\n" + post(id="p1", engagement="transfer", on="2018-12-01"))
    assert said(no_move_in_freeze, freeze(""), transfer) == []


def test_seconded_people_hold_no_post():
    seconded = post(id="p1", engagement="secondment", posts=0, persons=3)
    assert said(post_held_once, file(STAFFING, "posts:\n" + seconded)) == []


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({}, ["F005.twice"]),
        ({"kind": "institution"}, []),
        ({"from_section": "投资股"}, []),
        ({"items": '["530104003000"]'}, []),
    ],
)
def test_posts_of_one_section_and_kind_go_once_for_an_item(fields, names):
    both = post(id="p1", items='["530104001000"]') + post(
        **{"id": "p2", "items": '["530104001000"]', **fields}
    )
    assert [name for name, _ in said(post_moved_once, file(STAFFING, "posts:\n" + both))] == names


HELPERS = "helpers:\n  - id: h1\n    persons: 3\n"


@pytest.mark.parametrize("tasks", ["[信息录入, 协助审查, 审批咨询]", "[]"])
def test_helpers_may_assist(tasks):
    assert said(helpers_apart, file(STAFFING, f"{HELPERS}    tasks: {tasks}\n")) == []


def people(count, unit):
    return figures(f"  - id: renyuan\n    subject: 人员\n    count: {count}\n    unit: {unit}\n")


@pytest.mark.parametrize(
    ("count", "unit", "told_of"), [(4, "名", 1), (4, "人", 1), (4, "项", 0), (1, "名", 0)]
)
def test_staff_and_helpers_are_not_one_number(count, unit, told_of):
    records = file(STAFFING, "posts:\n" + post(id="p1") + HELPERS)
    assert len(said(helpers_not_counted_in, people(count, unit), records)) == told_of
    assert said(helpers_not_counted_in, people(count, unit), file(STAFFING, HELPERS)) == []
    assert said(helpers_not_counted_in, people(count, unit)) == []


SECTION = "    approval_section: shenpi-gu\n"


@pytest.mark.parametrize(
    ("adjustment", "names"),
    [
        ("      due: 2018-12-31\n", ["F007.functions"]),
        ("      due: 2019-01-01\n", []),
        ("      due: null\n", []),
    ],
)
def test_new_functions_are_on_record_after_the_day(adjustment, names):
    edit = (DEPARTMENTS, SECTION, f"{SECTION}    adjustment:\n{adjustment}")
    assert [name for name, _ in said(functions_adjusted, edit)] == names


ESTABLISHMENT = bureau("  establishment:\n    posts_approved: 8\n    seconded: 11\n    hired: 5\n")


@pytest.mark.parametrize(
    ("count", "unit", "told_of"), [(24, "名", 1), (13, "人", 1), (19, "项", 0), (8, "名", 0)]
)
def test_kinds_of_staff_are_not_added_up(count, unit, told_of):
    assert len(said(staff_not_added_up, ESTABLISHMENT, people(count, unit))) == told_of
    assert said(staff_not_added_up, people(count, unit)) == []


# Figures


@pytest.mark.parametrize("after", ["after: null", "unit: 项"])
def test_a_change_without_the_later_number_is_not_recounted(after):
    parts = "    parts:\n      - id: p\n        name: 取消\n        removed: 2\n"
    figure = f"  - id: q\n    subject: 清单\n    before: 9\n    {after}\n{parts}"
    assert said(change_adds_up, figures(figure)) == []


def about(number, more=""):
    return f"  - id: f{number}\n    subject: 时限\n    count: {number}\n    unit: 日\n    about: x\n{more}"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (about(45) + about(60), ["stated.f60.count"]),
        (about(45) + about(60, "    as_of: 2018-12-31\n"), []),
        (about(45) + about(60, "    period: 上半年\n"), []),
        (about(45) + "  - id: f\n    subject: 时限\n    unit: 日\n    about: x\n", []),
        (about(45) + "  - id: f\n    subject: 时限\n    count: 45.0\n    unit: 日\n    about: x\n", []),
        (
            about(45) + "  - id: f\n    subject: 时限\n    after: 60\n    unit: 日\n    about: x\n",
            ["stated.f.after"],
        ),
    ],
)
def test_figures_about_one_thing_agree(text, places):
    assert [place for _, place in said(figures_agree, figures(text))] == places
