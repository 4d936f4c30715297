"""Codes of items in their parts."""

import pytest

from xuke.identifiers.item_code import basic_code, implementation_code


def test_a_basic_code_has_five_parts():
    code = basic_code("530104001002")
    assert code is not None
    assert (code.source, code.type, code.department, code.main, code.sub) == ("53", "01", "04", "001", "002")
    assert (code.head, code.parent, code.undivided) == ("530104001", "53010400100Y", "530104001000")
    assert not code.is_parent
    assert not code.is_undivided


def test_the_end_tells_parents_and_undivided_items():
    parent, undivided = basic_code("53010400100Y"), basic_code("530104001000")
    assert parent is not None
    assert parent.is_parent
    assert undivided is not None
    assert undivided.is_undivided


@pytest.mark.parametrize(
    "text",
    ["", "53010400100", "5301040010000", "53010400100y", "5301040010Y0", "53010400A000", "530104001００0"],
)
def test_another_shape_is_no_basic_code(text):
    assert basic_code(text) is None


def test_a_line_break_at_the_end_is_another_shape():
    assert basic_code("530104001000\n") is None


def test_an_implementation_code_has_three_parts():
    code = implementation_code("11532325MB0000001H4530104001000")
    assert code is not None
    assert (code.credit_code, code.level, code.basic) == ("11532325MB0000001H", "4", "530104001000")


@pytest.mark.parametrize("length", [0, 30, 32])
def test_another_length_is_no_implementation_code(length):
    assert implementation_code("1" * length) is None
