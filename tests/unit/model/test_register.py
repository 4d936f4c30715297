"""One jurisdiction, asked by what its records say of each other."""

import pytest

from trees import loaded
from xuke.model.register import Register


@pytest.mark.parametrize("name", ["plan", "lan/plan"])
def test_a_document_is_named_with_or_without_its_jurisdiction(name):
    register = Register(loaded().snapshot, "lan")
    assert register.document(name).record.key.id == "plan"


@pytest.mark.parametrize("name", ["nothing", "mei/plan"])
def test_a_document_that_is_not_there_is_none(name):
    assert Register(loaded().snapshot, "lan").document(name) is None


DEPARTMENTS = "catalogue/lan/departments.yaml"


@pytest.mark.parametrize(
    ("kind", "name", "printed"),
    [
        ("section", "touzi", "投资项目审批股"),
        ("section", "nobody", "nobody"),
        ("bureau_section", "touzi", "投资项目审批股"),
        ("bureau_section", "nobody", "nobody"),
        ("seal", "shenpi-zhang", "兰县行政审批局行政审批专用章"),
        ("department", "nobody", "nobody"),
        ("party", "fagai", "县发改局"),
        ("party", "nobody", "nobody"),
        ("phase", "one", "one"),
        ("document", "lan/plan", "兰县相对集中行政许可权改革实施方案"),
        ("document", "mei/plan", "mei/plan"),
        ("jurisdiction", "lan", "兰县"),
        ("jurisdiction", "nowhere", "nowhere"),
    ],
)
def test_what_is_referred_to_has_its_printed_name(kind, name, printed):
    assert Register(loaded().snapshot, "lan").printed_name(kind, name) == printed


def test_a_section_that_departments_call_by_different_names_keeps_its_id():
    other = (DEPARTMENTS, "      - id: touzi\n", "      - id: shenpi-gu\n")
    assert Register(loaded(other).snapshot, "lan").printed_name("section", "shenpi-gu") == "shenpi-gu"
