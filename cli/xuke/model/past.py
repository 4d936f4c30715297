"""The past of one record: what commits did to it, through moves and other codes."""

from dataclasses import dataclass
from datetime import date

from xuke.model.record import Key, Kind, Record
from xuke.model.views import view


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit; ``day`` is the committer's, in his own time zone, and ``author`` the name alone.

    ``parents`` are the nearest older commits that concern the same files.
    """

    name: str
    tree: str
    parents: tuple[str, ...]
    day: date
    author: str
    subject: str


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A record as one commit left it; ``record`` is None where the commit removed it.

    ``befores`` are places in the list of steps: what was there before, one for each parent that
    differs and for each record that this one replaces; none for a record that is new. No commit
    where the change is not committed, and ``is_cut`` where older commits are missing.
    """

    commit: Commit | None
    key: Key
    record: Record | None
    befores: tuple[int, ...] = ()
    is_cut: bool = False
    #: Codes that this record says since this commit to replace, and those that replace it, each with how.
    replaces: tuple[tuple[Key, str], ...] = ()
    replaced_by: tuple[tuple[Key, str], ...] = ()


def replaced(record: Record) -> list[tuple[Key, str]]:
    """The records that an item says it replaces, each with how: renumbered, merged or split."""
    place, parts = record.key.jurisdiction, view(record).parts("replaces")
    return [(Key(place, Kind.ITEM, each.text("code")), each.text("kind")) for each in parts]
