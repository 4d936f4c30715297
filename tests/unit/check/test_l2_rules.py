"""Lists against lists, second part: where another rule speaks, and other borders."""

import pytest
from judging import ITEMS, MEMO, REFORM, said

from xuke.check.rules.l007_section_resides_and_publishes import section_resides_and_publishes
from xuke.check.rules.l009_seal_of_transition import seal_of_transition
from xuke.check.rules.l013_retained_item_supervised import retained_item_supervised
from xuke.check.rules.l014_cancelled_item_supervised import cancelled_item_supervised
from xuke.check.rules.l015_licence_power_moves import enforcement_stays, licence_power_moves
from xuke.check.rules.l016_competent_department_in_reform import competent_department_in_reform
from xuke.check.rules.l017_intermediary_on_list import intermediary_on_list
from xuke.check.rules.l018_no_cancelled_proof import no_cancelled_proof
from xuke.check.rules.l019_entrustment_complete import entrustment_complete
from xuke.check.rules.l020_new_letter_after_transfer import new_letter_after_transfer
from xuke.check.rules.l021_path_of_delegated_items import path_of_delegated_items
from xuke.check.rules.l022_authorised_item_not_shared import authorised_item_not_shared
from xuke.check.rules.l023_only_licences_counted import only_licences_counted
from xuke.check.rules.l024_licence_lawfully_set import licence_lawfully_set
from xuke.check.rules.l025_no_ring_of_prerequisites import no_ring_of_prerequisites
from xuke.check.rules.l026_accepted_at_open_halls import accepted_at_open_halls
from xuke.check.rules.l027_window_authorised import window_authorised
from xuke.check.rules.l028_own_seal_of_retained_unit import own_seal_of_retained_unit
from xuke.check.rules.l029_joint_review_of_safety_items import joint_review_of_safety_items
from xuke.check.rules.l030_forwarding_complete import forwarding_complete
from xuke.check.rules.l031_bundle_has_lead_and_items import bundle_has_lead_and_items
from xuke.check.rules.l032_intermediary_complete import intermediary_complete
from xuke.check.rules.l033_rules_published_after_transfer import rules_published_after_transfer
from xuke.model.names import plain

DEPARTMENTS = "catalogue/lan/departments.yaml"
DUTIES = "catalogue/lan/duties/fagai.yaml"
BUREAU_DUTIES = "catalogue/lan/duties/shenpi.yaml"
BUNDLES = "catalogue/lan/bundles.yaml"
LISTS = "catalogue/lan/lists.yaml"
HALLS = "catalogue/lan/halls.yaml"

#: The four items: transferred, resident, partly moved, excluded.
MOVED, RESIDENT, PARTLY, EXCLUDED = (
    "name: 政府投资项目审批\n",
    "name: 固定资产投资项目节能审查\n",
    "name: 企业投资项目核准\n",
    "name: 石油天然气管道受限制区域施工保护方案许可\n",
)
STATE = '      state: resident\n  - code: "530104003000"\n'
IN_HALL = "    hall: dating\n    service_kind: immediate\n"


def adding(item, text):
    """An edit that gives an item more fields."""
    return ITEMS, item, item + "".join(f"    {line}\n" for line in text.splitlines())


def state(new):
    """An edit of the disposition of the resident item."""
    return ITEMS, STATE, STATE.replace("resident", new)


def policy(text):
    """An edit that adds lines to the policy."""
    old = "  retained_in_hall: true\n"
    return REFORM, old, old + "".join(f"  {line}\n" for line in text.splitlines())


def names(rule, *edits):
    return [name for name, _ in said(rule, *edits)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("身份证（原件）", "身份证"),
        ("身 份 证", "身份证"),
        ("（原件）身份证", "(原件)身份证"),
        ("身份证", "身份证"),
    ],
)
def test_names_are_compared_without_brackets_at_their_end(written, meant):
    assert plain(written) == meant


