"""Entries of a signed list that were exchanged for others: one edit, and what only follows from it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from xuke.check.agreements import value_at
from xuke.model.change import FieldEdit
from xuke.model.diagnostic import Diagnostic
from xuke.model.document import Value
from xuke.model.part import element_name
from xuke.model.place import Pointer
from xuke.model.record import Key, Kind


class Exchange(NamedTuple):
    """The list, the place of the entry in it from 0, and its name before and now."""

    steps: tuple[str, ...]
    place: int
    old: str
    new: str


def exchanges(
    edits: Sequence[FieldEdit], then: Mapping[str, Value], now: Mapping[str, Value]
) -> Iterator[Exchange]:
    """Entries that came where others went."""
    came = {each.steps for each in edits if each.has_new and not each.has_old}
    gone = {each.steps for each in edits if each.has_old and not each.has_new}
    whole = {each.steps for each in edits if _is_list(each)}
    for steps in sorted({*(each[:-1] for each in gone), *whole}):
        pairs = zip(_names(then, steps), _names(now, steps), strict=False)
        for place, (old, new) in enumerate(pairs):
            is_known = (*steps, new) in came and (*steps, old) in gone
            if is_known or (steps in whole and old and new and old != new):
                yield Exchange(steps, place, old, new)


def _is_list(edit: FieldEdit) -> bool:
    """Whether a list is told as a whole, because a name stands in it twice."""
    old, new = edit.old, edit.new
    return not edit.is_order and isinstance(old, list) and isinstance(new, list) and len(old) == len(new)


def untouched(edits: Iterable[FieldEdit], pairs: Iterable[Exchange]) -> Iterator[FieldEdit]:
    """The edits that no exchange tells of, without where those stand that came or went."""
    pairs = [*pairs]
    told = {(*each.steps, name) for each in pairs for name in (each.old, each.new)}
    lists = {each.steps for each in pairs}
    for each in edits:
        if each.steps not in told and not each.is_place and not (each.steps in lists and _is_list(each)):
            yield each


def _names(fields: Mapping[str, Value], steps: tuple[str, ...]) -> list[str]:
    found = value_at(dict(fields), steps)
    return [element_name(each) for each in found] if isinstance(found, list) else []


def settled(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings; those that an exchange explains, at its entry and at both items, follow from it."""
    found = list(found)
    causes = {
        known: cause
        for each in found
        if each.message.name == "M013.exchanged" and each.record
        for known, cause in _explained(each, each.record)
    }
    return (
        [_placed(each, each.record, causes) if each.record else each for each in found] if causes else found
    )


def _explained(found: Diagnostic, memo: Key) -> Iterator[tuple[tuple[Key, Pointer], str]]:
    """The entry and both items, each with the cause."""
    words = dict(found.message.words)
    cause = "/".join(("M013", str(memo), *map(str, found.pointer)))
    yield (memo, found.pointer[:-1]), cause
    for name in ("old", "new"):
        yield (memo._replace(kind=Kind.ITEM, id=str(words[name])), ()), cause


def _placed(each: Diagnostic, record: Key, causes: Mapping[tuple[Key, Pointer], str]) -> Diagnostic:
    if each.message.name == "M013.exchanged":
        return replace(each, cause=causes[record, each.pointer[:-1]])
    ends = range(1, len(each.pointer)) if record.kind is Kind.MEMORANDUM else range(each.code == "M005")
    cause = next((causes[known] for end in ends if (known := (record, each.pointer[:end])) in causes), "")
    return replace(each, follows=each.follows or cause)
