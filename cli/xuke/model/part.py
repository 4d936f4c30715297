"""Parts of values, read by path; what is missing or of a wrong type reads as empty."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from xuke.model.document import Value
from xuke.model.limit import Limit, limit_of
from xuke.model.place import Pointer


def at(root: object, *path: str | int) -> Value:
    """The part of a value under a path, or None."""
    value: Any = root
    for step in path:
        # The most called function of a check: plain tests are twice as fast as patterns.
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    found: Value = value
    return found


def day_of(value: object) -> date | None:
    """A date as written (``2018-09-25``), or None for anything else, 0001 and 9999 (no end) among it."""
    # The day of a week (2018-W39-2) has ten signs too, and is no date of a register.
    if not isinstance(value, str) or len(value) != 10 or value[7] != "-":
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    # In the first and the last year of the calendar, a day may have none before or after it.
    return day if date.min.year < day.year < date.max.year else None


@dataclass(frozen=True, slots=True)
class Part:
    """A mapping inside a record, with its place."""

    fields: Mapping[str, Value]
    pointer: Pointer

    # The most called functions of a check: a field of the mapping itself is reached without a path.

    def get(self, name: str, *rest: str | int) -> Value:
        """A field as written, or None."""
        value = self.fields.get(name)
        return at(value, *rest) if rest else value

    def has(self, name: str, *rest: str | int) -> bool:
        """Whether a field is written and not null."""
        value = self.get(name, *rest) if rest else self.fields.get(name)
        return value is not None

    def text(self, name: str, *rest: str | int) -> str:
        """A text field, or empty."""
        value = self.get(name, *rest) if rest else self.fields.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str, *rest: str | int) -> int | float | None:
        """A number field, or None; true and false are no numbers."""
        value = self.get(name, *rest) if rest else self.fields.get(name)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def day(self, name: str, *rest: str | int) -> date | None:
        """A date field, or None."""
        return day_of(self.get(name, *rest))

    def limit(self, name: str, *rest: str | int) -> Limit | None:
        """A time limit, or None."""
        return limit_of(self.get(name, *rest) if rest else self.fields.get(name))

    def texts(self, name: str, *rest: str | int) -> list[str]:
        """The texts of a list field, in order."""
        value = self.get(name, *rest)
        return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []

    def parts(self, name: str, *rest: str | int) -> list["Part"]:
        """The mappings of a list field, in order."""
        value = self.get(name, *rest) if rest else self.fields.get(name)
        if not isinstance(value, list):
            return []
        place = (*self.pointer, name, *rest)
        return [Part(each, (*place, index)) for index, each in enumerate(value) if isinstance(each, dict)]

    def part(self, name: str, *rest: str | int) -> "Part":
        """A mapping field; an empty part where it is not written."""
        value = self.get(name, *rest)
        return Part(value if isinstance(value, dict) else {}, (*self.pointer, name, *rest))

    def covers(self, day: date) -> bool:
        """Whether its ``from`` and ``until``, both included, take in a day; an open side bounds nothing."""
        return (self.day("from") or date.min) <= day <= (self.day("until") or date.max)


#: Fields that name an element of a keyed list, the first that is there.
NAMING = ("id", "code", "suffix", "stage", "name", "file")


def element_name(value: object) -> str:
    """What names an element of a keyed list: its id, code, suffix or stage; empty otherwise."""
    field = name_field(value)
    return str(value[field]) if field and isinstance(value, dict) else ""


def name_field(value: object) -> str:
    """The field that names an element of a keyed list; empty where none does."""
    fields = value if isinstance(value, dict) else {}
    return next((name for name in NAMING if name in fields), "")


def names_of(value: list[Value]) -> list[str] | None:
    """The names of a keyed list's elements; None where they are not all named, each differently."""
    names = [element_name(each) for each in value]
    return names if all(names) and len(set(names)) == len(names) else None


def dotted(fields: Mapping[str, Value], pointer: Pointer) -> str:
    """A pointer as users write it: ``phases.zhunbei.until``, elements by name or number."""
    return ".".join(_names(fields, pointer))


def _names(value: object, pointer: Pointer) -> Iterator[str]:
    for step in pointer:
        value = at(value, step)
        yield (element_name(value) if isinstance(step, int) else "") or str(step)
