"""What the schemas say of comparing: lists that have no order, and groups that are one value."""

from collections.abc import Mapping
from functools import cache

from xuke.model.document import Value, same
from xuke.model.record import Kind
from xuke.words.schemas import innermost, property_of, record_node, resolved, schema_of_kind


@cache
def is_set(kind: Kind, path: tuple[str, ...]) -> bool:
    """Whether the list at a path of field names is unordered (``x-set``)."""
    found = property_of(schema_of_kind(kind), path)
    return found is not None and (resolved(*found)[1].get("x-set") is True or found[1].get("x-set") is True)


@cache
def is_one(kind: Kind, path: tuple[str, ...]) -> bool:
    """Whether the fields of a group make sense together only, and so change as one (``x-whole``)."""
    found = property_of(schema_of_kind(kind), path)
    return found is not None and resolved(*found)[1].get("x-whole") is True


@cache
def ranks_of(kind: Kind, path: tuple[str, ...]) -> Mapping[str, int]:
    """The fields of a record, or of a group in it, with their places in the schema."""
    name, _, record = schema_of_kind(kind).partition("/")
    found = property_of(schema_of_kind(kind), path) if path else (name, record_node(name, record or None))
    fields = innermost(*found)[1].get("properties", {}) if found else {}
    return {field: rank for rank, field in enumerate(fields)}


def alike(kind: Kind, path: tuple[str, ...], one: object, other: object) -> bool:
    """Whether two values at a path of field names say the same: a list without order as a bag."""
    if isinstance(one, list) and isinstance(other, list) and is_set(kind, path):
        return _bag(one) == _bag(other)
    return same(one, other)


def _bag(value: list[Value]) -> list[str]:
    return sorted(f"{type(each).__name__}:{each}" for each in value)
