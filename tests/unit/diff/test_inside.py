"""Marks inside a sentence."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xuke.diff.inside import Span, is_worth_marking, spans

_TEXTS = st.lists(
    st.sampled_from(["甲方", "乙", "20", "日内", "。", "abc", " ", "\n", "；"]), max_size=12
).map("".join)


@given(_TEXTS, _TEXTS)
def test_the_parts_make_both_texts_again(old, new):
    found = spans(old, new)
    assert "".join(each.old for each in found) == old
    assert "".join(each.new for each in found) == new
    assert all(one.is_same != other.is_same for one, other in pairwise(found))


def test_numbers_and_words_are_not_torn():
    assert spans("自受理之日起20日内", "自受理之日起25日内") == [
        Span("自受理之日起", "自受理之日起"),
        Span("20", "25"),
        Span("日内", "日内"),
    ]


def test_a_character_between_two_marks_goes_with_them():
    assert spans("甲乙丙丁", "子乙丑丁") == [Span("甲乙丙", "子乙丑"), Span("丁", "丁")]


@pytest.mark.parametrize("count", [3, 400])
def test_long_texts_are_compared_sentence_by_sentence(count):
    same = "".join(f"第{number}条应当提交申请材料。" for number in range(count))
    old, new = f"{same}应在二十日内办结。{same}", f"{same}应在十日内办结；{same}"
    assert [each for each in spans(old, new) if not each.is_same] == [Span("二", ""), Span("。", "；")]


def test_a_sentence_without_end_is_not_looked_into():
    old, new = "甲" * 2000, "乙" * 2000
    assert spans(old, new) == [Span(old, new)]


def test_short_or_unlike_texts_are_not_worth_marks():
    def is_worth(old, new):
        return is_worth_marking(old, new, spans(old, new))

    assert is_worth("自受理之日起20日内办结", "自受理之日起25日内办结")
    assert not is_worth("第九条", "第十条")
    assert not is_worth("自受理之日起20日内办结", "由县级以上人民政府批准后")
