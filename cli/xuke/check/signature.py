"""What a signature closes: the text of a memorandum, and the digest by which an edit is found."""

import json
from collections.abc import Mapping
from hashlib import sha256

from xuke.diff.lists import is_set
from xuke.model.document import Value
from xuke.model.record import Kind

#: What goes on after signing, and remarks that are no part of the text.
LIVING = (
    *("supplements", "confirmations", "handover", "status", "signature"),
    *("note", "source", "provenance", "document"),
)

#: Remarks on what is listed.
_REMARKS = ("note", "source")


def record_digest(fields: Mapping[str, Value]) -> str:
    """SHA-256 of the closed fields as JSON with sorted keys; without nulls, remarks and the order of sets."""
    closed = {name: _plain((name,), value) for name, value in fields.items() if name not in LIVING}
    kept = {name: value for name, value in closed.items() if value is not None}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(path: tuple[str, ...], value: Value) -> Value:
    match value:
        case dict():
            kept = {name: each for name, each in value.items() if name not in _REMARKS and each is not None}
            return {name: _plain((*path, name), each) for name, each in kept.items()}
        case list() if is_set(Kind.MEMORANDUM, path):
            return sorted((_plain(path, each) for each in value), key=str)
        case list():
            return [_plain(path, each) for each in value]
    return value
