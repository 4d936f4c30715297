"""What differs inside a sentence: the parts that two texts share, and those that only one of them has."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

#: A Chinese character is a word; so are a number, and letters that stand together.
_WORDS = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+|\s+|.", re.DOTALL)

_SENTENCES = re.compile(r"[^。；！？\n]*[。；！？\n]?", re.DOTALL)

#: Texts of so many words are compared word by word; longer ones sentence by sentence first.
_MOST = 1500

#: From this length on a text is worth marking, if this much of it stays the same.
_LONG, _ALIKE = 8, 0.4


class Span(NamedTuple):
    """A part of both texts (``old`` equals ``new``), of the old one, of the new one, or one for another."""

    old: str
    new: str

    @property
    def is_same(self) -> bool:
        """Whether both texts have it."""
        return self.old == self.new


def spans(old: str, new: str) -> list[Span]:
    """The parts in order: joined, the old sides are the old text, and the new sides the new one."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(before), len(after)) <= _MOST:
        return _joined(_matched(before, after))
    return _joined(_by_sentence(old, new))


def is_worth_marking(old: str, new: str, found: Sequence[Span]) -> bool:
    """Whether both are long, and enough of them is the same to be read as one text with marks."""
    same = sum(len(each.new) for each in found if each.is_same)
    longest = max(len(old), len(new))
    return min(len(old), len(new)) >= _LONG and same >= longest * _ALIKE


def _by_sentence(old: str, new: str) -> Iterator[Span]:
    for each in _matched(_SENTENCES.findall(old), _SENTENCES.findall(new)):
        words = [_WORDS.findall(side) for side in each]
        if each.is_same or max(map(len, words)) > _MOST:
            yield each
        else:
            yield from _matched(*words)


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[Span]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        yield Span("".join(old[start:end]), "".join(new[new_start:new_end]))


def _joined(found: Iterator[Span]) -> list[Span]:
    """Neighbours of one sort as one; a single character between two marks goes with them."""
    kept: list[Span] = []
    for each in found:
        if len(kept) > 1 and kept[-1].is_same and len(kept[-1].new) < 2 and not each.is_same:
            bridge = kept.pop()
            kept[-1] = _both(_both(kept[-1], bridge), each)
        elif kept and kept[-1].is_same == each.is_same:
            kept[-1] = _both(kept[-1], each)
        else:
            kept.append(each)
    return [each for each in kept if each != Span("", "")]


def _both(one: Span, other: Span) -> Span:
    return Span(one.old + other.old, one.new + other.new)
