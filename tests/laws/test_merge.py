"""Laws of merges: every one-sided change is in the result, every two-sided one is flagged."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xuke.diff.merge import GONE, Three, merge, present
from xuke.document.emit import mapping
from xuke.document.read import read
from xuke.edit.merge import Versions, merged_text
from xuke.model.document import same
from xuke.model.part import element_name
from xuke.words.schemas import code_names

PATH = "catalogue/lan/items/fagai.yaml"
NAMES = st.sampled_from(["甲", "乙", "丙", "丁: 戊", "己\n庚"])
BASES = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from(["b1", "b2", "b3"])}, optional={"document": NAMES, "article": NAMES}
    ),
    unique_by=lambda each: each["id"],
    max_size=3,
)
FIELDS = {
    "name": NAMES,
    "note": NAMES,
    "applicants": st.lists(st.sampled_from(["enterprise", "organ", "institution"]), unique=True),
    "bases": BASES,
    "limit": st.fixed_dictionaries({"promised": st.fixed_dictionaries({"value": st.integers(0, 9)})}),
    "enterprise_related": st.booleans(),
}
CODES = [f"53010400{number}000" for number in range(1, 6)]


@st.composite
def items(draw):
    codes = draw(st.lists(st.sampled_from(CODES), unique=True, max_size=4))
    return {
        "items": [
            {"code": code, **draw(st.fixed_dictionaries({}, optional=FIELDS))} for code in sorted(codes)
        ]
    }


@st.composite
def edited(draw, base):
    """A version that comes from another: fields and records set, gone or new, records in another order."""
    kept = [dict(each) for each in base["items"] if draw(st.integers(0, 4))]
    for each in kept:
        for name in draw(st.lists(st.sampled_from(sorted(FIELDS)), max_size=2)):
            each[name] = draw(FIELDS[name])
        for name in draw(st.lists(st.sampled_from(sorted(FIELDS)), max_size=1)):
            each.pop(name, None)
    known = {each["code"] for each in kept}
    fresh = [
        code for code in draw(st.lists(st.sampled_from(CODES), unique=True, max_size=2)) if code not in known
    ]
    kept += [{"code": code, **draw(st.fixed_dictionaries({}, optional=FIELDS))} for code in fresh]
    return {"items": kept if draw(st.integers(0, 3)) else draw(st.permutations(kept))}


@st.composite
def triples(draw):
    base = draw(items())
    return Three(base, draw(edited(base)), draw(edited(base)))


def leaves(value, steps=()):
    """Every scalar and every list without names, by names from the top."""
    match value:
        case dict() if value:
            for name, each in value.items():
                yield from leaves(each, (*steps, name))
        case list() if value and all(element_name(each) for each in value):
            for each in value:
                yield from leaves(each, (*steps, element_name(each)))
        case _:
            yield steps, value


def is_flagged(steps, conflicts):
    return any(steps[: len(each.steps)] == each.steps for each in conflicts)


def emitted(value):
    return "".join(f"{line}\n" for line in mapping(value, code_names())).encode()


def conflicts_of(sides):
    return merge("items", sides, present)


@given(triples())
def test_every_one_sided_change_is_in_the_result(sides):
    value, conflicts = conflicts_of(sides)
    base, ours, theirs, result = (dict(leaves(each)) for each in (*sides, value))
    for steps in {*base, *ours, *theirs} - {("items",)}:
        if is_flagged(steps, conflicts) or steps[-1] == "applicants":
            continue
        before, mine, other = (each.get(steps, GONE) for each in (base, ours, theirs))
        wanted = other if same(before, mine) else mine
        if same(before, mine) or same(before, other) or same(mine, other):
            assert same(result.get(steps, GONE), wanted) or wanted in ([], {}), steps


@given(triples())
def test_every_two_sided_change_is_flagged(sides):
    _, conflicts = conflicts_of(sides)
    base, ours, theirs = (dict(leaves(each)) for each in sides)
    for steps in base.keys() & ours.keys() & theirs.keys():
        before, mine, other = base[steps], ours[steps], theirs[steps]
        if steps[-1] != "applicants" and not (same(before, mine) or same(before, other) or same(mine, other)):
            assert is_flagged(steps, conflicts)


@given(triples())
def test_what_is_flagged_was_changed_on_both_sides(sides):
    for each in conflicts_of(sides)[1]:
        assert not same(each.base, each.ours)
        assert not same(each.base, each.theirs)
        assert not same(each.ours, each.theirs)


@given(triples())
def test_swapped_sides_have_the_same_conflicts(sides):
    mine = {each.steps for each in conflicts_of(sides)[1]}
    assert mine == {each.steps for each in conflicts_of(Three(sides.base, sides.theirs, sides.ours))[1]}


@given(triples())
def test_unordered_lists_take_what_both_sides_added_and_leave_out_what_either_removed(sides):
    value, _ = conflicts_of(sides)
    found = [{each["code"]: each.get("applicants") for each in side["items"]} for side in (*sides, value)]
    for code in set.intersection(*(set(each) for each in found)):
        if all(isinstance(each[code], list) for each in found):
            before, mine, other, result = (set(each[code]) for each in found)
            assert result == (mine & other) | (mine - before) | (other - before)


@given(triples())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_a_text_without_conflicts_holds_the_merged_value(sides):
    value, conflicts = conflicts_of(sides)
    merged = merged_text(Versions(PATH, *map(emitted, sides)))
    assert [each.steps for each in merged.conflicts] == [each.steps for each in conflicts]
    if not conflicts:
        assert same(read(PATH, merged.data)[0].value, value)


_REGION = re.compile(
    "^<<<<<<< ours\n(.*?)^\\|\\|\\|\\|\\|\\|\\| base\n(.*?)^=======\n(.*?)^>>>>>>> theirs\n",
    re.DOTALL | re.MULTILINE,
)


def is_held(sides):
    """Markers stand exactly where something is left to decide, and either side gives the whole merge."""
    merged = merged_text(Versions(PATH, *map(emitted, sides)))
    text = merged.data.decode()
    assert ("<<<<<<<" in text) == bool(merged.conflicts)
    for group, decide in ((1, lambda each: each.ours), (3, lambda each: each.theirs)):
        value, _ = merge("items", sides, decide)
        taken = _REGION.sub(lambda found, group=group: found.group(group), text)
        assert _plain(read(PATH, taken.encode())[0].value) == _plain(value)


@given(triples())
@settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow])
def test_taking_one_side_of_every_marker_gives_the_merge_with_that_side(sides):
    is_held(sides)


@pytest.mark.slow
@pytest.mark.long
@given(triples())
@settings(max_examples=10_000, derandomize=False, suppress_health_check=[HealthCheck.too_slow])
def test_ten_thousand_merges(sides):
    is_held(sides)


def _plain(value):
    """Without containers that are empty: a marker around the only element leaves its list without any."""
    match value:
        case dict():
            found = {name: _plain(each) for name, each in value.items()}
            return {name: each for name, each in found.items() if each not in (None, [], {})}
        case list():
            return [_plain(each) for each in value]
    return value


@given(triples())
def test_decided_conflicts_leave_no_markers(sides):
    versions = Versions(PATH, *map(emitted, sides))
    for conflict in merged_text(versions).conflicts:
        left = merged_text(versions, {conflict.steps: conflict.theirs}).conflicts
        assert conflict.steps not in {each.steps for each in left}
    decisions = {each.steps: each.theirs for each in merged_text(versions).conflicts}
    merged = merged_text(versions, decisions)
    assert merged.conflicts == ()
    assert b"<<<<<<<" not in merged.data
