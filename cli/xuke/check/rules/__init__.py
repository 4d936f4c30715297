"""The rules of the reform, one a file; this is the written list of them, in order of code."""

from xuke.check.rules.c001_basic_code_shape import basic_code_shape
from xuke.check.rules.c002_type_in_code import type_in_code
from xuke.check.rules.c003_competence_digits import competence_digits
from xuke.check.rules.c004_source_in_code import source_in_code
from xuke.check.rules.c005_sub_items_have_parent import sub_items_have_parent
from xuke.check.rules.c006_handling_suffix import handling_suffix
from xuke.check.rules.c007_implementation_code_parts import implementation_code_parts
from xuke.check.rules.c008_credit_code import credit_code
from xuke.check.rules.c009_legacy_code import legacy_code
from xuke.check.rules.c010_division_exists import division_exists
from xuke.check.rules.c011_code_not_used_again import code_not_used_again
from xuke.check.rules.c012_name_once_in_department import name_once_in_department
from xuke.check.rules.c013_as_on_superior_list import as_on_superior_list
from xuke.check.rules.c014_local_code_beside_basic import local_code_beside_basic
from xuke.check.rules.c015_version_counts_changes import version_counts_changes
from xuke.check.rules.f001_posts_out_and_in import posts_out_and_in, seconded_without_post
from xuke.check.rules.f002_posts_follow_items import items_behind_posts, posts_follow_items
from xuke.check.rules.f003_staff_suffices import staff_suffices
from xuke.check.rules.f004_no_move_in_freeze import no_move_in_freeze
from xuke.check.rules.f005_post_held_once import post_held_once, post_moved_once
from xuke.check.rules.f006_helpers_apart import helpers_apart, helpers_not_counted_in
from xuke.check.rules.f007_functions_adjusted import functions_adjusted
from xuke.check.rules.f008_staff_not_added_up import staff_not_added_up
from xuke.check.rules.l001_on_superior_list import on_superior_list
from xuke.check.rules.l001_superior_list_has_items import superior_list_has_items
from xuke.check.rules.l002_superior_number_exists import superior_number_exists
from xuke.check.rules.l003_one_disposition import one_disposition
from xuke.check.rules.l004_exclusion_named import exclusion_named
from xuke.check.rules.l005_excluded_not_transferred import excluded_not_transferred
from xuke.check.rules.l006_retained_item_resides import retained_item_resides
from xuke.check.rules.l007_section_resides_and_publishes import section_resides_and_publishes
from xuke.check.rules.l008_transferred_item_equipped import transferred_item_equipped
from xuke.check.rules.l009_seal_of_transition import seal_of_transition
from xuke.check.rules.l010_department_gives_up_organ import department_gives_up_organ
from xuke.check.rules.l011_one_organ import one_organ
from xuke.check.rules.l012_transferred_item_supervised import transferred_item_supervised
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
from xuke.check.rules.l034_acts_on_published_list import acts_on_published_list
from xuke.check.rules.l035_superior_item_here import superior_item_here
from xuke.check.rules.m001_required_clauses_present import required_clauses_present
from xuke.check.rules.m002_signed_before_effective import signed_before_effective
from xuke.check.rules.m003_one_day_of_transfer import one_day_of_transfer
from xuke.check.rules.m004_party_on_every_day import party_on_every_day
from xuke.check.rules.m005_item_in_one_memorandum import item_in_one_memorandum
from xuke.check.rules.m006_only_transferred_items_of_giver import only_transferred_items_of_giver
from xuke.check.rules.m007_same_count_everywhere import same_count_everywhere
from xuke.check.rules.m008_open_cases_settled import open_cases_settled
from xuke.check.rules.m009_push_has_deadline import push_has_deadline
from xuke.check.rules.m010_liaison_upwards import liaison_upwards
from xuke.check.rules.m011_hand_over_dated import hand_over_dated
from xuke.check.rules.m012_signed_item_unchanged import signed_item_unchanged
from xuke.check.rules.m013_signed_text_unchanged import signed_text_unchanged
from xuke.check.rules.m014_signed_in_time import signed_in_time
from xuke.check.rules.m015_bureau_takes import bureau_takes
from xuke.check.rules.m016_bureau_exists_at_signing import bureau_exists_at_signing
from xuke.check.rules.m017_push_both_ways import push_both_ways
from xuke.check.rules.m018_both_sides_liable import both_sides_liable
from xuke.check.rules.p001_phases_touch import phases_touch
from xuke.check.rules.p002_no_deadline_before_issue import (
    no_deadline_before_issue,
    no_measure_due_before_issue,
)
from xuke.check.rules.p003_milestone_inside_phase import milestone_inside_phase
from xuke.check.rules.p004_due_before_end import due_before_end
from xuke.check.rules.p005_one_document_number import one_document_number
from xuke.check.rules.p006_published_after_date import published_after_date
from xuke.check.rules.p007_number_shape import filing_number_shape, number_shape
from xuke.check.rules.p008_lead_not_responsible import lead_not_responsible
from xuke.check.rules.p009_measure_assigned import measure_assigned
from xuke.check.rules.p010_named_units_declared import named_units_declared
from xuke.check.rules.p011_measure_not_overdue import measure_not_overdue
from xuke.check.rules.p012_future_not_past import evaluation_not_past, future_not_past, indicator_not_past
from xuke.check.rules.q001_total_equals_parts_and_rows import total_equals_parts_and_rows
from xuke.check.rules.q002_percentage_reachable import percentage_reachable
from xuke.check.rules.q003_reduction_recomputed import reduction_recomputed
from xuke.check.rules.q004_change_adds_up import change_adds_up
from xuke.check.rules.q005_figures_agree import figures_agree
from xuke.check.rules.t001_promise_within_law import promise_within_law
from xuke.check.rules.t002_units_comparable import units_comparable
from xuke.check.rules.t003_default_limit_of_law import default_limit_of_law
from xuke.check.rules.t004_article_of_limit import article_of_limit
from xuke.check.rules.t005_service_kind_fits_promise import service_kind_fits_promise
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
from xuke.check.rules.v001_organ_follows_memorandum import organ_follows_memorandum
from xuke.check.rules.v002_removed_item_cancelled import removed_item_cancelled
from xuke.check.rules.v003_new_code_names_the_old import new_code_names_the_old
from xuke.check.rules.v004_change_keeps_promise import change_keeps_promise
from xuke.check.rules.v005_change_filed_in_time import change_filed_in_time
from xuke.check.rules.v006_superior_item_unchanged import superior_item_unchanged
from xuke.check.rules.v007_handbook_change_approved import handbook_change_approved

