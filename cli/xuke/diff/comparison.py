"""A comparison of two revisions with all that is told of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from xuke.diff.kinds import ChangeKind, kinds, replaced
from xuke.diff.suggest import Suggestion
from xuke.diff.totals import Total
from xuke.model.change import Change
from xuke.model.record import Key, Record


@dataclass(frozen=True)
class Comparison:
    """Changes by jurisdiction, kind and id, and what only the two registers as a whole can tell."""

    changes: tuple[Change, ...]
    #: How records that are gone were replaced; of all changes, those that are not shown among them.
    replaced: Mapping[Key, ChangeKind]
    #: The memoranda that list an item which is handed over, by its key.
    memoranda: Mapping[Key, tuple[Record, ...]] = field(default_factory=dict)
    #: The signed memoranda of which a change makes the entry suspect, by the key of the item.
    suspect: Mapping[Key, tuple[Record, ...]] = field(default_factory=dict)
    totals: tuple[Total, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()

    @cached_property
    def kinds(self) -> tuple[tuple[ChangeKind, ...], ...]:
        """The official kinds of each change, in the order of the changes."""
        return tuple(tuple(kinds(each, self.replaced)) for each in self.changes)


def comparison(changes: Iterable[Change]) -> Comparison:
    """Changes with nothing else to tell."""
    told = tuple(changes)
    return Comparison(told, replaced(told))


#: Kinds of changes by which an item passes from one organ to another.
HANDED_OVER = frozenset(
    {
        ChangeKind.TRANSFERRED,
        ChangeKind.TRANSFERRED_IN_PART,
        ChangeKind.RECLAIMED,
        ChangeKind.RECLAIMED_IN_PART,
    }
)
