"""Two versions that come from one, merged by field and by element with a name, never by line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, TypeAlias

from xuke.model.document import Value, same
from xuke.model.part import element_name, names_of
from xuke.words.schemas import property_of, resolved


class Missing(Enum):
    """What a side has where it has nothing, not even null."""

    GONE = "gone"


GONE = Missing.GONE

Side: TypeAlias = "Value | Missing"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field or an element that both sides changed, each in another way; steps are names, as in edits."""

    steps: tuple[str, ...]
    base: Side
    ours: Side
    theirs: Side


#: What stands in the result for a conflict.
Decide: TypeAlias = Callable[[Conflict], Side]


class Three(NamedTuple):
    """A file at the common version and on both sides."""

    base: Value
    ours: Value
    theirs: Value


def merge(schema: str, sides: Three, decide: Decide) -> tuple[Value, tuple[Conflict, ...]]:
    """The merged value of a file of that schema, and its conflicts in reading order."""
    merger = _Merger(schema, decide)
    value = merger.value((), (), *sides)
    return None if isinstance(value, Missing) else value, tuple(merger.conflicts)


def present(conflict: Conflict) -> Side:
    """Our side, or theirs where we have nothing."""
    return conflict.theirs if conflict.ours is GONE else conflict.ours


class _Merger:
    def __init__(self, schema: str, decide: Decide) -> None:
        self.schema = schema
        self.decide = decide
        self.conflicts: list[Conflict] = []

    def value(
        self, steps: tuple[str, ...], path: tuple[str, ...], base: Side, ours: Side, theirs: Side
    ) -> Side:
        """The merge of one value; what only one side changed is taken, what both did alike once."""
        if same(ours, theirs) or same(base, theirs):
            return ours
        if same(base, ours):
            return theirs
        match ours, theirs:
            case dict(), dict() if steps or isinstance(base, dict):
                return self._mapping(steps, path, base if isinstance(base, dict) else {}, ours, theirs)
            case list(), list() if self._is_keyed(path, base, ours, theirs):
                return self._elements(steps, path, _list(base), ours, theirs)
            case list(), list() if self._is_set(path):
                return _united(_list(base), ours, theirs)
        return self._conflict(steps, base, ours, theirs)

    def _conflict(self, steps: tuple[str, ...], base: Side, ours: Side, theirs: Side) -> Side:
        conflict = Conflict(steps, base, ours, theirs)
        self.conflicts.append(conflict)
        return self.decide(conflict)

    def _mapping(
        self,
        steps: tuple[str, ...],
        path: tuple[str, ...],
        base: Mapping[str, Value],
        ours: Mapping[str, Value],
        theirs: Mapping[str, Value],
    ) -> dict[str, Value]:
        found = {
            name: self.value(
                (*steps, name),
                (*path, name),
                base.get(name, GONE),
                ours.get(name, GONE),
                theirs.get(name, GONE),
            )
            for name in woven(list(ours), list(theirs))
        }
        return {name: value for name, value in found.items() if not isinstance(value, Missing)}

    def _elements(
        self,
        steps: tuple[str, ...],
        path: tuple[str, ...],
        base: list[Value],
        ours: list[Value],
        theirs: list[Value],
    ) -> Side:
        order = _order(*(names_of(each) or [] for each in (base, ours, theirs)))
        if order is None and len(path) > 1:
            return self._conflict(steps, base, ours, theirs)
        before, mine, other = ({element_name(each): each for each in side} for side in (base, ours, theirs))
        names = order if order is not None else woven(list(mine), list(other))
        found = (
            self.value(
                (*steps, name), path, before.get(name, GONE), mine.get(name, GONE), other.get(name, GONE)
            )
            for name in names
        )
        return [value for value in found if not isinstance(value, Missing)]

    def _is_keyed(self, path: tuple[str, ...], base: Side, *sides: list[Value]) -> bool:
        lists = [_list(base), *sides]
        return all(names_of(each) is not None for each in lists) and any(lists) and not self._is_set(path)

    def _is_set(self, path: tuple[str, ...]) -> bool:
        node = property_of(self.schema, path) if path else None
        return node is not None and (node[1].get("x-set") is True or resolved(*node)[1].get("x-set") is True)


def _list(value: Side) -> list[Value]:
    return value if isinstance(value, list) else []


def woven(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Our names in our order, each name that only they have behind the one that it follows with them."""
    names = list(ours)
    last = -1
    for name in theirs:
        if name in names:
            last = names.index(name)
        else:
            # Behind what only we have there, as git puts ours first.
            last = next(
                (place for place in range(last + 1, len(names)) if names[place] in theirs), len(names)
            )
            names.insert(last, name)
    return names


def _order(base: list[str], ours: list[str], theirs: list[str]) -> list[str] | None:
    """The names in the order of the side that changed it; None where both did, each in another way."""
    common = [name for name in base if name in ours and name in theirs]
    mine, other = ([name for name in side if name in common] for side in (ours, theirs))
    if [*ours] == sorted(ours) and [*theirs] == sorted(theirs):
        return sorted({*ours, *theirs})
    if mine in (common, other):
        return woven(theirs, ours) if mine == common != other else woven(ours, theirs)
    return woven(ours, theirs) if other == common else None


def _united(base: list[Value], ours: list[Value], theirs: list[Value]) -> list[Value]:
    kept = [each for each in ours if each in theirs or each not in base]
    return [*kept, *(each for each in theirs if each not in ours and each not in base)]