ALL = (
    basic_code_shape,
    type_in_code,
    competence_digits,
    source_in_code,
    sub_items_have_parent,
    handling_suffix,
    implementation_code_parts,
    credit_code,
    legacy_code,
    division_exists,
    code_not_used_again,
    name_once_in_department,
    as_on_superior_list,
    local_code_beside_basic,
    version_counts_changes,
    posts_out_and_in,
    seconded_without_post,
    posts_follow_items,
    items_behind_posts,
    staff_suffices,
    no_move_in_freeze,
    post_held_once,
    post_moved_once,
    helpers_apart,
    helpers_not_counted_in,
    functions_adjusted,
    staff_not_added_up,
    on_superior_list,
    superior_list_has_items,
    superior_number_exists,
    one_disposition,
    exclusion_named,
    excluded_not_transferred,
    retained_item_resides,
    section_resides_and_publishes,
    transferred_item_equipped,
    seal_of_transition,
    department_gives_up_organ,
    one_organ,
    transferred_item_supervised,
    retained_item_supervised,
    cancelled_item_supervised,
    licence_power_moves,
    enforcement_stays,
    competent_department_in_reform,
    intermediary_on_list,
    no_cancelled_proof,
    entrustment_complete,
    new_letter_after_transfer,
    path_of_delegated_items,
    authorised_item_not_shared,
    only_licences_counted,
    licence_lawfully_set,
    no_ring_of_prerequisites,
    accepted_at_open_halls,
    window_authorised,
    own_seal_of_retained_unit,
    joint_review_of_safety_items,
    forwarding_complete,
    bundle_has_lead_and_items,
    intermediary_complete,
    rules_published_after_transfer,
    acts_on_published_list,
    superior_item_here,
    required_clauses_present,
    signed_before_effective,
    one_day_of_transfer,
    party_on_every_day,
    item_in_one_memorandum,
    only_transferred_items_of_giver,
    same_count_everywhere,
    open_cases_settled,
    push_has_deadline,
    liaison_upwards,
    hand_over_dated,
    signed_item_unchanged,
    signed_text_unchanged,
    signed_in_time,
    bureau_takes,
    bureau_exists_at_signing,
    push_both_ways,
    both_sides_liable,
    phases_touch,
    no_deadline_before_issue,
    no_measure_due_before_issue,
    milestone_inside_phase,
    due_before_end,
    one_document_number,
    published_after_date,
    number_shape,
    filing_number_shape,
    lead_not_responsible,
    measure_assigned,
    named_units_declared,
    measure_not_overdue,
    future_not_past,
    evaluation_not_past,
    indicator_not_past,
    total_equals_parts_and_rows,
    percentage_reachable,
    reduction_recomputed,
    change_adds_up,
    figures_agree,
    promise_within_law,
    units_comparable,
    default_limit_of_law,
    article_of_limit,
    service_kind_fits_promise,
    joint_limit_within_law,
    first_review_within_law,
    delivery_within_law,
    uncounted_time_stated,
    steps_sum_to_promise,
    steps_reduced,
    materials_reduced,
    efficiency_raised,
    within_ceiling,
    material_asked_once,
    material_asked_once_in_bundle,
    material_row_complete,
    visits_within_limit,
    fee_has_basis_and_rate,
    special_procedure_published,
    promise_not_lengthened,
    step_has_basis_or_substance,
    online_needs_no_visit,
    deferrable_materials_named,
    organ_follows_memorandum,
    removed_item_cancelled,
    new_code_names_the_old,
    change_keeps_promise,
    change_filed_in_time,
    superior_item_unchanged,
    handbook_change_approved,
)
