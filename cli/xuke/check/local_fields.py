"""What a local rule reads: fields by their dotted paths, through lists, with the place of each value."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from xuke.check.explain import shown
from xuke.model.diagnostic import Label, Word
from xuke.model.document import Value
from xuke.model.limit import Conversion, limit_of, limit_said
from xuke.model.part import Part, day_of
from xuke.model.place import Pointer
from xuke.words.schemas import schema_of_kind

#: What the operators of ``compare`` ask of a sign: negative, zero or positive.
_HOLDS: Mapping[str, Callable[[int], bool]] = {
    "lt": lambda sign: sign < 0,
    "le": lambda sign: sign <= 0,
    "eq": lambda sign: sign == 0,
    "ne": lambda sign: sign != 0,
    "ge": lambda sign: sign >= 0,
    "gt": lambda sign: sign > 0,
}


class Found(NamedTuple):
    """A value and where it stands in its record."""

    pointer: Pointer
    value: Value


def found_at(it: Part, path: str, near: Pointer = ()) -> list[Found]:
    """Every value under a path, those of lists one by one; nothing for what is missing or null.

    With ``near`` a list that this pointer also goes through gives the same element only.
    """
    return [each for each in _follow(it.fields, path.split("."), (), near) if each.value is not None]


def _follow(value: Any, steps: list[str], pointer: Pointer, near: Pointer) -> Iterator[Found]:
    match value, steps:
        case list(), _:
            for index in _indexes(value, pointer, near):
                yield from _follow(value[index], steps, (*pointer, index), near)
        case Mapping(), [step, *rest] if step in value:
            yield from _follow(value[step], rest, (*pointer, step), near)
        case _, []:
            yield Found(pointer, value)


def _indexes(value: list[Value], pointer: Pointer, near: Pointer) -> Iterable[int]:
    depth = len(pointer)
    step = near[depth] if len(near) > depth and near[:depth] == pointer else None
    return (step,) if isinstance(step, int) else range(len(value))


def label_of(kind: str, path: str) -> Label:
    """The title of a field, for a message."""
    return Label(schema_of_kind(kind), tuple(path.split(".")))


def title_of(kind: str) -> Label:
    """What a kind of record is called."""
    return Label(schema_of_kind(kind), ())


def in_text(value: Value) -> Word:
    """A value for a message; time limits as they are read."""
    limit = limit_of(value)
    return limit_said(limit) if limit else shown(value)


def is_same(one: Value, other: Value) -> bool:
    """Equal, and true is not 1."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def number_of(value: Value) -> Decimal | None:
    """A number as it is written, so that tenths add up; None for anything else."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return Decimal(str(value)) if is_number else None


def order_of(one: Value, other: Value, conversion: Conversion) -> int | None:
    """Negative, zero or positive for two numbers, dates or limits; None where they have no order."""
    left, right = limit_of(one), limit_of(other)
    if left and right:
        return conversion.compare(left, right)
    for read in (number_of, day_of):
        first, second = read(one), read(other)
        if first is not None and second is not None:
            return (first > second) - (first < second)  # type: ignore[operator]
    return None


def holds(op: str, one: Value, other: Value, conversion: Conversion) -> bool | None:
    """Whether two values stand in a relation; None where they cannot be compared."""
    order = order_of(one, other, conversion)
    if order is not None:
        return _HOLDS[op](order)
    is_plain = type(one) is type(other) and isinstance(one, str | bool)
    return is_same(one, other) == (op == "eq") if is_plain and op in {"eq", "ne"} else None
