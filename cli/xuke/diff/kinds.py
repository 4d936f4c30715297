"""变动类型: what a change means to those who file it, from ``replaces``, ``origin`` and the data alone."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from xuke.model.change import (
    Added,
    Change,
    Edited,
    FieldEdit,
    Merged,
    Moved,
    Removed,
    Renumbered,
    Split,
    after,
    before,
)
from xuke.model.part import at
from xuke.model.record import Key, Kind, Record
from xuke.model.views import Handling, Item, view


class ChangeKind(StrEnum):
    """The kinds of changes of a list, in their official order; ``diff.<value>`` is the word for one."""

    ADDED = "added"
    REMOVED = "removed"
    CANCELLED = "cancelled"
    CANCELLED_IN_PART = "cancelled_in_part"
    DELEGATED = "delegated"
    DELEGATED_IN_PART = "delegated_in_part"
    TAKEN_OVER = "taken_over"
    TRANSFERRED = "transferred"
    TRANSFERRED_IN_PART = "transferred_in_part"
    RECLAIMED = "reclaimed"
    RECLAIMED_IN_PART = "reclaimed_in_part"
    ENTRUSTED = "entrusted_out"
    ENTRUSTED_IN_PART = "entrusted_out_in_part"
    AUTHORISED = "authorised_out"
    AUTHORISED_IN_PART = "authorised_out_in_part"
    MERGED = "merged"
    SPLIT = "split"
    RENUMBERED = "renumbered"
    RENAMED = "renamed"
    REBASED = "rebased"
    EDITED = "edited"
    RECLASSIFIED = "reclassified"
    SUSPENDED = "suspended"
    SUSPENDED_IN_PART = "suspended_in_part"
    RESUMED = "resumed"
    RESUMED_IN_PART = "resumed_in_part"

    @property
    def in_part(self) -> "ChangeKind":
        """The same of some handlings only."""
        return ChangeKind(f"{self.value}_in_part")


#: How items replace others, as the data say it, and what that is called.
REPLACING = {
    "merged": ChangeKind.MERGED,
    "split": ChangeKind.SPLIT,
    "renumbered": ChangeKind.RENUMBERED,
}

#: What a new item is, by where it comes from.
COMING = {
    "added": ChangeKind.ADDED,
    "taken_over": ChangeKind.TAKEN_OVER,
    "reclaimed": ChangeKind.RECLAIMED,
}

#: What the change of a field of an item is, by the field.
FIELDS = {
    "name": ChangeKind.RENAMED,
    "bases": ChangeKind.REBASED,
    "type": ChangeKind.RECLASSIFIED,
}

#: What a new disposition is, by its state.
STATES = {
    str(kind): kind
    for kind in (
        *(ChangeKind.TRANSFERRED, ChangeKind.DELEGATED, ChangeKind.ENTRUSTED, ChangeKind.AUTHORISED),
        *(ChangeKind.CANCELLED, ChangeKind.SUSPENDED),
    )
}

#: States in which another exercises an item, and those in which its department does.
_AWAY = ("transferred", "delegated", "entrusted_out", "authorised_out")
_HERE = ("resident", "excluded")


def replaced(changes: Iterable[Change]) -> dict[Key, ChangeKind]:
    """How records that are gone were replaced, as those that replace them say."""
    return {
        Key(record.key.jurisdiction, Kind.ITEM, part.text("code")): REPLACING[part.text("kind")]
        for change in changes
        for record in after(change)
        for part in view(record).parts("replaces")
        if part.text("kind") in REPLACING
    }


def kinds(change: Change, replaced: Mapping[Key, ChangeKind]) -> list[ChangeKind]:
    """Everything that a change is, each once and in official order; nothing for a mere move."""
    found = set(_kinds(change, replaced))
    return [kind for kind in ChangeKind if kind in found]


def _kinds(change: Change, replaced: Mapping[Key, ChangeKind]) -> Iterator[ChangeKind]:
    if not isinstance(change, Edited | Moved):
        yield whole_kind(change, replaced)
    edits = own_edits(change)
    if edits:
        yield from _of_edits(edits, before(change)[0], after(change)[0])


def whole_kind(
    change: Added | Removed | Renumbered | Split | Merged, replaced: Mapping[Key, ChangeKind]
) -> ChangeKind:
    """What the coming or going of records is."""
    match change:
        case Added():
            return _added(change.new)
        case Removed():
            return replaced.get(change.key, ChangeKind.REMOVED)
        case Renumbered():
            return ChangeKind.RENUMBERED
    return ChangeKind.SPLIT if isinstance(change, Split) else ChangeKind.MERGED


def own_edits(change: Change) -> tuple[FieldEdit, ...]:
    """What there is to tell of a record that goes on; its number, what it replaces, and mere places apart."""
    return tuple(edit for edit in _own_edits(change) if not edit.is_place)


def _own_edits(change: Change) -> tuple[FieldEdit, ...]:
    match change:
        case Edited():
            return change.fields
        case Renumbered():
            return _without_number(change.fields)
        case Merged() if change.old[0].key == change.key:
            return _without_number(change.fields)
        case Split() if change.new[0].key == change.key:
            return _without_number(change.fields[0])
    return ()


def _without_number(edits: Iterable[FieldEdit]) -> tuple[FieldEdit, ...]:
    return tuple(each for each in edits if each.steps[0] not in {"code", "replaces"})


def _of_edits(edits: Iterable[FieldEdit], old: Record, new: Record) -> Iterator[ChangeKind]:
    """What the edits are together: batch and day of a new disposition go with it."""
    found = [(edit.steps, edit_kind(edit, old, new)) for edit in edits]
    decided = {_place(steps) for steps, kind in found if kind is not ChangeKind.EDITED}
    for steps, kind in found:
        if kind is not ChangeKind.EDITED or _place(steps) not in decided - {None}:
            yield kind


def _place(steps: tuple[str, ...]) -> tuple[str, ...] | None:
    """The disposition that an edit belongs to; None for other fields."""
    if "disposition" not in steps[:3]:
        return None
    return steps[: steps.index("disposition")]


def _added(new: Record) -> ChangeKind:
    """By what it replaces, then by where it comes from."""
    named = [each.text("kind") for each in view(new).parts("replaces")]
    found = [REPLACING[kind] for kind in named if kind in REPLACING]
    return found[0] if found else COMING.get(view(new).text("origin", "kind"), ChangeKind.ADDED)


def edit_kind(edit: FieldEdit, old: Record, new: Record) -> ChangeKind:
    """What the change of one field is."""
    if new.key.kind is not Kind.ITEM:
        return ChangeKind.EDITED
    match edit.steps:
        case ("disposition", *rest):
            return _disposed(edit, tuple(rest)) or ChangeKind.EDITED
        case ("handlings", _, "disposition", *rest):
            return _in_part(_disposed(edit, tuple(rest)))
        case ("organ",):
            return _handed_over(_handling(old, ""), _handling(new, "")) or ChangeKind.EDITED
        case ("handlings", suffix, "organ"):
            return _in_part(_handed_over(_handling(old, suffix), _handling(new, suffix)))
    return FIELDS.get(edit.steps[0], ChangeKind.EDITED)


def _in_part(found: ChangeKind | None) -> ChangeKind:
    return found.in_part if found else ChangeKind.EDITED


def _disposed(edit: FieldEdit, rest: tuple[str, ...]) -> ChangeKind | None:
    """What a new disposition is; None where only something beside its state changed."""
    if rest not in ((), ("state",)):
        return None
    old, new = (str(each if rest else at(each, "state")) for each in (edit.old, edit.new))
    if old == new:
        return None
    if old == "suspended" and new != "cancelled":
        return ChangeKind.RESUMED
    return ChangeKind.RECLAIMED if old in _AWAY and new in _HERE else STATES.get(new)


def _handling(record: Record, suffix: str) -> Handling:
    """A handling by its suffix, or the item itself."""
    item = Item(record.fields, (), record)
    found = (each for each in item.handlings() if each.suffix == suffix)
    return next(found, Handling(record.fields, (), record))


def _competent(handling: Handling) -> str:
    return view(handling.record).text("competent")


def _handed_over(old: Handling, new: Handling) -> ChangeKind | None:
    """What another organ means: the competent department gives a transferred item up, or has it back."""
    if new.is_transferred and old.organ == _competent(old) != new.organ:
        return ChangeKind.TRANSFERRED
    is_back = old.is_transferred and new.state in _HERE and new.organ == _competent(new)
    return ChangeKind.RECLAIMED if is_back else None
