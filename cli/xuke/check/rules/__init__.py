"""The rules of the reform, one a file; this is the written list of them, in order of code."""

from xuke.check.rules.c001_basic_code_shape import basic_code_shape
from xuke.check.rules.c002_type_in_code import type_in_code
from xuke.check.rules.c005_sub_items_have_parent import sub_items_have_parent
from xuke.check.rules.c006_handling_suffix import handling_suffix
from xuke.check.rules.c007_implementation_code_parts import implementation_code_parts
from xuke.check.rules.c008_credit_code import credit_code
from xuke.check.rules.l003_one_disposition import one_disposition
from xuke.check.rules.l004_exclusion_named import exclusion_named
from xuke.check.rules.l005_excluded_not_transferred import excluded_not_transferred
from xuke.check.rules.l006_retained_item_resides import retained_item_resides
from xuke.check.rules.l008_transferred_item_equipped import transferred_item_equipped
from xuke.check.rules.l010_department_gives_up_organ import department_gives_up_organ
from xuke.check.rules.l011_one_organ import one_organ
from xuke.check.rules.l012_transferred_item_supervised import transferred_item_supervised
from xuke.check.rules.m001_required_clauses_present import required_clauses_present
from xuke.check.rules.m004_party_on_every_day import party_on_every_day
from xuke.check.rules.m005_item_in_one_memorandum import item_in_one_memorandum
from xuke.check.rules.m006_only_transferred_items_of_giver import only_transferred_items_of_giver
from xuke.check.rules.m007_same_count_everywhere import same_count_everywhere
from xuke.check.rules.m015_bureau_takes import bureau_takes
from xuke.check.rules.p001_phases_touch import phases_touch
from xuke.check.rules.p002_no_deadline_before_issue import (
    no_deadline_before_issue,
    no_measure_due_before_issue,
)
from xuke.check.rules.p005_one_document_number import one_document_number
from xuke.check.rules.p008_lead_not_responsible import lead_not_responsible
from xuke.check.rules.p009_measure_assigned import measure_assigned
from xuke.check.rules.q001_total_equals_parts_and_rows import total_equals_parts_and_rows
from xuke.check.rules.q002_percentage_reachable import percentage_reachable
from xuke.check.rules.q003_reduction_recomputed import reduction_recomputed
from xuke.check.rules.t001_promise_within_law import promise_within_law
from xuke.check.rules.t005_service_kind_fits_promise import service_kind_fits_promise

ALL = (
    basic_code_shape,
    type_in_code,
    sub_items_have_parent,
    handling_suffix,
    implementation_code_parts,
    credit_code,
    one_disposition,
    exclusion_named,
    excluded_not_transferred,
    retained_item_resides,
    transferred_item_equipped,
    department_gives_up_organ,
    one_organ,
    transferred_item_supervised,
    required_clauses_present,
    party_on_every_day,
    item_in_one_memorandum,
    only_transferred_items_of_giver,
    same_count_everywhere,
    bureau_takes,
    phases_touch,
    no_deadline_before_issue,
    no_measure_due_before_issue,
    one_document_number,
    lead_not_responsible,
    measure_assigned,
    total_equals_parts_and_rows,
    percentage_reachable,
    reduction_recomputed,
    promise_within_law,
    service_kind_fits_promise,
)
