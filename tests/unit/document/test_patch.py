"""Edits by mark."""

import pytest

from xuke.document.patch import TextEdit, encoded, patched


def test_edits_are_made_in_any_order():
    assert patched("abcdef", [TextEdit(4, 5, "E"), TextEdit(0, 1, "")]) == "bcdEf"


def test_edits_that_overlap_are_a_mistake():
    with pytest.raises(ValueError, match="TextEdit"):
        patched("abc", [TextEdit(0, 2, ""), TextEdit(1, 3, "")])


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_stays(mark):
    assert encoded("甲", mark + b"x") == mark + "甲".encode()
