"""Labels of fields and choices, from the schemas alone."""

from collections.abc import Mapping
from functools import cache

from xuke.words.schemas import innermost, property_of


@cache
def property_title(schema: str, path: tuple[str, ...], english: bool) -> str:
    """The title of a property; its name where the schema does not know it.

    ``schema`` is ``items/item`` for a record of a list file, ``reform`` for a whole file.
    """
    found = property_of(schema, path)
    key = "x-title-en" if english else "title"
    return str(found[1].get(key, path[-1] if path else schema)) if found else path[-1]


@cache
def enum_label(schema: str, path: tuple[str, ...], value: str, english: bool) -> str:
    """The label of an enum value; the value itself where it has none."""
    labels = _choices(schema, path)
    return str(labels[value][english]) if value in labels else value


def choices(schema: str, path: tuple[str, ...], english: bool) -> dict[str, str]:
    """All values of an enum with their labels, in the order of the schema."""
    return {value: str(pair[english]) for value, pair in _choices(schema, path).items()}


@cache
def _choices(schema: str, path: tuple[str, ...]) -> Mapping[str, list[str]]:
    found = property_of(schema, path)
    labels: Mapping[str, list[str]] = innermost(*found)[1].get("x-labels", {}) if found else {}
    return labels
