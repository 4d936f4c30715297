"""What changed between two snapshots."""

from dataclasses import dataclass
from typing import TypeAlias

from xuke.model.document import Value
from xuke.model.record import Key, Record


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """One field that differs, or one element that came or went.

    ``steps`` are names: an element of a keyed list stands by its id, code or suffix.
    ``has_old`` and ``has_new`` tell null from not written; ``is_order`` means that the names
    of a keyed list, as ``old`` and ``new`` give them, stand in another order.
    """

    steps: tuple[str, ...]
    old: Value
    new: Value
    has_old: bool = True
    has_new: bool = True
    is_order: bool = False

    @property
    def is_place(self) -> bool:
        """Whether it only says where among the others the elements stand that came or went."""
        old, new = (each if isinstance(each, list) else [] for each in (self.old, self.new))
        return self.is_order and [name for name in old if name in new] == [
            name for name in new if name in old
        ]


class _Stays:
    """A change that leads to one record and is known by it."""

    __slots__ = ()
    new: Record

    @property
    def key(self) -> Key:
        """The key of the record now."""
        return self.new.key


class _Goes:
    """A change that starts from one record and is known by it."""

    __slots__ = ()
    old: Record

    @property
    def key(self) -> Key:
        """The key of the record before."""
        return self.old.key


@dataclass(frozen=True, slots=True)
class Added(_Stays):
    """A record that was not there before."""

    new: Record


@dataclass(frozen=True, slots=True)
class Removed(_Goes):
    """A record that is there no more."""

    old: Record


@dataclass(frozen=True, slots=True)
class Edited(_Stays):
    """A record whose fields changed."""

    old: Record
    new: Record
    fields: tuple[FieldEdit, ...]


@dataclass(frozen=True, slots=True)
class Moved(_Stays):
    """A record with the same fields in another file."""

    old: Record
    new: Record


@dataclass(frozen=True, slots=True)
class Renumbered(_Stays):
    """A record that goes on under another code; the fields differ from those under the old one."""

    old: Record
    new: Record
    fields: tuple[FieldEdit, ...]


@dataclass(frozen=True, slots=True)
class Split(_Goes):
    """One record that goes on as several, its own code first where it is kept.

    ``fields`` has the edits of each result, all seen from the source.
    """

    old: Record
    new: tuple[Record, ...]
    fields: tuple[tuple[FieldEdit, ...], ...]


@dataclass(frozen=True, slots=True)
class Merged(_Stays):
    """Records that go on as one, its own code first where it is kept; edits are seen from the first."""

    old: tuple[Record, ...]
    new: Record
    fields: tuple[FieldEdit, ...]


Difference: TypeAlias = Added | Removed | Edited | Moved
"""What became of one record, seen by itself."""

Change: TypeAlias = Difference | Renumbered | Split | Merged
"""What changed between two snapshots; one delta serves every use of it."""


def before(change: Change) -> tuple[Record, ...]:
    """The records that a change starts from; none for one that was added."""
    match change:
        case Added():
            return ()
        case Merged():
            return change.old
    return (change.old,)


def after(change: Change) -> tuple[Record, ...]:
    """The records that a change leads to; none for one that was removed."""
    match change:
        case Removed():
            return ()
        case Split():
            return change.new
    return (change.new,)
