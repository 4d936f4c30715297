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
