"""The way from a record to an edit: names of fields, and names of list elements between them."""

from collections.abc import Iterator, Sequence
from typing import Any

from xuke.model.part import element_name
from xuke.model.record import Record


def path_of(record: Record, steps: Sequence[str]) -> tuple[str, ...]:
    """The names of fields on the way to an edit, without those of list elements."""
    return tuple(name for name, is_field in walked(record.fields, steps) if is_field)


def walked(value: Any, steps: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Every step, and whether it is the name of a field."""
    for step in steps:
        is_field = not isinstance(value, list)
        yield step, is_field
        if is_field:
            value = value.get(step) if isinstance(value, dict) else None
        else:
            value = next((each for each in value if element_name(each) == step), None)