def test_l007_compares_only_items_that_are_bound_to_the_hall():
    fenting = (HALLS, "    kind: hall\n", "    kind: hall\n  - id: fenting\n    name: 分厅\n    kind: hall\n")
    there = (ITEMS, IN_HALL, IN_HALL.replace("dating", "fenting"))
    assert names(section_resides_and_publishes, fenting) == []
    assert names(section_resides_and_publishes, fenting, there) == ["L007.apart"]
    assert names(section_resides_and_publishes, fenting, there, state("delegated")) == []
    free = (REFORM, "  retained_in_hall: true\n", "  retained_in_hall: false\n")
    assert names(section_resides_and_publishes, fenting, there, free) == []


def test_l007_asks_nothing_of_an_item_whose_exclusion_is_unknown():
    rules = policy("publish_retained: true")
    told = [("L007.unpublished", "disposition.state"), ("L007.unpublished", "handlings.02.disposition.state")]
    assert said(section_resides_and_publishes, rules) == told
    unknown = (ITEMS, STATE, STATE.replace("resident\n", "resident\n      exclusion: nothing\n"))
    assert said(section_resides_and_publishes, rules, unknown) == told[1:]
    nameless = (ITEMS, "      exclusion: anquan\n", "")
    assert said(section_resides_and_publishes, rules, nameless) == told


def test_l007_asks_for_published_rules_once_the_exemption_is_over():
    over = (
        REFORM,
        "      hall: exempt\n",
        "      hall: exempt\n      hall_period:\n        until: 2018-12-31\n",
    )
    assert len(said(section_resides_and_publishes, policy("publish_retained: true"), over)) == 3


USE = (
    "    service_kind: promised\n    seals:\n      - id: s1\n"
    "        seal: shenpi-zhang\n        from: 2018-12-30\n"
)
TRANSFER = "      effective: 2018-12-30\n      section: touzi\n"


def seal_use(text):
    """An edit of how the bureau's seal is used on the transferred item."""
    return ITEMS, USE, USE.replace("        from: 2018-12-30\n", text)


def test_l009_is_silent_where_the_plan_prescribes_no_seal():
    assert names(seal_of_transition, seal_use("        from: 2018-01-01\n")) == []


@pytest.mark.parametrize(
    ("use", "told"),
    [
        ("        from: 2018-12-29\n", ["L009.seal"]),
        ("        from: null\n", []),
        ("        from: 2018-10-01\n        until: 2018-10-31\n", ["L009.seal"]),
    ],
)
def test_l009_a_seal_of_the_bureau_that_starts_with_an_event_is_not_early(use, told):
    assert names(seal_of_transition, policy("transition_seal: department"), seal_use(use)) == told


@pytest.mark.parametrize(
    ("transition", "told"),
    [("from: 2018-12-01", []), ("until: 2018-10-31", ["L009.seal"]), ("until: 2018-10-30", ["L009.seal"])],
)
def test_l009_judges_the_days_of_the_transition_only(transition, told):
    days = policy(f"transition_seal: department\ntransition:\n  {transition}")
    use = seal_use("        from: 2018-10-01\n        until: 2018-11-30\n")
    assert names(seal_of_transition, days, use) == told


def test_l009_ends_when_the_bureau_is_established():
    early = seal_use("        from: 2018-12-15\n")
    there = (REFORM, "  predecessor: zhengwu\n", "  predecessor: zhengwu\n  established: 2018-12-15\n")
    wanted = policy("transition_seal: department")
    assert names(seal_of_transition, wanted, early) == ["L009.seal"]
    assert names(seal_of_transition, wanted, early, there) == []


def test_l009_without_any_day_looks_at_today():
    wanted, undated = policy("transition_seal: department"), (ITEMS, TRANSFER, "      section: touzi\n")
    assert names(seal_of_transition, wanted, undated) == ["L009.seal"]
    later = seal_use("        from: 2019-01-02\n")
    assert names(seal_of_transition, wanted, undated, later) == []


def test_l009_leaves_unknown_seals_and_owners_to_k002():
    wanted, early = policy("transition_seal: department"), "        from: 2018-01-01\n"
    nobody = ("catalogue/lan/seals.yaml", "    owner: shenpi\n", "    owner: nobody\n")
    assert names(seal_of_transition, wanted, seal_use(early), nobody) == []
    unknown = (
        ITEMS,
        USE,
        USE.replace("shenpi-zhang", "nothing").replace("        from: 2018-12-30\n", early),
    )
    assert names(seal_of_transition, wanted, unknown) == []


