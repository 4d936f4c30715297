"""The part of a comparison that a user asks for."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from xuke.diff.kinds import ChangeKind, kinds
from xuke.diff.steps import path_of
from xuke.model.change import Added, Change, FieldEdit, Moved, Removed, Split
from xuke.model.record import Key, Record


def is_called(change: Change, names: Collection[str], replaced: Mapping[Key, ChangeKind]) -> bool:
    """Whether a change is one of some: by what became of the record, or by its official kinds."""
    own = {type(change).__name__.lower(), *map(str, kinds(change, replaced))}
    return not own.isdisjoint(names)


def within(change: Change, fields: Collection[tuple[str, ...]]) -> Change | None:
    """A change with only the edits of some fields; None where it has none of them.

    A field is named by its way from the record; names of list elements on it may be left out.
    """
    match change:
        case Added() | Removed() | Moved():
            return None
        case Split():
            pairs = zip(change.new, change.fields, strict=True)
            kept = tuple(tuple(_chosen(new, edits, fields)) for new, edits in pairs)
            return replace(change, fields=kept) if any(kept) else None
    own = tuple(_chosen(change.new, change.fields, fields))
    return replace(change, fields=own) if own else None


def _chosen(
    new: Record, edits: Sequence[FieldEdit], fields: Collection[tuple[str, ...]]
) -> Iterator[FieldEdit]:
    for edit in edits:
        ways = edit.steps, path_of(new, edit.steps)
        if any(_is_on(way, field) for way in ways for field in fields):
            yield edit


def _is_on(way: tuple[str, ...], field: tuple[str, ...]) -> bool:
    """Whether one leads to the other."""
    return way[: len(field)] == field[: len(way)]
