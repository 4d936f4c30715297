"""What the schemas say about lists: which of them have no order."""

from functools import cache

from xuke.model.record import Kind
from xuke.words.schemas import property_of, resolved, schema_of_kind


@cache
def is_set(kind: Kind, path: tuple[str, ...]) -> bool:
    """Whether the list at a path of field names is unordered (``x-set``)."""
    found = property_of(schema_of_kind(kind), path)
    return found is not None and (resolved(*found)[1].get("x-set") is True or found[1].get("x-set") is True)
