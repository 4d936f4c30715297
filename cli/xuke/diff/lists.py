"""What the schemas say about lists: which of them have no order."""

from functools import cache

from xuke.model.files import ALL
from xuke.model.record import Kind
from xuke.words.schemas import RECORDS, property_node, record_node, resolved


@cache
def _schema_of(kind: Kind) -> tuple[str, str | None]:
    name = next(each.schema for each in ALL if kind in each.kinds)
    return name, str(kind) if str(kind) in RECORDS[name] else None


@cache
def is_set(kind: Kind, path: tuple[str, ...]) -> bool:
    """Whether the list at a path of field names is unordered (``x-set``)."""
    name, record = _schema_of(kind)
    found = property_node(name, record_node(name, record), path)
    return found is not None and (resolved(*found)[1].get("x-set") is True or found[1].get("x-set") is True)
