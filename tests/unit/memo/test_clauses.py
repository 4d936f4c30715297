"""What a drafted memorandum rests on."""

import pytest

from trees import loaded
from xuke.memo.clauses import whole
from xuke.model.register import Register

REFORM = "catalogue/lan/reform.yaml"
ELSEWHERE = ("catalogue/zhou/documents.yaml", "", "documents:\n  - {id: reply, title: 批复, kind: reply}\n")


@pytest.mark.parametrize(
    ("document", "basis"), [("plan", ["plan"]), ("zhou/reply", ["zhou/reply"]), ("nothing", ["plan"])]
)
def test_a_draft_rests_on_the_document_of_the_reform_or_else_on_the_plan(document, basis):
    edit = (REFORM, "policy:\n", f"document: {document}\npolicy:\n")
    assert whole("fagai", Register(loaded(edit, ELSEWHERE).snapshot, "lan"))["basis"] == basis