def test_l009_a_transition_that_never_was_binds_nothing():
    never = policy("transition_seal: department\ntransition:\n  from: 2019-06-01")
    assert names(seal_of_transition, never, seal_use("        from: 2018-01-01\n")) == []


def test_l013_leaves_items_that_are_partly_moved_to_l012():
    bare = (DUTIES, '      - "530104003000"\n', '      - "530104004000"\n')
    assert names(retained_item_supervised, policy("supervise_retained: true"), bare) == []


def test_l014_asks_nothing_of_an_item_that_is_cancelled_in_part():
    gone = (DUTIES, '      - "530104003000"\n', "")
    last = '        disposition:\n          state: resident\n  - code: "530104004000"'
    partly = (ITEMS, last, last.replace("resident", "cancelled"))
    assert names(cancelled_item_supervised, gone, partly) == []


def powers(department, *rows):
    """A file of powers: code, type, item."""
    return "provenance: demonstration\npowers:\n" + "".join(
        f'  - code: "{code}"\n    name: 权力\n    type: "{kind}"\n    department: {department}\n'
        + (f'    item: "{item}"\n' if item else "")
        for code, kind, item in rows
    )


BOTH = (BUREAU_DUTIES, "", powers("shenpi", ("530104001000", "01", ""), ("530104003000", "01", "")))


def test_l015_a_power_without_an_item_is_known_by_its_code():
    assert names(licence_power_moves, BOTH) == []


def test_l015_is_silent_where_the_bureau_lists_no_powers_or_there_is_no_bureau():
    kept = (DUTIES, "", powers("fagai", ("530104003000", "01", "")))
    assert names(licence_power_moves, kept) == []
    nobody = (REFORM, "  department: shenpi\n", "")
    assert names(licence_power_moves, kept, nobody) == []


def test_l015_tells_once_of_a_power_that_did_not_move():
    other = (BUREAU_DUTIES, "", powers("shenpi", ("530104003000", "01", "")))
    kept = (DUTIES, "", powers("fagai", ("530104001000", "01", ""), ("530204001000", "02", "")))
    assert said(licence_power_moves, other, kept) == [("L015.kept", "department")]


def test_l015_before_the_day_of_the_transfer_nothing_has_moved():
    later = (ITEMS, TRANSFER, TRANSFER.replace("2018-12-30", "2019-01-02"))
    kept = (DUTIES, "", powers("fagai", ("530104001000", "01", "")))
    assert names(licence_power_moves, kept, later) == []


def test_l015_a_confirmation_that_the_department_keeps_is_no_licence():
    kept = (DUTIES, "", powers("fagai", ("530704001000", "07", "530104001000")))
    assert names(licence_power_moves, BOTH, kept) == []


@pytest.mark.parametrize(("kind", "told"), [("01", ["L015.bare"]), ("06", []), ("03", [])])
def test_l015_one_power_to_enforce_is_enough(kind, told):
    kept = (DUTIES, "", powers("fagai", ("530104003000", kind, "")))
    assert names(enforcement_stays, kept) == told


def test_l015_asks_the_bureau_and_who_gave_nothing_for_no_penalties():
    idle = ("catalogue/lan/duties/qixiang.yaml", "", powers("qixiang", ("530154001000", "01", "")))
    assert names(enforcement_stays, BOTH, idle) == []


def test_l016_is_silent_about_unknown_departments_the_bureau_and_withdrawn_items():
    outside = (DEPARTMENTS, "    in_reform: true\n    order: 1\n", "    in_reform: false\n    order: 1\n")
    assert len(said(competent_department_in_reform, outside)) == 4
    withdrawn = adding(EXCLUDED, "status: withdrawn")
    assert len(said(competent_department_in_reform, outside, withdrawn)) == 3
    unknown = (DEPARTMENTS, "  - id: fagai\n", "  - id: gaifa\n")
    assert names(competent_department_in_reform, outside, unknown) == []
    own = (REFORM, "  department: shenpi\n", "  department: fagai\n")
    assert names(competent_department_in_reform, outside, own) == []


