"""What is judged of a change alone is what all of the register would be judged to be."""

from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from registers import IN_MEMORY, register
from xuke.check import check as module
from xuke.check.changed import changes
from xuke.check.check import judged
from xuke.check.earlier import Earlier, changed_paths
from xuke.check.rules import ALL as RULES
from xuke.check.since import EVERY, answerable
from xuke.model.record import Kind
from xuke.model.rule import Context, Needs
from xuke.model.views import view

TODAY = date(2019, 1, 1)
_CASES = st.sampled_from(IN_MEMORY)


def _sides(before, after):
    known = {}
    return register(before, known), register(after, known)


@settings(max_examples=60)
@given(_CASES, _CASES)
def test_after_a_change_rules_say_what_they_would_say_of_all(before, after):
    old, new = _sides(before, after)
    said = []
    judged(old, TODAY, keep=said.append)
    whole = judged(new, TODAY, keep=said.append)
    paths, is_one = changed_paths(old, new), not (old.snapshot.twins or new.snapshot.twins)
    for changed in (
        None,
        changes(paths, *({file.path: file for file in each.documents} for each in (old, new))),
    ):
        earlier = Earlier(paths, said[0], changed=changed) if is_one else None
        again = []
        assert judged(new, TODAY, earlier=earlier, keep=again.append) == whole
        assert again[0] == said[1]


@settings(max_examples=100)
@given(_CASES, st.data())
def test_lines_that_moved_are_told_where_they_are_now(case, data):
    known = {}
    old = register(case, known)
    assume(not old.snapshot.twins)
    path = data.draw(st.sampled_from(old.snapshot.paths))
    new = register(case, known, remarked=path)
    said = []
    judged(old, TODAY, keep=said.append)
    sides = [{file.path: file for file in each.documents} for each in (old, new)]
    earlier = Earlier([path], said[0], changed=changes([path], *sides))
    assert judged(new, TODAY, earlier=earlier) == judged(new, TODAY)


@settings(max_examples=60)
@given(_CASES, _CASES)
def test_a_change_is_answerable_for_what_all_of_both_versions_would_tell(before, after):
    old, new = _sides(before, after)
    found, known = (
        module._all(each, TODAY, base=base, codes=EVERY) for each, base in ((new, old), (old, None))
    )
    whole = answerable(found, new.snapshot, known, old.snapshot)
    expected = [] if all(each.suppressed for each in found) else sorted(whole, key=lambda each: each.order)
    assert judged(new, TODAY, base=old) == expected


@settings(max_examples=60)
@given(_CASES, _CASES)
def test_a_rule_of_change_says_nothing_of_what_did_not_change(before, after):
    old, new = (each.snapshot for each in _sides(before, after))
    context = Context(new, TODAY, base=old)
    for rule in (each for each in RULES if each.is_of_change):
        for record in new.of(rule.kind):
            if old.records.get(record.key) == record:
                assert not list(rule.check(view(record), context)), (rule.name, record.key)


def test_no_other_rule_than_one_of_change_asks_for_each_record_before():
    named = {each.code for each in RULES if each.needs is Needs.BASE and each.kind is not Kind.JURISDICTION}
    assert named == {each.code for each in RULES if each.is_of_change}
