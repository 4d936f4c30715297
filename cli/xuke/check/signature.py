"""What a signature closes: the text of a memorandum, and the digest by which an edit is found."""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from xuke.diff.fields import edits_of
from xuke.diff.lists import is_set
from xuke.model.change import FieldEdit
from xuke.model.document import Value
from xuke.model.record import Kind
from xuke.model.rule import Version
from xuke.model.views import Memo, view

#: What goes on after signing, and remarks that are no part of the text.
LIVING = (
    *("supplements", "confirmations", "handover", "status", "signature"),
    *("note", "source", "provenance", "document"),
)

#: Remarks on what is listed.
_REMARKS = ("note", "source")

#: What may be filled in later where it was blank.
_BLANKS = ("number", "signed", "effective", "fingerprint")


class Closed(NamedTuple):
    """A signed text: the version that first has it signed, it then and now, how many steps lead to it."""

    version: Version
    then: Mapping[str, Value]
    now: Mapping[str, Value]
    depth: int


def closed_texts(memo: Memo, versions: Sequence[Version]) -> list[Closed]:
    """The memorandum, and every supplement that was ever signed, by the versions from new to old."""
    known: dict[str, Closed] = {}
    now = {each.text("id"): each for each in memo.parts("supplements")}
    for version in reversed([each for each in versions if not each.is_gone]):
        then = view(version.record)
        if then.text("status") == "signed":
            known.setdefault("", Closed(version, then.fields, memo.fields, 0))
        for each in (each for each in then.parts("supplements") if each.has("date")):
            own = [dict(now[each.text("id")].fields)] if each.text("id") in now else []
            text = Closed(version, _alone([dict(each.fields)]), _alone(own), 2)
            known.setdefault(each.text("id"), text)
    return list(known.values())


def _alone(supplements: Sequence[Value]) -> dict[str, Value]:
    return {"supplements": [*supplements]}


def edits_since(text: Closed) -> Iterator[FieldEdit]:
    """What differs from what was signed; remarks, what lives on and blanks that were filled in apart."""
    for edit in edits_of(Kind.MEMORANDUM, text.then, text.now):
        steps = edit.steps[text.depth :]
        if not (steps and _is_allowed(edit, steps)):
            yield edit


def _is_allowed(edit: FieldEdit, steps: Sequence[str]) -> bool:
    head, last = steps[0], steps[-1]
    is_remark = head == "items" and last in _REMARKS
    return head in LIVING or is_remark or (last in _BLANKS and edit.old is None)


def record_digest(fields: Mapping[str, Value], path: tuple[str, ...] = ()) -> str:
    """SHA-256 of the closed fields as JSON with sorted keys; without nulls, remarks and the order of sets.

    ``path`` is ``("supplements",)`` for a supplement.
    """
    closed = {name: _plain((*path, name), value) for name, value in fields.items() if name not in LIVING}
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