def test_l016_is_silent_where_no_department_says_whether_it_takes_part():
    bare = (
        "provenance: demonstration\ndepartments:\n  - id: fagai\n    name: 县发改局\n    kind: department\n"
    )
    assert names(competent_department_in_reform, (DEPARTMENTS, "", bare)) == []


SERVICES = "provenance: demonstration\nintermediaries:\n  - id: huanping\n    name: 环评\n"
SUPPLIED = "materials:\n  - id: m1\n    name: 报告\n    source_channel: 中介机构出具"


def test_l017_without_a_list_materials_name_no_service():
    assert names(intermediary_on_list, adding(MOVED, SUPPLIED)) == []
    assert names(intermediary_on_list, adding(MOVED, SUPPLIED), (LISTS, "", SERVICES)) == ["L017.unnamed"]


def test_l017_leaves_unknown_services_to_k002_and_withdrawn_items_alone():
    listed = (LISTS, "", SERVICES)
    unknown = adding(MOVED, f"{SUPPLIED}\nintermediaries:\n  - nothing")
    assert names(intermediary_on_list, unknown, listed) == []
    assert names(intermediary_on_list, adding(MOVED, f"{SUPPLIED}\nstatus: withdrawn"), listed) == []


@pytest.mark.parametrize(
    ("word", "told"), [("已取消", ["L017.ended"]), ("退出", ["L017.ended"]), ("进场", [])]
)
def test_l017_knows_by_two_words_that_a_service_is_no_longer_offered(word, told):
    listed = (LISTS, "", f"{SERVICES}    state: {word}\n")
    assert names(intermediary_on_list, adding(MOVED, "intermediaries:\n  - huanping"), listed) == told


PROOF = (LISTS, "", "provenance: demonstration\nproofs:\n  - id: p\n    name: 居住证明\n")


def test_l018_reads_the_materials_of_handlings_too():
    own = "        name: 新办\n"
    material = "        materials:\n          - id: m1\n            name: 居住证明\n"
    found = said(no_cancelled_proof, PROOF, (ITEMS, own, own + material))
    assert found == [("L018.cancelled", "handlings.01.materials.m1.name")]


def test_l018_tells_once_of_an_item_without_handlings_and_never_of_a_withdrawn_one():
    material = "materials:\n  - id: m1\n    name: 居住证明"
    assert said(no_cancelled_proof, PROOF, adding(MOVED, material)) == [
        ("L018.cancelled", "materials.m1.name")
    ]
    assert names(no_cancelled_proof, PROOF, adding(MOVED, f"{material}\nstatus: withdrawn")) == []
    assert names(no_cancelled_proof, PROOF, adding(MOVED, material.replace("居住", "房产"))) == []


LETTER = (
    "power_source: entrusted_by_superior\nentrustment:\n  letter: 委托书\n"
    "  entruster: 州林业局\n  from: 2018-06-01"
)


@pytest.mark.parametrize("gone", ["cancelled", "suspended"])
def test_l019_asks_nothing_of_an_item_that_is_stopped(gone):
    assert names(entrustment_complete, adding(RESIDENT, LETTER)) == ["L019.missing"]
    assert names(entrustment_complete, adding(RESIDENT, LETTER), state(gone)) == []


def test_l019_a_letter_without_a_term_is_not_enough():
    endless = f"{LETTER}\n  until: null\n  announcement: 公告"
    assert said(entrustment_complete, adding(RESIDENT, endless)) == [("L019.missing", "entrustment.until")]


@pytest.mark.parametrize("power", ["entrusted_same_level", "statutory"])
def test_l020_concerns_what_a_superior_entrusts(power):
    assert names(new_letter_after_transfer, adding(MOVED, LETTER)) == ["L020.old"]
    other = LETTER.replace("entrusted_by_superior", power)
    assert names(new_letter_after_transfer, adding(MOVED, other)) == []


def test_l020_is_told_once_for_all_handlings():
    assert names(new_letter_after_transfer, adding(PARTLY, LETTER)) == ["L020.old"]
    assert names(new_letter_after_transfer, adding(RESIDENT, LETTER)) == []


