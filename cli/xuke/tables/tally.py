"""What changed, department by department: rows that add up, and every change of an item once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from xuke.diff.comparison import Comparison
from xuke.diff.kinds import ChangeKind
from xuke.diff.totals import is_in_force
from xuke.model.change import Change, Edited, Moved
from xuke.model.record import Key, Kind, Snapshot
from xuke.model.register import Register
from xuke.tables.owner import owner, owner_of


class Sort(StrEnum):
    """What is told of a change of an item where one word must do."""

    NEW = "new"
    TAKEN_OVER = "taken_over"
    CANCELLED = "cancelled"
    HANDED_OVER = "handed_over"
    TAKEN_BACK = "taken_back"
    CHANGED = "changed"


#: The first that fits is told; whatever is none of these is a change.
_SORTS = {
    Sort.TAKEN_OVER: {ChangeKind.TAKEN_OVER},
    Sort.NEW: {ChangeKind.ADDED},
    Sort.CANCELLED: {ChangeKind.REMOVED, ChangeKind.CANCELLED, ChangeKind.CANCELLED_IN_PART},
    Sort.HANDED_OVER: {ChangeKind.TRANSFERRED, ChangeKind.TRANSFERRED_IN_PART},
    Sort.TAKEN_BACK: {ChangeKind.RECLAIMED, ChangeKind.RECLAIMED_IN_PART},
}


@dataclass(frozen=True, slots=True)
class Tally:
    """One department: items in force before and after, changes of items by sort, and of other records."""

    department: str
    before: int = 0
    out: int = 0
    into: int = 0
    after: int = 0
    items: Mapping[Sort, int] = field(default_factory=dict)
    others: int = 0

    @property
    def changed(self) -> int:
        """How many items changed."""
        return sum(self.items.values())

    @property
    def is_touched(self) -> bool:
        """Whether there is anything to tell."""
        return any((self.out, self.into, self.changed, self.others))


def sort_of(change: Change, kinds: Iterable[ChangeKind]) -> Sort:
    """The one word for a change of an item; one that is withdrawn is cancelled."""
    if isinstance(change, Edited) and is_in_force(change.old) and not is_in_force(change.new):
        return Sort.CANCELLED
    found = set(kinds)
    return next((sort for sort, words in _SORTS.items() if found & words), Sort.CHANGED)


def tallies(old: Register, new: Register, found: Comparison) -> list[Tally]:
    """In official order; departments that only the data name follow, and the whole jurisdiction is last."""
    rows = [_rows(each.snapshot, each.jurisdiction) for each in (old, new)]
    items: dict[str, Counter[Sort]] = {}
    others: Counter[str] = Counter()
    for change, kinds in zip(found.changes, found.kinds, strict=True):
        if change.key.jurisdiction != new.jurisdiction or isinstance(change, Moved):
            continue
        if change.key.kind is Kind.ITEM:
            items.setdefault(owner_of(change), Counter())[sort_of(change, kinds)] += 1
        else:
            others[owner_of(change)] += 1
    named = {*rows[0], *rows[1], *items, *others}
    return [
        _tally(name, rows[0].get(name, set()), rows[1].get(name, set()), items.get(name, {}), others[name])
        for name in _in_order(named, old, new)
    ]


def _rows(snapshot: Snapshot, jurisdiction: str) -> dict[str, set[Key]]:
    """The items in force of each department."""
    found: dict[str, set[Key]] = {}
    for record in snapshot.of(Kind.ITEM, jurisdiction):
        if is_in_force(record):
            found.setdefault(owner(record), set()).add(record.key)
    return found


def _tally(name: str, old: set[Key], new: set[Key], items: Mapping[Sort, int], others: int) -> Tally:
    return Tally(name, len(old), len(old - new), len(new - old), len(new), items, others)


def _in_order(names: set[str], old: Register, new: Register) -> Iterator[str]:
    known = dict.fromkeys((*new.departments, *old.departments))
    yield from (name for name in known if name in names)
    yield from sorted(names - known.keys() - {""})
    yield from names & {""}


def together(name: str, found: Iterable[Tally]) -> Tally:
    """Several departments as one row."""
    every = list(found)
    items: Counter[Sort] = Counter()
    for each in every:
        items.update(each.items)
    rows = [(each.before, each.out, each.into, each.after) for each in every]
    before, out, into, after = map(sum, zip((0, 0, 0, 0), *rows, strict=True))
    return Tally(name, before, out, into, after, items, sum(each.others for each in every))
