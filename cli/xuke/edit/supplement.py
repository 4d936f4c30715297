"""The supplement in which a signed memorandum states what changes: a draft until it has a date."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import count

from xuke.model.document import Value
from xuke.model.part import Part, element_name
from xuke.model.views import Memo

Fields = dict[str, Value]


def is_open(supplement: Value) -> bool:
    """Whether it is a draft: without a date it is not signed."""
    return isinstance(supplement, dict) and not supplement.get("date")


def supplemented(memo: Memo, sentences: Sequence[str], entries: Sequence[Fields] = ()) -> Fields:
    """A signed memorandum whose draft supplement says this too, and adds these entries to its list."""
    papers = [dict(each.fields) for each in memo.parts("supplements")]
    # A draft that states changes field by field is made anew from them; what is said here stands apart.
    mine = next((each for each in papers if is_open(each) and "changes" not in each), None)
    if mine is None:
        mine = {"id": free("bc", (str(each.get("id")) for each in papers)), "text": ""}
        papers.append(mine)
    mine["text"] = "\n".join([*filter(None, [str(mine["text"])]), *sentences])
    if entries:
        mine["items"] = with_entries(Part(mine, ()).parts("items"), entries)
    return {**memo.fields, "supplements": list[Value](papers)}


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
