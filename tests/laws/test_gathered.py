"""Laws of what is shown of all that is found."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from registers import IN_MEMORY, register
from xuke.check.check import judged
from xuke.check.gathered import gathered, standing
from xuke.check.roots import verdict_of

TODAY = date(2019, 1, 1)


def _verdict(case):
    data = register(case)
    return verdict_of(judged(data, TODAY), data).entries


@settings(max_examples=60)
@given(st.sampled_from(IN_MEMORY))
def test_what_is_found_is_shown_once_or_follows_from_what_is_shown(case):
    entries = _verdict(case)
    shown = [part for each in gathered(entries) for part in each.parts]
    assert len(shown) == len(set(map(id, shown)))
    told = {each.found.cause for each in shown if not each.found.suppressed}
    assert all(each in shown or each.found.follows in told - {""} for each in entries)


@settings(max_examples=60)
@given(st.sampled_from(IN_MEMORY), st.randoms(use_true_random=False))
def test_where_a_cause_is_not_told_what_follows_from_it_is(case, random):
    entries = [each for each in _verdict(case) if random.random() < 0.5]
    found = standing([each.found for each in entries])
    causes = {each.found.cause for each in entries}
    assert all(each.found in found for each in entries if each.found.follows not in causes - {""})


@settings(max_examples=60)
@given(st.sampled_from(IN_MEMORY))
def test_what_is_hidden_weighs_no_more_than_what_is_shown(case):
    entries = _verdict(case)
    open_ones = [each.found.severity for each in entries if not each.found.suppressed]
    told = [each.found.severity for each in gathered(entries) if not each.found.suppressed]
    assert not open_ones or min(open_ones) == min(told)
