"""Totals that add up: what was, less what went, plus what came, is what is; merges and splits both ways."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from xuke.model.change import Change, Edited, Merged, Moved, Renumbered, Split, after, before
from xuke.model.record import Key, Kind, Record
from xuke.model.views import view

#: What makes rows come and go, in the order in which it is told.
FLOWS = ("removed", "withdrawn", "renumbered", "merged", "split", "added", "restored")


@dataclass(frozen=True, slots=True)
class Flow:
    """Rows that went and rows that came for one reason."""

    name: str
    out: int
    into: int


@dataclass(frozen=True, slots=True)
class Total:
    """The rows of one kind of records: those in force, so no withdrawn items."""

    kind: Kind
    before: int
    flows: tuple[Flow, ...]
    after: int

    @property
    def right(self) -> int:
        """What follows from the rows before and the changes."""
        return self.before - sum(each.out for each in self.flows) + sum(each.into for each in self.flows)


def totals(changes: Iterable[Change], old: Mapping[Kind, int], new: Mapping[Kind, int]) -> Iterator[Total]:
    """A line for each kind that was counted on both sides, in the order of kinds."""
    told = list(changes)
    for kind in (kind for kind in Kind if kind in old or kind in new):
        found = flows(each for each in told if each.key.kind is kind)
        yield Total(kind, old.get(kind, 0), tuple(found), new.get(kind, 0))


def flows(changes: Iterable[Change]) -> Iterator[Flow]:
    """What made rows come and go, in the order of ``FLOWS``; reasons that there were none of are left out."""
    told = list(changes)
    joined = {record.key for each in told if _is_joined(each) for record in before(each)}
    counts = {name: [0, 0] for name in FLOWS}
    for change in told:
        name = _name(change, joined)
        if name:
            counts[name][0] += sum(map(is_in_force, before(change)))
            counts[name][1] += sum(map(is_in_force, after(change)))
    yield from (Flow(name, *count) for name, count in counts.items() if any(count))


def _is_joined(change: Change) -> bool:
    return isinstance(change, Renumbered | Split | Merged)


def _name(change: Change, joined: set[Key]) -> str:
    """Why rows come or go; empty where none does, or where another change tells it."""
    match change:
        case Edited(old, new) if is_in_force(old) != is_in_force(new) and change.key not in joined:
            return "restored" if is_in_force(new) else "withdrawn"
        case Edited() | Moved():
            return ""
    return type(change).__name__.lower()


def is_in_force(record: Record) -> bool:
    """Whether a record counts as a row: an item that is withdrawn does not."""
    return record.key.kind is not Kind.ITEM or view(record).text("status") != "withdrawn"
