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


@dataclass(frozen=True, slots=True)
class Added:
    """A record that was not there before."""

    new: Record

    @property
    def key(self) -> Key:
        """The key of the record."""
        return self.new.key


@dataclass(frozen=True, slots=True)
class Removed:
    """A record that is there no more."""

    old: Record

    @property
    def key(self) -> Key:
        """The key of the record."""
        return self.old.key


@dataclass(frozen=True, slots=True)
class Edited:
    """A record whose fields changed."""

    old: Record
    new: Record
    fields: tuple[FieldEdit, ...]

    @property
    def key(self) -> Key:
        """The key of the record."""
        return self.new.key


@dataclass(frozen=True, slots=True)
class Moved:
    """A record with the same fields in another file."""

    old: Record
    new: Record

    @property
    def key(self) -> Key:
        """The key of the record."""
        return self.new.key


Change: TypeAlias = Added | Removed | Edited | Moved
