"""Texts in which git left the markers of a merge."""

import pytest

from xuke.document.conflicted import sides_of

OPEN, BASE, MIDDLE, CLOSE = "<<<<<<< ours\n", "||||||| base\n", "=======\n", ">>>>>>> theirs\n"


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (f"a\n{OPEN}b\n{MIDDLE}c\n{CLOSE}d\n", ("a\nb\nd\n", "a\nc\nd\n")),
        (f"{OPEN}b\n{BASE}x\n{MIDDLE}{CLOSE}d", ("b\nd", "d")),
        (f"{OPEN}{MIDDLE}c\n>>>>>>>", ("", "c\n")),
        ("<<<<<<<\r\nb\r\n=======\r\nc\r\n>>>>>>> x y\r\n", ("b\r\n", "c\r\n")),
        (f"{OPEN}a\n{MIDDLE}b\n{CLOSE}{OPEN}c\n{MIDDLE}d\n{CLOSE}", ("a\nc\n", "b\nd\n")),
        # Not markers, or not whole.
        ("a\n", None),
        (f"a\n{OPEN}b\n{MIDDLE}c\n", None),
        (f"{MIDDLE}{CLOSE}", None),
        (f"{OPEN}{OPEN}{MIDDLE}{CLOSE}", None),
        (f"{OPEN}{MIDDLE}{BASE}{CLOSE}", None),
        (" <<<<<<< ours\n========\n<<<<<<<x\n", None),
    ],
)
def test_each_side_is_told_from_the_markers(text, sides):
    assert sides_of(text) == sides
