"""What the parties of a memorandum agreed on about an item, and its fingerprint."""

import json
from collections.abc import Collection, Mapping
from hashlib import sha256

from xuke.model.document import Value
from xuke.model.views import element_name

#: The fields of an item, and of each of its business items, that signing pins.
AGREED = ("name", "bases", "limit", "materials", "special_procedures", "disposition")

#: Remarks take no part in any comparison, wherever they stand.
_REMARKS = ("note", "source")


def agreed(fields: Mapping[str, Value], suffixes: Collection[str] = ()) -> dict[str, Value]:
    """The agreed fields of an item, of the listed business items or of all.

    Without nulls and remarks; the elements of a keyed list in the order of their names.
    """
    found = _pinned(fields)
    listed = fields.get("handlings")
    handlings = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    kept = [each for each in handlings if not suffixes or each.get("suffix") in suffixes]
    parts: list[Value] = [{"suffix": each.get("suffix"), **_pinned(each)} for each in kept]
    return {**found, "handlings": _plain(parts)} if parts else found


def fingerprint(fields: Mapping[str, Value], suffixes: Collection[str] = ()) -> str:
    """SHA-256 of the agreed fields as JSON with sorted keys, in lower-case hexadecimal."""
    text = json.dumps(agreed(fields, suffixes), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _pinned(fields: Mapping[str, Value]) -> dict[str, Value]:
    return {name: _plain(fields[name]) for name in AGREED if fields.get(name) is not None}


def _plain(value: Value) -> Value:
    match value:
        case dict():
            kept = {name: each for name, each in value.items() if name not in _REMARKS and each is not None}
            return {name: _plain(each) for name, each in kept.items()}
        case list() if all(isinstance(each, dict) for each in value):
            return sorted(map(_plain, value), key=element_name)
        case list():
            return [_plain(each) for each in value]
    return value
