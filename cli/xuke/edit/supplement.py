"""The supplement in which a signed memorandum states what changes: a draft until it has a date."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from xuke.model.document import Value
from xuke.model.part import Part, element_name
from xuke.model.register import Register
from xuke.model.views import Handling, Item, Memo
from xuke.words.zh import supplements as zh

Fields = dict[str, Value]


class Said(NamedTuple):
    """What a supplement says: its sentences, what it adds to the list of items, and what it takes from it."""

    sentences: Sequence[str]
    entries: Sequence[Fields] = ()
    removed: Sequence[str] = ()


def _suffixes(item: Item) -> set[str]:
    return {each.suffix for each in item.transferred} if item.extent == "partial" else set()


def unlisted(memo: Memo, register: Register) -> Said:
    """What the list of a memorandum lacks of the items that move now, and has of those that do not."""
    items = {each.code: each for each in register.of_department(memo.giver)}
    moving = {code: each for code, each in items.items() if each.transferred}
    listed = {each.text("code"): each for each in memo.listed}
    added = [each for code, each in moving.items() if code not in listed]
    others = [(each, listed[code]) for code, each in moving.items() if code in listed]
    other = [each for each, row in others if set(row.texts("suffixes")) != _suffixes(each)]
    stay = [each for code, each in items.items() if code in listed and code not in moving]
    # Where nothing is decided yet, nothing is taken from the list.
    gone = [each for each in stay if all(one.state for one in each.handlings())]
    sentences = [*(addition(each, each.transferred) for each in added), *map(_relisting, other)]
    sentences += [zh.REMOVED.format(name=each.name, code=each.code) for each in gone]
    entries = sorted((entry(each) for each in [*added, *other]), key=element_name)
    return Said(sentences, entries, [each.code for each in gone])


def entry(item: Item) -> Fields:
    """An item in the list of a memorandum: with the suffixes that move where not all do."""
    suffixes: Fields = {"suffixes": [each.suffix for each in item.transferred]}
    return {"code": item.code, **(suffixes if item.extent == "partial" else {})}


def addition(item: Item, moved: Sequence[Handling]) -> str:
    """The sentence by which an item, or some of its handlings, comes to the list."""
    days = sorted({str(each.effective) for each in moved if each.effective})
    text = zh.ADDED if len(days) == 1 else zh.ADDED_LATER
    is_whole = len(moved) == len(item.handlings())
    suffixes = "" if is_whole else "、".join(each.suffix for each in moved)
    return text.format(name=item.name, code=item.code + suffixes, day="".join(days[:1]))


def _relisting(item: Item) -> str:
    if item.extent == "whole":
        return zh.RELISTED_WHOLE.format(name=item.name, code=item.code)
    suffixes = "、".join(each.suffix for each in item.transferred)
    return zh.RELISTED.format(name=item.name, code=item.code, suffixes=suffixes)


def is_open(supplement: Value) -> bool:
    """Whether it is a draft: without a date it is not signed."""
    return isinstance(supplement, dict) and not supplement.get("date")


def supplemented(memo: Memo, said: Said) -> Fields:
    """A signed memorandum whose draft supplement says this too, and adds these entries to its list."""
    papers = [dict(each.fields) for each in memo.parts("supplements")]
    # A draft that states changes field by field is made anew from them; what is said here stands apart.
    mine = next((each for each in papers if is_open(each) and "changes" not in each), None)
    if mine is None:
        mine = {"id": free("bc", (str(each.get("id")) for each in papers)), "text": ""}
        papers.append(mine)
    mine["text"] = "\n".join([*filter(None, [str(mine["text"])]), *said.sentences])
    _relist(mine, said)
    return {**memo.fields, "supplements": list[Value](papers)}


def _relist(paper: Fields, said: Said) -> None:
    """Add and take away; what a draft both adds and takes away again was never agreed on."""
    known = Part(paper, ())
    items = [
        each
        for each in with_entries(known.parts("items"), said.entries)
        if element_name(each) not in said.removed
    ]
    new = {element_name(each) for each in said.entries}
    removed = [each for each in known.texts("removed") if each not in new]
    lists = {"items": items, "removed": list[Value](dict.fromkeys([*removed, *said.removed]))}
    for name, rows in lists.items():
        if rows or name in paper:
            paper[name] = rows


def with_entries(listed: Iterable[Part], entries: Iterable[Mapping[str, Value]]) -> list[Value]:
    """A list of items with further ones; an entry of a code that is listed takes that one's place."""
    rows = {each.text("code"): dict(each.fields) for each in listed}
    is_sorted = list(rows) == sorted(rows)
    for each in entries:
        name = element_name(each)
        kept = {key: value for key, value in rows.get(name, {}).items() if key != "suffixes"}
        rows[name] = {**kept, **each}
    return [rows[name] for name in (sorted(rows) if is_sorted else rows)]


def free(prefix: str, taken: Iterable[str]) -> str:
    """The first id of a kind that is not taken yet: ``bc1``, ``bc2``."""
    known = set(taken)
    return next(name for name in (f"{prefix}{number}" for number in count(1)) if name not in known)
