"""M013 reads the past of a memorandum only where something says that it was signed."""

from datetime import date

import pytest
from judging import MEMO, Edited

from xuke.check.engine import run
from xuke.check.rules.m013_signed_text_unchanged import signed_text_unchanged
from xuke.model.record import Key, Kind
from xuke.model.rule import Context
from xuke.sources.load import load


class Asked:
    """A past in which nothing happened, and of which records it was asked."""

    is_whole = True

    def __init__(self):
        self.keys = []

    def versions(self, key):
        self.keys.append(key)
        return []


@pytest.mark.parametrize(
    ("old", "new", "is_asked"),
    [
        ("status: draft\n", "status: draft\n", False),
        ("status: draft\n", "status: signed\n", True),
        ("status: draft\n", "status: ended\n", True),
        ("status: draft\n", "status: draft\nsigned: 2018-12-01\n", True),
        ('  - code: "530104001000"\n', f'  - code: "530104001000"\n    fingerprint: {"a" * 64}\n', True),
    ],
)
def test_only_the_past_of_what_bears_signs_of_signing_is_read(old, new, is_asked):
    asked = Asked()
    context = Context(load(Edited([(MEMO, old, new)])).snapshot, date(2019, 1, 1), history=asked)
    assert list(run([signed_text_unchanged], context, ())) == []
    assert asked.keys == ([Key("lan", Kind.MEMORANDUM, "fagai")] if is_asked else [])
