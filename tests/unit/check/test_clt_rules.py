"""Codes, lists and times: where a rule stays silent because another one speaks, and other borders."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from xuke.check.engine import run
from xuke.check.rules.c005_sub_items_have_parent import sub_items_have_parent
from xuke.check.rules.c007_implementation_code_parts import implementation_code_parts
from xuke.check.rules.c008_credit_code import credit_code
from xuke.check.rules.l003_one_disposition import one_disposition
from xuke.check.rules.l006_retained_item_resides import retained_item_resides
from xuke.check.rules.l008_transferred_item_equipped import transferred_item_equipped
from xuke.check.rules.l010_department_gives_up_organ import department_gives_up_organ
from xuke.check.rules.l011_one_organ import one_organ
from xuke.check.rules.t005_service_kind_fits_promise import service_kind_fits_promise
from xuke.model.limit import Unit
from xuke.model.rule import Context
from xuke.sources.load import load
from xuke.sources.tree import WorkTree
from xuke.words.render import Language, templates

SMALL = Path(__file__).parents[2] / "workspaces" / "small"
ITEMS = "items/fagai.yaml"


@pytest.fixture
def said(tmp_path):
    """What one rule says after texts of the small workspace were replaced wherever they stand."""

    def judge(rule, *edits, today=date(2019, 1, 1)):
        root = tmp_path / "w"
        shutil.copytree(SMALL, root, dirs_exist_ok=True)
        for name, old, new in edits:
            file = root / "catalogue" / "lan" / name
            text = file.read_text("utf-8")
            assert old in text
            file.write_text(text.replace(old, new), "utf-8")
        found = run([rule], Context(load(WorkTree(root)).snapshot, today), ())
        return [(each.message.name, dict(each.message.words).get("code")) for each in found]

    return judge


def test_c005_leaves_codes_of_another_shape_to_c001(said):
    assert said(sub_items_have_parent, (ITEMS, "530104004000", "53010400400x")) == []


def test_c005_is_silent_where_an_items_file_could_not_be_read(said):
    broken = ("items/fagai.yaml", "530104004000", "530104004001")
    assert said(sub_items_have_parent, broken) == [("C005.orphan", "530104004001")]
    assert said(sub_items_have_parent, broken, ("items/fagai.yaml", "items:", "\titems:")) == []


def _implementation(code):
    name = "name: 政府投资项目审批\n"
    return ITEMS, name, f'{name}    implementation_code: "{code}"\n'


def test_c007_tells_three_faults_of_one_code_apart(said):
    names = [name for name, _ in said(implementation_code_parts, _implementation("9" * 31))]
    assert names == ["C007.credit_code", "C007.level", "C007.basic_code"]


def test_c007_does_not_compare_with_a_credit_code_that_is_wrong_itself(said):
    wrong = ("departments.yaml", "11532325MB0000001H", "11532325MB0000001X")
    right = _implementation("11532325MB0000001H4530104001000")
    assert said(implementation_code_parts, right, wrong) == []


def test_c007_does_not_compare_with_a_basic_code_that_c001_refuses(said):
    short = (ITEMS, "530104001000", "53010400100")
    assert said(implementation_code_parts, short, _implementation("11532325MB0000001H4530104001000")) == []


def test_c007_leaves_an_organ_that_nobody_declared_to_k002(said):
    unknown = (ITEMS, "organ: shenpi\n    level", "organ: nobody\n    level")
    assert said(implementation_code_parts, _implementation("9" * 18 + "4530104001000"), unknown) == []


def test_c008_tells_check_digit_case_and_kind_of_organ_apart(said):
    names = said(credit_code, ("departments.yaml", "11532325015169093Y", "31532325015169093y"))
    assert [name for name, _ in names] == ["C008.check_digit", "C008.case", "C008.organ"]


def test_l003_tells_each_handling_only_where_others_have_a_disposition(said):
    bare = "        section: shenpi-gu\n        disposition:\n          state: resident\n"
    named = "        section: shenpi-gu\n      - suffix: '03'\n        name: 注销\n"
    assert said(one_disposition, (ITEMS, bare, named)) == [("L003.handling", "530104003000")] * 2


def test_l006_leaves_unknown_departments_sections_and_exclusions_to_k002(said):
    assert said(retained_item_resides, (ITEMS, "section: shenpi-gu", "section: nobody")) == []
    assert said(retained_item_resides, (ITEMS, "competent: fagai", "competent: nobody")) == []
    assert said(retained_item_resides, (ITEMS, "exclusion: anquan", "exclusion: nobody")) == []


def test_l006_leaves_an_approval_section_that_is_none_to_k002(said):
    unknown = ("departments.yaml", "approval_section: shenpi-gu", "approval_section: nobody")
    assert said(retained_item_resides, unknown) == []


def test_l006_does_not_ask_where_a_nameless_exclusion_hides_the_answer(said):
    assert said(retained_item_resides, (ITEMS, "      exclusion: anquan\n", "")) == []


@pytest.mark.parametrize(
    "state", ["delegated", "cancelled", "suspended", "entrusted_out", "authorised_out", "transferred"]
)
def test_l006_asks_only_retained_items(said, state):
    changed = (ITEMS, "state: resident", f"state: {state}")
    assert said(retained_item_resides, changed, (ITEMS, "    hall: dating\n", "")) == []


def test_l006_is_told_once_for_handlings_that_share_a_disposition(said):
    shared = "    handlings:\n      - {suffix: '01', name: 甲}\n      - {suffix: '02', name: 乙}\n"
    gone = (ITEMS, "    hall: dating\n    service_kind: immediate\n", shared)
    assert said(retained_item_resides, gone) == [("L006.hall", "530104002000")]


def test_l008_needs_a_declared_bureau(said):
    equipped = (ITEMS, "    hall: dating\n", "")
    assert said(transferred_item_equipped, equipped) != []
    assert said(transferred_item_equipped, equipped, ("reform.yaml", "department: shenpi", "x: 1")) == []


def test_l008_leaves_unknown_seals_to_k002(said):
    assert said(transferred_item_equipped, (ITEMS, "seal: shenpi-zhang", "seal: nobody")) == []


def test_l008_waits_for_the_effective_date(said):
    gone = (ITEMS, "    hall: dating\n", "")
    moved = [("L008.hall", "530104001000"), ("L008.hall", "53010400300001")]
    assert said(transferred_item_equipped, gone, today=date(2018, 12, 30)) == moved
    assert said(transferred_item_equipped, gone, today=date(2018, 12, 29)) == []


def test_l008_and_l010_never_speak_of_the_same_organ(said):
    kept = (ITEMS, "organ: shenpi", "organ: fagai")
    both = [("L010.organ", "530104001000"), ("L010.organ", "53010400300001")]
    assert said(department_gives_up_organ, kept) == both
    assert said(transferred_item_equipped, kept) == []


def test_l010_lets_the_bureau_keep_items_of_its_own(said):
    own = (ITEMS, "competent: fagai\n    organ: shenpi", "competent: shenpi\n    organ: shenpi")
    assert said(department_gives_up_organ, own) == []


def test_l011_tells_an_item_without_organ(said):
    gone = (ITEMS, "    organ: shenpi\n    level", "    level")
    assert said(one_organ, gone) == [("L011.none", "530104001000")]


def test_l011_reads_full_width_brackets_as_half_width_ones(said):
    names = (ITEMS, "name: 新办", "name: 变更(法人)"), (ITEMS, "name: 变更\n", "name: 变更（法人）\n")
    assert said(one_organ, *names) == [("L011.two", "530104003000")]


@pytest.mark.parametrize("kind", ["immediate", "promised"])
def test_t005_takes_zero_working_days_for_neither_kind(said, kind):
    none = (ITEMS, "        value: 5\n", "        value: 0\n")
    chosen = (ITEMS, "service_kind: promised", f"service_kind: {kind}")
    assert said(service_kind_fits_promise, none, chosen) == [(f"T005.{kind}", "530104001000")]


@pytest.mark.parametrize("language", Language)
def test_every_unit_has_words(language):
    assert {f"T.{unit}" for unit in Unit} <= templates("times", language).keys()
