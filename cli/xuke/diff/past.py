"""What the steps of one record's past say: changes for a log, and who last set which field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from xuke.diff.fields import edits_of
from xuke.model.change import FieldEdit
from xuke.model.document import Value, same
from xuke.model.part import element_name, names_of
from xuke.model.past import Commit, Step
from xuke.model.record import Record

_MISSING = object()


@dataclass(frozen=True, slots=True)
class Entry:
    """What one commit did to a record; ``old`` is what the edits are seen from.

    ``change`` is added, removed, edited, moved, renumbered, merged or split. A merge of branches
    stands with what it changed itself: fields that have the value of no parent.
    """

    step: Step
    change: str
    old: Record | None
    fields: tuple[FieldEdit, ...] = ()
    #: Whether it came into a file in which it was on no side.
    is_moved: bool = False

    @property
    def begins(self) -> bool:
        """Whether nothing is known of the record before."""
        return self.step.record is not None and not self.step.befores

    @property
    def commit(self) -> Commit | None:
        """The commit; None where the change is not committed."""
        return self.step.commit

    @property
    def record(self) -> Record | None:
        """The record after the change, before it where it was removed."""
        return self.step.record or self.old


def with_uncommitted(steps: Sequence[Step], now: Step) -> list[Step]:
    """The steps behind one that is not committed and whose ``befores`` are counted from the first of them."""
    older = (replace(each, befores=tuple(place + 1 for place in each.befores)) for each in steps)
    return [replace(now, befores=tuple(place + 1 for place in now.befores)), *older]


def entries(steps: Sequence[Step]) -> Iterator[Entry]:
    """What changed the record, in the order of the steps; other comments and other quotes are no change."""
    for step in steps:
        before = [record for each in step.befores if (record := steps[each].record)]
        # The record under its own code counts more than those that were merged into it.
        own = [each for each in before if each.key == step.key] or before
        found = _entry(step, own)
        if found:
            yield found


def _entry(step: Step, before: Sequence[Record]) -> Entry | None:
    old, new = next(iter(before), None), step.record
    if new is None:
        how = next((how for _, how in step.replaced_by), "removed")
        return Entry(step, how, old) if old else None
    how = next((how for _, how in step.replaces), "")
    if old is None:
        return Entry(step, how or "added", None)
    edits = _own_edits(before, new)
    is_moved = all(each.path != new.path for each in before)
    change = how or ("edited" if edits else "moved" if is_moved else "")
    return Entry(step, change, old, edits, is_moved) if change else None


def _own_edits(before: Sequence[Record], new: Record) -> tuple[FieldEdit, ...]:
    """Edits seen from the first version, but for those that another version brought."""
    first, *others = before
    found = edits_of(new.key.kind, first.fields, new.fields)
    changed = [{each.steps for each in edits_of(new.key.kind, one.fields, new.fields)} for one in others]
    return tuple(
        each for each in found if all(any(_meet(each.steps, steps) for steps in known) for known in changed)
    )


def _meet(one: Sequence[str], other: Sequence[str]) -> bool:
    return all(a == b for a, b in zip(one, other, strict=False))


@dataclass(frozen=True, slots=True)
class Origin:
    """One field of a record as it stands, and the step that gave it its value."""

    record: Record
    steps: tuple[str, ...]
    value: Value
    step: Step


def origins(steps: Sequence[Step]) -> Iterator[Origin]:
    """Every field of the newest version in its order, elements of keyed lists field by field."""
    newest = steps[0].record if steps else None
    if newest is None:
        return
    search = _Search(steps)
    for path, value in _leaves((), dict(newest.fields)):
        yield Origin(newest, path, value, search.origin(path))


class _Search:
    def __init__(self, steps: Sequence[Step]) -> None:
        self._steps = steps
        self._known: dict[tuple[int, int], list[tuple[str, ...]]] = {}

    def origin(self, path: tuple[str, ...]) -> Step:
        """The newest step that no version before it has the value of."""
        place = 0
        while (older := self._unchanged(place, path)) is not None:
            place = older
        return self._steps[place]

    def _unchanged(self, place: int, path: tuple[str, ...]) -> int | None:
        after = self._steps[place].record
        for each in self._steps[place].befores:
            before = self._steps[each].record
            if before and after and not self._differs(before, after, path):
                return each
        return None

    def _differs(self, before: Record, after: Record, path: tuple[str, ...]) -> bool:
        if not any(_meet(path, steps) for steps in self._edited(before, after)):
            return False
        return not same(_value(before, path), _value(after, path))

    def _edited(self, before: Record, after: Record) -> list[tuple[str, ...]]:
        """Where two versions differ; found once for all fields."""
        pair = id(before), id(after)
        if pair not in self._known:
            edits = edits_of(after.key.kind, before.fields, after.fields)
            self._known[pair] = [each.steps for each in edits if not each.is_order]
        return self._known[pair]


def _leaves(path: tuple[str, ...], value: Value) -> Iterator[tuple[tuple[str, ...], Value]]:
    match value:
        case dict() if value:
            for name, each in value.items():
                yield from _leaves((*path, name), each)
        case list() if value and names_of(value) is not None:
            for each in value:
                yield from _leaves((*path, element_name(each)), each)
        case _:
            yield path, value


def _value(record: Record | None, path: Sequence[str]) -> object:
    value: object = record.fields if record else _MISSING
    for step in path:
        match value:
            case list():
                value = next((each for each in value if element_name(each) == step), _MISSING)
            case _:
                value = value.get(step, _MISSING) if hasattr(value, "get") else _MISSING
    return value