def test_l021_is_silent_without_a_path_and_about_other_powers():
    assert names(path_of_delegated_items, adding(MOVED, "power_source: delegated_down")) == []
    first = policy("delegated_items: department_first")
    assert names(path_of_delegated_items, first, adding(MOVED, "power_source: statutory")) == []
    assert names(path_of_delegated_items, first, adding(RESIDENT, "power_source: delegated_down")) == []


def test_l021_the_bureau_may_decide_on_a_resident_item():
    bureau = policy("delegated_items: bureau_first")
    assert names(path_of_delegated_items, bureau, adding(EXCLUDED, "power_source: delegated_down")) == []
    organ = "    organ: fagai\n    section: shenpi-gu\n"
    here = (ITEMS, organ, organ.replace("fagai", "shenpi"))
    assert (
        names(path_of_delegated_items, bureau, adding(RESIDENT, "power_source: delegated_down"), here) == []
    )


ZONE = (
    "provenance: demonstration\njurisdiction:\n  division: null\n  name: 园区\n  level: {}\n  superior: {}\n"
)
ZONE_ITEM = """provenance: demonstration
items:
  - code: "530104002000"
    name: 固定资产投资项目节能审查
    type: "01"
    competent: jingfa
    organ: jingfa
    level: county
    power_source: authorised_by_superior
    disposition:
      state: {}
"""


def zone(level="zone", superior="lan", disposition="resident"):
    """A zone that is authorised to decide what the county decides."""
    return (
        ("catalogue/yuan/reform.yaml", "", ZONE.format(level, superior)),
        ("catalogue/yuan/items/jingfa.yaml", "", ZONE_ITEM.format(disposition)),
    )


def test_l022_compares_a_zone_with_its_superior_and_with_its_neighbours():
    assert names(authorised_item_not_shared, *zone()) == ["L022.shared"]
    near = (REFORM, "  level: county\n", "  level: county\n  superior: zhou\n")
    assert names(authorised_item_not_shared, *zone(superior="zhou"), near) == ["L022.shared"]
    assert names(authorised_item_not_shared, *zone(superior="zhou")) == []


def test_l022_is_silent_about_counties_items_given_away_and_withdrawn_ones():
    assert names(authorised_item_not_shared, *zone(level="county")) == []
    assert names(authorised_item_not_shared, *zone(superior="null")) == []
    assert names(authorised_item_not_shared, *zone(), state("authorised_out")) == []
    assert names(authorised_item_not_shared, *zone(), (ITEMS, "530104002000", "530104009000")) == []
    withdrawn = zone(disposition="resident\n    status: withdrawn")
    assert names(authorised_item_not_shared, *withdrawn) == []


def test_l022_the_superior_of_a_zone_may_be_a_prefecture():
    prefecture = (REFORM, "  level: county\n", "  level: prefecture\n")
    assert names(authorised_item_not_shared, *zone(), prefecture) == []


def test_l023_counts_of_departments_have_no_type():
    assert names(only_licences_counted) == []
    figure = "stated:\n  - id: all\n    subject: 事项\n    count: 4\n    enumerates:\n      kind: item\n"
    other = (ITEMS, RESIDENT + '    type: "01"\n', RESIDENT + '    type: "07"\n')
    assert names(only_licences_counted, (REFORM, "stated:\n", figure)) == []
    assert names(only_licences_counted, (REFORM, "stated:\n", figure), other) == ["L023.others"]


RANK = "        rank: administrative_regulation\n"


def base(rank, more=""):
    return ITEMS, RANK, f"        rank: {rank}\n{more}"


@pytest.mark.parametrize("rank", ["law", "state_council_decision", "local_regulation", "provincial_rule"])
def test_l024_a_provincial_rule_of_an_unknown_day_is_not_judged(rank):
    assert names(licence_lawfully_set, base(rank)) == []


def test_l024_a_rule_that_only_implements_sets_nothing():
    role = "      - id: b1\n        role: sets\n"
    implements = (ITEMS, role, role.replace("sets", "implements"))
    assert names(licence_lawfully_set, base("departmental_rule")) == ["L024.rank"]
    assert names(licence_lawfully_set, base("departmental_rule"), implements) == []


