"""What is left to decide after a merge: conflicts by the names of records and fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xuke.diff.merge import GONE, Conflict, Side
from xuke.document.build import typed
from xuke.edit.merge import MergedText, Steps, Versions
from xuke.model.document import Value
from xuke.model.files import Seat, seat
from xuke.model.record import Key, Kind
from xuke.words.schemas import property_of, resolved, schema_of_kind


@dataclass(frozen=True, slots=True)
class Question:
    """One conflict: its file, its record where it lies in one, and the names of the field in it."""

    path: str
    key: Key | None
    field: Steps
    conflict: Conflict

    @property
    def name(self) -> str:
        """How users name it: ``yaoan/item/530104001000.limit.promised``."""
        return ".".join([str(self.key) if self.key else self.path, *self.field])

    @property
    def names(self) -> tuple[str, ...]:
        """The same with less before the record's id."""
        key = self.key
        heads = [str(key), f"{key.kind}/{key.id}", key.id] if key else [self.path]
        return tuple(".".join([head, *self.field]) for head in heads)


def questions(versions: Versions, merged: MergedText) -> Iterator[Question]:
    """The conflicts of a merged file, in reading order."""
    place = seat(versions.path)
    for conflict in merged.conflicts if place else ():
        key, field = _owner(place, conflict.steps) if place else (None, conflict.steps)
        yield Question(versions.path, key, field, conflict)


def _owner(place: Seat, steps: Steps) -> tuple[Key | None, Steps]:
    if place.kind.single is not None:
        names = {Kind.MEMORANDUM: place.department, Kind.WORKSPACE: "xuke"}
        name = names.get(place.kind.single, place.jurisdiction)
        return Key(place.jurisdiction, place.kind.single, name), steps
    if steps[0] in place.kind.lists and len(steps) > 1:
        return Key(place.jurisdiction, place.kind.lists[steps[0]], steps[1]), steps[2:]
    return None, steps


def fields_of(kind: Kind, steps: Steps) -> Steps:
    """The names of fields among the steps, those of list elements left out."""
    path: Steps = ()
    is_element = False
    for step in steps:
        if is_element:
            is_element = False
            continue
        path = (*path, step)
        node = property_of(schema_of_kind(kind), path)
        is_element = node is not None and "items" in resolved(*node)[1]
    return path


def side_of(text: str, question: Question) -> Side:
    """A value as a user types it: text where the schema wants text, else a number, true, false or null."""
    kind = question.key.kind if question.key else None
    node = property_of(schema_of_kind(kind), fields_of(kind, question.field)) if kind else None
    kinds = resolved(*node)[1].get("type", "") if node else ""
    return text if kinds == "string" else typed(text)


def plain(decisions: Mapping[Steps, Side]) -> list[list[object]]:
    """Decisions as JSON holds them: names, and a list of the value or an empty one."""
    return [[list(steps), [] if side is GONE else [side]] for steps, side in decisions.items()]


def decisions_of(data: object) -> dict[Steps, Side]:
    """What ``plain`` made; ValueError for anything else."""
    if not isinstance(data, list):
        raise ValueError(data)
    return {tuple(steps): _side(held) for steps, held in data}


def _side(held: list[Value]) -> Side:
    return held[0] if held else GONE
