"""M013 reads the past of every memorandum: what was set back to draft bears no sign of its signing."""

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
    "new", ["status: draft\n", "status: signed\n", "status: ended\n", "status: draft\nsigned: 2018-12-01\n"]
)
def test_the_past_of_every_memorandum_is_read(new):
    asked = Asked()
    loaded = load(Edited([(MEMO, "status: draft\n", new)]))
    context = Context(loaded.snapshot, date(2019, 1, 1), history=asked)
    assert list(run([signed_text_unchanged], context, ())) == []
    assert asked.keys == [Key("lan", Kind.MEMORANDUM, "fagai")]
