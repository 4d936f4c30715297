"""Times, steps, materials and fees: real limits of the law, handlings, and where a rule stays silent."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from judging import ITEMS, REFORM, said

from xuke.check.limits import cites_article
from xuke.check.rules.t001_promise_within_law import promise_within_law
from xuke.check.rules.t002_units_comparable import units_comparable
from xuke.check.rules.t003_default_limit_of_law import default_limit_of_law
from xuke.check.rules.t004_article_of_limit import article_of_limit
from xuke.check.rules.t006_joint_limit_within_law import joint_limit_within_law
from xuke.check.rules.t007_first_review_within_law import first_review_within_law
from xuke.check.rules.t008_delivery_within_law import delivery_within_law
from xuke.check.rules.t009_uncounted_time_stated import uncounted_time_stated
from xuke.check.rules.t010_steps_sum_to_promise import steps_sum_to_promise
from xuke.check.rules.t011_steps_reduced import steps_reduced
from xuke.check.rules.t012_materials_reduced import materials_reduced
from xuke.check.rules.t013_efficiency_raised import efficiency_raised
from xuke.check.rules.t014_within_ceiling import within_ceiling
from xuke.check.rules.t015_material_asked_once import material_asked_once, material_asked_once_in_bundle
from xuke.check.rules.t016_material_row_complete import material_row_complete
from xuke.check.rules.t017_visits_within_limit import visits_within_limit
from xuke.check.rules.t018_fee_has_basis_and_rate import fee_has_basis_and_rate
from xuke.check.rules.t019_special_procedure_published import special_procedure_published
from xuke.check.rules.t020_promise_not_lengthened import promise_not_lengthened
from xuke.check.rules.t021_step_has_basis_or_substance import step_has_basis_or_substance
from xuke.check.rules.t022_online_needs_no_visit import online_needs_no_visit
from xuke.check.rules.t023_deferrable_materials_named import deferrable_materials_named
from xuke.words.labels import choices

BUNDLES = "catalogue/lan/bundles.yaml"
NEVER = (REFORM, "    month_days: 30\n    day_as_working_day: true\n", "    never: true\n")

RULES_OF_ITEMS = [
    units_comparable,
    default_limit_of_law,
    article_of_limit,
    first_review_within_law,
    delivery_within_law,
    uncounted_time_stated,
    steps_sum_to_promise,
    within_ceiling,
    material_asked_once,
    material_row_complete,
    visits_within_limit,
    fee_has_basis_and_rate,
    special_procedure_published,
    promise_not_lengthened,
    step_has_basis_or_substance,
    online_needs_no_visit,
    deferrable_materials_named,
]


def items(*rows, code="530104001000", kind="01"):
    """A file of items, each given by fields in flow style."""
    head = "provenance: demonstration\nitems:\n"
    same = f'name: 甲, type: "{kind}", competent: fagai, organ: fagai, level: county'
    numbered = [row if row.startswith("code:") else f'code: "{code}", {row}' for row in rows]
    return ITEMS, "", head + "".join(f"  - {{{same}, {row}}}\n" for row in numbered)


def policy(text):
    anchor = "  retained_in_hall: true\n"
    return REFORM, anchor, f"{anchor}  {text}\n"


def bundles(*rows):
    return BUNDLES, "", "provenance: demonstration\nbundles:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


def days(number, unit="working_day", basis=""):
    return f"{{value: {number}, unit: {unit}{f', basis: {basis}' if basis else ''}}}"


def promised(number, unit="working_day"):
    return f"limit: {{promised: {days(number, unit)}}}"


# The statutory limits of real county licences.

UNITS = {label: unit for unit, label in choices("items/item", ("limit", "statutory", "unit"), False).items()}


def statutory_limits():
    with (Path(__file__).parent / "statutory_limits.csv").open(encoding="utf-8", newline="") as file:
        return [(int(row["value"]), UNITS[row["unit"]], row["basis"]) for row in csv.DictReader(file)]


LIMITS = statutory_limits()


def licences(basis=lambda text: text, promise=None):
    """An item for every real limit; the basis as changed, the promise as made from number and unit."""
    rows = []
    for number, (value, unit, text) in enumerate(LIMITS, 1):
        given = days(*promise(value, unit)) if promise else "null"
        limits = f"limit: {{statutory: {days(value, unit, basis(text))}, promised: {given}}}"
        rows.append(f'code: "530104{number:03}000", {limits}')
    return items(*rows)


def codes_said(rule, *edits):
    return [name for name, _ in said(rule, *edits)]


def test_the_real_limits_are_in_three_units():
    assert Counter(unit for _, unit, _ in LIMITS) == {"day": 53, "working_day": 19, "month": 9}


def test_every_real_limit_names_its_article():
    assert said(article_of_limit, licences()) == []


def test_every_real_limit_without_its_article_is_found():
    bare = licences(lambda text: re.sub("第[^》]*条$", "", text))
    assert codes_said(article_of_limit, bare) == ["T004.article"] * 81


def test_every_real_limit_without_its_basis_is_found():
    assert codes_said(article_of_limit, licences(lambda text: "")) == ["T004.none"] * 81


def test_every_unit_of_the_real_limits_is_compared_with_a_promise_in_the_same_unit():
    longer = licences(promise=lambda value, unit: (value + 1, unit))
    assert codes_said(promise_within_law, longer, NEVER) == ["T001.longer"] * 81
    assert said(units_comparable, longer, NEVER) == []


def test_every_unit_of_the_real_limits_is_compared_with_working_days_where_that_is_configured():
    longer = licences(promise=lambda value, unit: (91, "working_day"))
    assert codes_said(promise_within_law, longer) == ["T001.longer"] * 81
    assert said(units_comparable, longer) == []


def test_without_conversion_days_and_months_of_the_real_limits_are_shown_beside_working_days():
    longer = licences(promise=lambda value, unit: (91, "working_day"))
    assert codes_said(units_comparable, longer, NEVER) == ["T002.unlike"] * 62
    assert codes_said(promise_within_law, longer, NEVER) == ["T001.longer"] * 19


# Time.


@pytest.mark.parametrize(
    "text", ["《护照法》第六条", "行政许可法第四十二条", "体育法 第 105 条", "某办法（试行）第二条"]
)
def test_an_article_is_cited_with_its_law(text):
    assert cites_article(text)


@pytest.mark.parametrize("text", ["", "第六条", "《护照法》", "有关规定", "《护照法》第六章", "护照法第条"])
def test_a_law_without_article_or_an_article_without_law_is_no_citation(text):
    assert not cites_article(text)


def test_what_is_decided_on_the_spot_can_be_compared_with_every_unit():
    limit = f"limit: {{statutory: {days(3, 'month')}, promised: {days(0, 'on_the_spot')}}}"
    assert said(units_comparable, items(limit), NEVER) == []


def test_a_limit_that_handlings_share_is_told_once_and_their_own_with_their_suffix():
    shared = 'handlings: [{suffix: "01", name: 甲}, {suffix: "02", name: 乙}'
    own = f'{{suffix: "03", name: 丙, limit: {{promised: {days(22)}}}}}'
    row = f"{promised(21)}, {shared}, {own}]"
    assert said(default_limit_of_law, items(row)) == [
        ("T003.longer", "limit.promised"),
        ("T003.longer", "handlings.03.limit.promised"),
    ]


def test_the_days_of_the_licensing_law_bind_licences_only():
    row = f"{promised(21)}, forwarding: {{receiver: 州, limit: {days(21)}}}, {DELIVERY.format(11)}"
    rules = [default_limit_of_law, first_review_within_law, delivery_within_law]
    assert [len(said(rule, items(row))) for rule in rules] == [1, 1, 1]
    assert [said(rule, items(row, code="530704001000", kind="07")) for rule in rules] == [[], [], []]


DELIVERY = "steps: [{{id: delivery, name: 送达, days: {}, counted: false, basis: 甲}}]"


def test_limits_that_cannot_be_compared_with_working_days_are_left_alone():
    forwarding = f"forwarding: {{receiver: 州, limit: {days(30, 'day')}}}"
    row = f"{promised(2, 'month')}, {forwarding}, {DELIVERY.format(11)}"
    joint = bundles(f"id: a, name: 甲, limit: {days(3, 'month')}")
    for rule in (default_limit_of_law, first_review_within_law, delivery_within_law):
        assert said(rule, items(row), NEVER) == []
        assert said(rule, items(row)) != []
    assert said(joint_limit_within_law, joint, NEVER) == []
    assert codes_said(joint_limit_within_law, joint) == ["T006.beyond"]


def test_joint_handling_is_what_the_kind_says_and_what_no_kind_denies():
    kinds = ["joint_procedure", "parallel_approval", "green_channel", "approval_chain"]
    rows = [f"id: {kind.replace('_', '-')}, name: 甲, kind: {kind}, limit: {days(46)}" for kind in kinds]
    told = said(
        joint_limit_within_law, bundles(*rows, f"id: a, name: 甲, limit: {days(46)}", "id: b, name: 乙")
    )
    assert told == [("T006.extended", "limit")] * 3


@pytest.mark.parametrize(
    ("limit", "number", "is_found"),
    [
        (promised(5), 10.5, True),
        (promised(5), 10, False),
        (promised(0, "on_the_spot"), 11, True),
        ("visits: 1", 11, True),
        (promised(1, "month"), 1, True),
    ],
)
def test_days_of_delivery_are_in_the_unit_of_the_promise_or_working_days(limit, number, is_found):
    found = said(delivery_within_law, items(f"{limit}, {DELIVERY.format(number)}"))
    assert found == [("T008.longer", "steps.delivery.days")] * is_found


def test_a_delivery_without_days_and_a_long_step_that_is_none_are_no_delivery_too_late():
    row = "steps: [{id: delivery, name: 甲}, {id: review, name: 审查, days: 30}]"
    assert said(delivery_within_law, items(row)) == []


def test_a_delivery_that_handlings_with_limits_of_their_own_share_is_told_once():
    own = (
        f'handlings: [{{suffix: "01", name: 甲}}, {{suffix: "02", name: 乙, limit: {{promised: {days(3)}}}}}]'
    )
    row = f"{DELIVERY.format(11)}, {promised(5)}, {own}"
    assert said(delivery_within_law, items(row)) == [("T008.longer", "steps.delivery.days")]


# Steps.


def test_an_uncounted_step_without_provision_and_substance_is_left_to_t021():
    idle = "{id: a, name: 甲, counted: false, substance: false}"
    steps = f"steps: [{idle}, {{id: b, name: 乙, counted: false, days: 1}}]"
    assert said(uncounted_time_stated, items(steps)) == [("T009.missing", "steps.a")]
    told = [("T021.idle", "steps.a"), ("T021.open", "steps.b")]
    assert said(step_has_basis_or_substance, items(steps)) == told


def test_what_does_not_say_whether_it_is_counted_is_not_taken_for_uncounted():
    assert said(uncounted_time_stated, items("special_procedures: [{id: a, kind: hearing}]")) == []


def test_uncounted_procedures_of_handlings_are_told_with_their_place():
    row = (
        'handlings: [{suffix: "01", name: 甲, special_procedures: [{id: a, kind: hearing, counted: false}]}]'
    )
    assert said(uncounted_time_stated, items(row)) == [("T009.missing", "handlings.01.special_procedures.a")]


@pytest.mark.parametrize(
    "steps",
    [
        "[]",
        "[{id: a, name: 甲, days: 9}]",
        "[{id: a, name: 甲, counted: true}]",
        "[{id: a, name: 甲, days: 9, counted: true}, {id: b, name: 乙, days: 1}]",
        "[{id: a, name: 甲, days: 0.1, counted: true}, {id: b, name: 乙, days: 4.9, counted: true}]",
    ],
)
def test_days_are_summed_only_where_all_that_count_are_known(steps):
    assert said(steps_sum_to_promise, items(f"{promised(5)}, steps: {steps}")) == []


def test_steps_are_summed_for_every_promise_and_only_where_there_is_one():
    steps = "steps: [{id: a, name: 甲, days: 5, counted: true}]"
    own = (
        f'handlings: [{{suffix: "01", name: 甲}}, {{suffix: "02", name: 乙, limit: {{promised: {days(3)}}}}}]'
    )
    assert said(steps_sum_to_promise, items(f"{steps}, {promised(5)}, {own}")) == [("T010.sum", "steps")]
    assert said(steps_sum_to_promise, items(steps)) == []


# What was aimed at.

STEPS = "steps: [{{id: a, name: 甲}}], baseline: {{steps: {}}}"


def target(subject, figure):
    return policy(f"targets: [{{id: a, subject: {subject}, at_least: true, {figure}}}]")


def test_items_without_a_figure_from_before_are_not_summed():
    fewer = target("steps", "reduction: 60")
    rows = [f'code: "5301040{n:02}000", {row}' for n, row in enumerate((STEPS.format(2), "steps: []"), 1)]
    assert said(steps_reduced, items(*rows), fewer) == [("T011.missed", "policy.targets.a.reduction")]
    assert said(steps_reduced, items("steps: [{id: a, name: 甲}]"), fewer) == []


def test_withdrawn_and_cancelled_items_save_nothing():
    fewer = target("steps", "reduction: 60")
    assert said(steps_reduced, items(STEPS.format(2) + ", status: withdrawn"), fewer) == []
    assert said(steps_reduced, items(STEPS.format(2) + ", disposition: {state: cancelled}"), fewer) == []


def test_a_target_is_judged_by_the_rule_of_its_subject_alone():
    same = "baseline: {steps: 1, materials: 1}"
    row = items(f"steps: [{{id: a, name: 甲}}], materials: [{{id: m1, name: 甲}}], {same}")
    rules = steps_reduced, materials_reduced, efficiency_raised
    for subject, told in (("steps", [1, 0, 0]), ("materials", [0, 1, 0]), ("process", [0, 0, 0])):
        assert [len(said(rule, row, target(subject, "reduction: 10"))) for rule in rules] == told


def test_a_target_without_a_figure_or_with_one_of_the_other_kind_is_not_judged():
    row = items(f"{promised(5)}, baseline: {{days: 5}}")
    for figure in ("reading: 甲", "increase: 10", "reduction: 10, computed_as: time_saved"):
        subject = "time" if "computed" not in figure else "efficiency"
        assert said(efficiency_raised, row, target(subject, figure)) == []


@pytest.mark.parametrize("computed", ["time_saved", "throughput"])
def test_nothing_is_said_of_nothing(computed):
    aim = target("efficiency", f"increase: 50, computed_as: {computed}")
    immediate = items(f"{promised(0, 'on_the_spot')}, baseline: {{days: 0}}")
    assert said(efficiency_raised, immediate, aim) == []


# Ceilings, materials, visits, fees.


def test_a_ceiling_without_unlike_units_and_without_promise_is_not_judged():
    ceiling = policy(f"ceilings: [{{id: a, category: social, limit: {days(1)}}}]")
    assert said(within_ceiling, items("category: social"), ceiling) == []
    assert said(within_ceiling, items(f"category: social, {promised(1, 'year')}"), ceiling) == []
    told = [("T014.longer", "limit.promised")]
    assert said(within_ceiling, items(f"category: social, {promised(2)}"), ceiling) == told


def test_the_same_material_in_two_business_items_is_not_asked_for_twice():
    row = "materials: [{id: m1, name: 甲}]"
    handlings = f'handlings: [{{suffix: "01", name: 新办, {row}}}, {{suffix: "02", name: 变更, {row}}}]'
    assert said(material_asked_once, items(handlings)) == []


def test_a_bundle_counts_a_material_once_an_item_and_leaves_unknown_items_to_k002():
    row = "materials: [{id: m1, name: 甲}]"
    handlings = f'handlings: [{{suffix: "01", name: 新办, {row}}}, {{suffix: "02", name: 变更, {row}}}]'
    one, other = f'code: "530104001000", {handlings}', f'code: "530104002000", {row}'
    first, second, third = '"530104001000"', '"530104002000"', '"530104003000"'
    alone = bundles(f"id: a, name: 甲, items: [{first}, {third}]", "id: b, name: 乙")
    both = bundles(f"id: a, name: 甲, items: [{first}, {third}, {second}]")
    assert said(material_asked_once_in_bundle, items(one, other), alone) == []
    assert said(material_asked_once_in_bundle, items(one, other), both) == [("T015.bundle", "items.2")]


def test_sharing_is_told_before_verifying():
    row = "materials: [{id: m1, name: 甲, form: copy, shared: true, verifiable: true}]"
    assert said(material_asked_once, items(row)) == [("T015.shared", "materials.m1.form")]
    assert said(online_needs_no_visit, items(row)) == []


def test_visits_of_a_handling_go_before_those_of_its_item():
    handlings = 'handlings: [{suffix: "01", name: 新办}, {suffix: "02", name: 变更, visits: 0}]'
    row = f"visits: 2, online: [completion], {handlings}"
    once = policy("visits_max: 1")
    assert said(visits_within_limit, items(row), once) == [("T017.more", "visits")]
    assert said(online_needs_no_visit, items(row)) == [("T022.visit", "visits")]
    assert said(visits_within_limit, items("online: [completion]"), once) == []
    assert said(online_needs_no_visit, items("online: [completion]")) == []


@pytest.mark.parametrize(
    ("handlings", "place"),
    [
        ("", "limit.promised"),
        (', handlings: [{suffix: "01", name: 甲}]', "limit.promised"),
    ],
)
def test_a_longer_promise_is_told_where_it_stands(handlings, place):
    row = f"baseline: {{days: 4}}, {promised(5)}{handlings}"
    assert said(promise_not_lengthened, items(row)) == [("T020.longer", place)]


def test_the_longest_promise_of_the_business_items_is_compared_with_before():
    rows = [f'{{suffix: "0{n}", name: 甲{n}, limit: {{promised: {days(n)}}}}}' for n in (1, 5)]
    row = f"baseline: {{days: 4}}, handlings: [{', '.join(rows)}]"
    assert said(promise_not_lengthened, items(row)) == [("T020.longer", "handlings.05.limit.promised")]


def test_deferral_is_not_asked_of_an_item_that_has_none():
    assert said(deferrable_materials_named, items("modes: [{id: a, kind: commitment}]")) == []


FAULTS = (
    "category: social, baseline: {days: 1}, fee: {charged: true}, visits: 2, online: [completion], "
    "forwarding: {receiver: 州, limit: {value: 1, unit: month}}, "
    "special_procedures: [{id: a, kind: hearing, counted: false}], "
    "steps: [{id: delivery, name: 送达, days: 11, counted: true}], "
    "materials: [{id: m1, name: 甲, form: copy, shared: true, deferrable: true}]"
)
DEMANDS = (
    policy("visits_max: 1"),
    (
        REFORM,
        "  exclusions:\n",
        f"  ceilings: [{{id: a, category: social, limit: {days(1)}}}]\n  exclusions:\n",
    ),
)


@pytest.mark.parametrize("rule", RULES_OF_ITEMS, ids=lambda rule: rule.code)
def test_parents_and_withdrawn_items_are_exempt(rule):
    statutory = "null" if rule is default_limit_of_law else days(1, "year")
    row = f"limit: {{statutory: {statutory}, promised: {days(40)}}}, {FAULTS}"
    assert said(rule, items(row), *DEMANDS)
    assert said(rule, items(f"{row}, status: withdrawn"), *DEMANDS) == []
    assert said(rule, items(row, code="53010400100Y"), *DEMANDS) == []
