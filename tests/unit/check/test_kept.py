"""Verdicts as data and back."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trees import loaded
from xuke.check.check import check
from xuke.check.kept import DAMAGES, data_of, verdict_from
from xuke.check.roots import verdict_of
from xuke.check.verdict import Entry, Verdict
from xuke.model.diagnostic import Diagnostic, Label, Message, Severity, Telling
from xuke.model.place import Location, Position
from xuke.model.record import Key, Kind

_TEXTS = st.text(max_size=5)
_LABELS = st.builds(Label, _TEXTS, st.lists(_TEXTS, max_size=2).map(tuple), st.none() | _TEXTS)
_PLAIN = _TEXTS | st.integers() | st.floats(allow_nan=False) | _LABELS


def _messages(words):
    return st.builds(Message, _TEXTS, st.lists(st.tuples(_TEXTS, words), max_size=2).map(tuple))


_WORDS = st.recursive(
    _PLAIN, lambda inner: _messages(inner) | st.lists(inner, max_size=2).map(tuple), max_leaves=4
)
_SAID = _messages(_WORDS)
_POSITIONS = st.builds(Position, st.integers(1), st.integers(1))
_PLACES = st.builds(Location, _TEXTS, _POSITIONS, _POSITIONS)
_FOUND = st.builds(
    Diagnostic,
    code=_TEXTS,
    severity=st.sampled_from(Severity),
    location=_PLACES,
    message=_SAID,
    record=st.none() | st.builds(Key, _TEXTS, st.sampled_from(Kind), _TEXTS),
    pointer=st.lists(_TEXTS | st.integers(0), max_size=3).map(tuple),
    also=st.lists(_PLACES, max_size=2).map(tuple),
    suppressed=_TEXTS,
    cause=_TEXTS,
    follows=_TEXTS,
    local=st.none() | st.builds(Telling, st.sampled_from(Severity), _SAID, _SAID, _SAID),
)
_VERDICTS = st.builds(
    Verdict,
    st.lists(st.builds(Entry, _FOUND, _TEXTS), max_size=2).map(tuple),
    st.integers(0),
    st.lists(_TEXTS, max_size=2).map(tuple),
    st.lists(_TEXTS, max_size=2).map(tuple),
)


@given(_VERDICTS)
def test_a_verdict_comes_back_as_it_was(verdict):
    again = verdict_from(json.loads(json.dumps(data_of(verdict))))
    assert repr(again) == repr(verdict)
    assert [(each.found.suppressed, each.found.local) for each in again.entries] == [
        (each.found.suppressed, each.found.local) for each in verdict.entries
    ]


def test_the_verdict_on_a_register_comes_back():
    data = loaded(("catalogue/lan/halls.yaml", "", "a: ["), ("catalogue/lan/stray.yaml", "", "a: 1"))
    verdict = verdict_of(check(data, date(2019, 1, 1)), data)
    assert verdict.entries
    assert verdict_from(json.loads(json.dumps(data_of(verdict)))) == verdict


@pytest.mark.parametrize("data", [None, 1, [], {}, [[[]], 1, [], []], [[None], 1, [], []], [[], "x", [], []]])
def test_other_data_is_no_verdict(data):
    with pytest.raises(DAMAGES):
        verdict_from(data)