def test_l024_a_law_outlives_the_year_of_a_rule():
    old = "        version: 2016-02-29\n"
    law = "      - id: b2\n        role: sets\n        document: 法\n        rank: law\n"
    assert names(licence_lawfully_set, base("provincial_rule", old)) == ["L024.year"]
    assert names(licence_lawfully_set, base("provincial_rule", old + law)) == []


def test_l024_judges_licences_that_are_handled():
    rank = base("normative_document")
    assert names(licence_lawfully_set, rank, adding(MOVED, "status: withdrawn")) == []
    other = (ITEMS, MOVED + '    type: "01"\n', MOVED + '    type: "07"\n')
    assert names(licence_lawfully_set, rank, other) == []


def needs(item, *codes):
    return adding(item, "prerequisites:\n" + "".join(f'  - "5301040{code}"\n' for code in codes))


def test_l025_two_rings_are_told_at_their_smallest_codes():
    rings = needs(MOVED, "02000"), needs(RESIDENT, "01000"), needs(PARTLY, "04000"), needs(EXCLUDED, "03000")
    assert said(no_ring_of_prerequisites, *rings) == [("L025.ring", "prerequisites.0")] * 2


def test_l025_leaves_unknown_items_to_k002_and_withdrawn_ones_out():
    assert names(no_ring_of_prerequisites, needs(MOVED, "99000")) == []
    ring = needs(MOVED, "02000"), (ITEMS, RESIDENT, RESIDENT + '    prerequisites:\n      - "530104001000"\n')
    assert names(no_ring_of_prerequisites, *ring) == ["L025.ring"]
    gone = (ITEMS, RESIDENT, f'{RESIDENT}    status: withdrawn\n    prerequisites:\n      - "530104001000"\n')
    assert names(no_ring_of_prerequisites, ring[0], gone) == []


def test_l025_two_ways_to_one_item_are_no_ring():
    ways = needs(MOVED, "02000", "03000"), needs(RESIDENT, "04000"), needs(PARTLY, "04000")
    assert names(no_ring_of_prerequisites, *ways) == []


def test_l026_leaves_unknown_places_to_k002_and_withdrawn_items_alone():
    assert names(accepted_at_open_halls, adding(MOVED, "accepts_at:\n  - nowhere")) == []
    planned = (HALLS, "    kind: hall\n", "    kind: hall\n    state: planned\n")
    there = "issues_at:\n  - dating"
    assert names(accepted_at_open_halls, planned, adding(MOVED, there)) == ["L026.not_open"]
    assert names(accepted_at_open_halls, planned, adding(MOVED, f"{there}\nstatus: withdrawn")) == []


def test_l026_tells_once_of_a_stopped_item():
    there = adding(RESIDENT, "accepts_at:\n  - dating\nissues_at:\n  - dating")
    assert said(accepted_at_open_halls, there, state("suspended")) == [("L026.stopped", "accepts_at")]
    assert names(accepted_at_open_halls, there, state("delegated")) == []


def test_l027_asks_nothing_of_items_handled_elsewhere():
    wanted = policy("window_authority: true")
    assert len(said(window_authorised, wanted)) == 3
    assert len(said(window_authorised, wanted, state("delegated"))) == 2
    assert names(window_authorised) == []


SEAL = "seals:\n  - id: s1\n    seal: {}"


@pytest.mark.parametrize(
    ("seal", "told"),
    [
        ("shenpi-zhang", ["L028.owner"]),
        ("shenpi-zhang\n    until: 2019-01-01", ["L028.owner"]),
        ("shenpi-zhang\n    until: 2018-12-31", []),
        ("fagai-zhang", []),
        ("nothing", []),
    ],
)
def test_l028_looks_at_seals_that_are_in_use(seal, told):
    assert names(own_seal_of_retained_unit, adding(RESIDENT, SEAL.format(seal))) == told


def test_l028_an_item_outside_the_hall_has_no_place_to_compare():
    places = (
        "catalogue/lan/seals.yaml",
        "    owner: fagai\n",
        "    owner: fagai\n    places:\n      - 窗口\n",
    )
    stamped = adding(RESIDENT, SEAL.format("fagai-zhang"))
    assert names(own_seal_of_retained_unit, places, stamped) == ["L028.place"]
    outside = (ITEMS, IN_HALL, IN_HALL.partition("\n")[2])
    assert names(own_seal_of_retained_unit, places, stamped, outside) == []


