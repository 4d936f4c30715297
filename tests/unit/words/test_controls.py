"""A value never commands the screen that shows it."""

import pytest

from xuke.model.diagnostic import say
from xuke.words.render import Language, render


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a\x1b[31mb", r"a\x1b[31mb"),
        ("a\x00b", r"a\x00b"),
        ("a\u202eb", r"a\u202eb"),
        ("a\r\nb", r"a\nb"),
        ("a\tb", r"a\tb"),
        ("名字：“a”", "名字：“a”"),
    ],
)
def test_controls_and_marks_of_direction_are_shown_as_numbers(value, shown):
    assert render(say("cli.no_folder", path=value), Language.ZH) == f"没有这个文件夹：{shown}"
