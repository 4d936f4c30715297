"""Edits by mark."""

import pytest

from xuke.document.patch import TextEdit, encoded, patched, with_plain_ends


def test_edits_are_made_in_any_order():
    assert patched("abcdef", [TextEdit(4, 5, "E"), TextEdit(0, 1, "")]) == "bcdEf"


def test_edits_that_overlap_are_a_mistake():
    with pytest.raises(ValueError, match="TextEdit"):
        patched("abc", [TextEdit(0, 2, ""), TextEdit(1, 3, "")])


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_stays(mark):
    assert encoded("甲", mark + b"x") == mark + "甲".encode()


@pytest.mark.parametrize("data", [b"", b"a", b"a\n", b"a\r\nb\r\n", b"a\r\nb\n", b"\xef\xbb\xbfa\r\n"])
def test_a_file_gets_back_the_line_ends_that_it_had(data):
    assert encoded(with_plain_ends(data).decode("utf-8-sig"), data) == data


def test_line_ends_of_windows_are_made_plain_and_mixed_ones_stay():
    assert with_plain_ends(b"a\r\nb\r\n") == b"a\nb\n"
    assert with_plain_ends(b"a\r\nb\n") == b"a\r\nb\n"