STAGE = "stages:\n  - stage: joint_review\n    periods:\n      - id: p1\n        lead: {}"
SENSITIVE = (ITEMS, TRANSFER, f"{TRANSFER}      exclusion: anquan\n")
MAY_MOVE = (REFORM, "      transfer: excluded\n", "      transfer: transferable\n")


def test_l029_is_silent_where_the_plan_wants_no_joint_review_by_the_bureau():
    assert names(joint_review_of_safety_items, MAY_MOVE, SENSITIVE) == []
    assert names(joint_review_of_safety_items, MAY_MOVE, SENSITIVE, policy(STAGE.format("department"))) == []
    assert names(joint_review_of_safety_items, MAY_MOVE, SENSITIVE, policy(STAGE.format("bureau"))) == [
        "L029.none"
    ]


def test_l029_leaves_what_may_not_move_to_l005():
    wanted = policy(STAGE.format("bureau"))
    assert names(joint_review_of_safety_items, wanted, SENSITIVE) == []
    until = "      transfer: excluded\n      transfer_period:\n        until: 2018-12-29\n"
    over = (REFORM, "      transfer: excluded\n", until)
    assert names(joint_review_of_safety_items, wanted, SENSITIVE, over) == ["L029.none"]


def test_l029_tells_of_a_memorandum_that_gives_the_lead_away():
    wanted = policy(STAGE.format("bureau"))
    away = (MEMO, "stages:\n", STAGE.format("department") + "\n")
    told = names(joint_review_of_safety_items, MAY_MOVE, SENSITIVE, wanted, away)
    assert told == ["L029.none", "L029.lead"]


def test_l030_asks_nothing_of_a_withdrawn_item():
    assert said(forwarding_complete, adding(RESIDENT, "forwarding: {}")) == [
        ("L030.missing", "forwarding.receiver")
    ]
    assert names(forwarding_complete, adding(RESIDENT, "forwarding: {}\nstatus: withdrawn")) == []


def bundle(text):
    return BUNDLES, "", f"provenance: demonstration\nbundles:\n  - id: b\n    name: 联合办理\n{text}"


def test_l031_an_approval_chain_has_no_lead_of_its_own():
    assert names(bundle_has_lead_and_items, bundle("    kind: approval_chain\n")) == []
    assert names(bundle_has_lead_and_items, bundle("    kind: green_channel\n")) == ["L031.lead"]


def test_l031_leaves_unknown_items_to_k002():
    listed = '    lead: shenpi\n    items:\n      - "{}"\n'
    assert names(bundle_has_lead_and_items, bundle(listed.format("530104099000"))) == []
    gone = bundle(listed.format("530104002000")), adding(RESIDENT, "status: withdrawn")
    assert said(bundle_has_lead_and_items, *gone) == [("L031.gone", "items.0")]


def test_l032_asks_nothing_of_a_service_that_is_no_longer_offered():
    assert said(intermediary_complete, (LISTS, "", SERVICES)) == [("L032.missing", "basis")]
    assert names(intermediary_complete, (LISTS, "", f"{SERVICES}    state: 取消\n")) == []


GUIDES = (
    "conditions: 条件\nguides:\n  - id: g\n    kind: guide\n    published: 2018-12-20\n"
    "  - id: s\n    kind: standard\n    published: 2018-12-20"
)


def test_l033_a_handbook_is_for_the_officials():
    wanted, rest = policy("publish_transferred: true"), adding(PARTLY, GUIDES)
    assert names(rules_published_after_transfer, wanted, rest, adding(MOVED, GUIDES)) == []
    inside = GUIDES.replace("kind: guide", "kind: handbook")
    assert names(rules_published_after_transfer, wanted, rest, adding(MOVED, inside)) == ["L033.missing"]


def test_l033_is_silent_before_the_day_of_the_transfer_and_without_the_policy():
    later = (ITEMS, TRANSFER, TRANSFER.replace("2018-12-30", "2019-01-02"))
    rest = adding(PARTLY, GUIDES)
    assert names(rules_published_after_transfer, rest) == []
    assert names(rules_published_after_transfer, policy("publish_transferred: true"), rest, later) == []
