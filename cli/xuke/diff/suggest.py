"""Items that may go on under another code though nothing says so: a question, never an answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xuke.model.change import Added, Change, Removed
from xuke.model.record import Kind, Record
from xuke.model.views import view
from xuke.words.near import nearest


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An item that is gone and a new one with nearly its name, in the same department."""

    old: Record
    new: Record
    #: Likeness of the names, of 100.
    likeness: int


def suggestions(changes: Iterable[Change]) -> Iterator[Suggestion]:
    """For every new item that names no other: the item that is gone and is most like it."""
    told = [each for each in changes if each.key.kind is Kind.ITEM]
    gone: dict[tuple[str, str], list[Record]] = {}
    for each in told:
        if isinstance(each, Removed):
            gone.setdefault(_place(each.old), []).append(each.old)
    for each in told:
        known = gone.get(_place(each.new), []) if isinstance(each, Added) else []
        if isinstance(each, Added) and known and not view(each.new).parts("replaces"):
            yield from _nearest(each.new, known)


def _nearest(new: Record, known: list[Record]) -> Iterator[Suggestion]:
    found = nearest(view(new).name, [view(each).name for each in known])
    if found is not None:
        yield Suggestion(known[found.place], new, found.likeness)


def _place(record: Record) -> tuple[str, str]:
    return record.key.jurisdiction, view(record).text("competent")
