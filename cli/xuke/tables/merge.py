"""Statements of a workbook merged into records: a change on one side is kept, on both a conflict."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from xuke.diff.lists import alike
from xuke.model.document import Value
from xuke.model.place import Location
from xuke.model.record import Key
from xuke.tables.given import Said
from xuke.tables.inputs.cells import Cleared, Hollow, Stated
from xuke.tables.inputs.field import Field, Form, Path
from xuke.tables.spots import Line, Spots

Fields = dict[str, Value]


class _Missing:
    """Stands for a field that is not written; there is one only, and no copy of it."""

    def __deepcopy__(self, _: object) -> "_Missing":
        return self


MISSING = _Missing()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field, or a whole record, that both sides changed; MISSING stands for what is not there."""

    key: Key
    steps: Path
    #: The names of the fields on the way, without those of elements.
    path: Path
    base: Any
    mine: Any
    theirs: Any
    place: Location


@dataclass(slots=True)
class Ledger:
    """What a merge leaves behind: conflicts, and the rows about every record and element."""

    conflicts: list[Conflict] = field(default_factory=list)
    spots: Spots = field(default_factory=Spots)
    kept: list[tuple[Location, Field]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Three:
    """One element on three sides: as handed out, as it is now, and as it will be."""

    base: Mapping[str, Value] | None
    theirs: Mapping[str, Value] | None
    target: Fields


class Merge:
    """Merges what is said of one record, field by field."""

    def __init__(self, key: Key, ledger: Ledger, place: Location) -> None:
        self._key, self._ledger, self.place = key, ledger, place

    def state(self, sides: Three, said: Sequence[Said], steps: Path, path: Path) -> None:
        """Take over what a row says of one element; ``steps`` and ``path`` lead to it."""
        for each in said:
            for within, mine in _stated(each, sides.target):
                self._one(sides, within, mine, (*steps, *within), (*path, *within), each.place)

    def see(self, steps: Path, line: Line) -> None:
        """Note the row of the record or of an element in it."""
        self._ledger.spots.see(self._key, steps, line)

    def see_list(self, steps: Path, place: Location) -> None:
        """Note where the rows of a list begin."""
        self._ledger.spots.lists.setdefault((self._key, steps), place)

    def _one(self, sides: Three, within: Path, mine: Any, steps: Path, path: Path, place: Location) -> None:
        base, theirs = value_at(sides.base, within), value_at(sides.theirs, within)
        if alike(self._key.kind, path, mine, base) or alike(self._key.kind, path, mine, theirs):
            return
        if not alike(self._key.kind, path, theirs, base):
            self.conflict(steps, path, (base, mine, theirs), place)
            return
        put(sides.target, within, deepcopy(mine))

    def conflict(self, steps: Path, path: Path, sides: tuple[Any, Any, Any], place: Location) -> None:
        """Note that both sides changed something: base, mine, theirs."""
        self._ledger.conflicts.append(Conflict(self._key, steps, path, *sides, place))

    def differs(self, base: Mapping[str, Value], said: Sequence[Said], path: Path) -> bool:
        """Whether a row says anything else than what was handed out."""
        return any(
            not alike(self._key.kind, (*path, *within), mine, value_at(base, within))
            for each in said
            for within, mine in _stated(each, dict(base))
        )

    def keep(self, sides: Three, fields: frozenset[Field], said: Sequence[Said], place: Location) -> None:
        """Note the fields that were handed out with a value and came back blank."""
        spoken = {each.field for each in said}
        for each in fields - spoken:
            value = value_at(sides.theirs, each.within)
            if each.form is not Form.ROWS and value is not MISSING and each.within:
                self._ledger.kept.append((place, each))


def _stated(said: Said, target: Fields) -> Iterator[tuple[Path, Any]]:
    """The places that a cell speaks of, each with the value there; a limit is two of them."""
    within, reading = said.field.within, said.reading
    match reading:
        case Stated(dict() as limit) if said.field.form is Form.LIMIT:
            if not isinstance(value_at(target, within), dict):
                yield within, limit
            else:
                yield from (((*within, name), value) for name, value in limit.items())
        case Stated(value):
            yield within, value
        case Cleared():
            yield within, MISSING
        case Hollow() if value_at(target, within[:1]) is MISSING:
            yield within[:1], {}


def value_at(element: Mapping[str, Value] | None, within: Path) -> Any:
    """A field's value; MISSING where it is not written."""
    value: Any = element
    for step in within:
        if not isinstance(value, Mapping) or step not in value:
            return MISSING
        value = value[step]
    return value


def put(element: Fields, within: Path, value: Any) -> None:
    """Set a field, or take it out where the value is MISSING; groups come and go with their fields."""
    head, *rest = within
    if not rest:
        if value is MISSING:
            element.pop(head, None)
        else:
            element[head] = value
        return
    inner = element.get(head)
    if not isinstance(inner, dict):
        if value is MISSING:
            return
        inner = element[head] = {}
    put(inner, tuple(rest), value)
    if value is MISSING and not inner:
        del element[head]
