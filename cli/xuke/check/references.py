"""What records refer to, found by the schemas' ``x-ref``: one walk along the fields that are there."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from xuke.check.renumbered import replaced_codes
from xuke.model.document import Value
from xuke.model.files import seat
from xuke.model.place import Pointer
from xuke.model.record import Kind, Record
from xuke.model.register import Register
from xuke.model.views import Memo, View, view
from xuke.words.schemas import reference_kind, walk_record

#: References to records, and the kind that they name.
_TO_RECORDS = {
    "department": Kind.DEPARTMENT,
    "item": Kind.ITEM,
    "document": Kind.DOCUMENT,
    "memorandum": Kind.MEMORANDUM,
    "hall": Kind.HALL,
    "window": Kind.WINDOW,
    "seal": Kind.SEAL,
    "intermediary": Kind.INTERMEDIARY,
}

#: The field by which a record says whose it is: whose file it stands in, and whose sections it means.
OWNER = {
    Kind.ITEM: "competent",
    Kind.POWER: "department",
    Kind.SUPERVISION: "supervisor",
    Kind.MEMORANDUM: "giver",
}


class Reference(NamedTuple):
    """One reference as written."""

    pointer: Pointer
    kind: str
    name: str


@cache
def _tree(schema: str, wanted: Callable[[str, Mapping[str, object]], str]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for path, file, node in walk_record(schema):
        kind = wanted(file, node)
        if kind:
            branch = tree
            for step in path[:-1]:
                branch = branch.setdefault(step, {})
            branch[path[-1]] = kind
    return tree


def marked(schema: str, fields: Mapping[str, Value], wanted: Callable[..., str]) -> list[Reference]:
    """Texts in a record that its schema marks: place, what the mark says, and the text."""
    found: list[Reference] = []
    _follow(_tree(schema, wanted), fields, (), found)
    return found


def _follow(tree: Any, value: Any, pointer: Pointer, found: list[Reference]) -> None:
    # Every record is walked: a list that is filled is twice as fast as generators in generators.
    if isinstance(value, list):
        for index, entry in enumerate(value):
            _follow(tree, entry, (*pointer, index), found)
    elif isinstance(tree, str):
        if isinstance(value, str):
            found.append(Reference(pointer, tree, value))
    elif isinstance(value, dict):
        for name in tree:
            if name in value:
                _follow(tree[name], value[name], (*pointer, name), found)


def references(schema: str, fields: Mapping[str, Value]) -> list[Reference]:
    """Every reference in a record."""
    return marked(schema, fields, reference_kind)


def is_known(reference: Reference, record: Record, register: Register) -> bool:
    """Whether what a reference names exists; what an unread file may hold counts as known."""
    kind, name = reference.kind, reference.name
    if kind in _TO_RECORDS:
        return _has(register, _TO_RECORDS[kind], name) or _is_past(kind, name, record, register)
    if kind == "jurisdiction":
        return (
            not register.snapshot.is_whole(name, Kind.JURISDICTION) or name in register.snapshot.jurisdictions
        )
    if kind == "section":
        return _has_section(register, view(record), name)
    if kind == "party":
        groups = (each.text("id") for each in register.reform.parts("groups"))
        return not register.snapshot.is_whole(register.jurisdiction, Kind.JURISDICTION) or (
            name in groups or _has(register, Kind.DEPARTMENT, name)
        )
    return _in_reform(register, kind, name)


def is_settled(it: View, department: str, register: Register) -> bool:
    """Whether a record's department neither is unknown (K002) nor contradicts the file's name (K003)."""
    place = seat(it.record.path)
    return department in register.departments and (place is None or place.department == department)


def _has(register: Register, kind: Kind, name: str) -> bool:
    jurisdiction, slash, rest = name.partition("/")
    if not (slash and kind is Kind.DOCUMENT):
        jurisdiction, rest = register.jurisdiction, name
    found = register.snapshot.get(jurisdiction, kind, rest) is not None
    return found or not register.snapshot.is_whole(jurisdiction, kind)


def _is_past(kind: str, name: str, record: Record, register: Register) -> bool:
    """Whether a signed memorandum names an item that has gone on under another code since."""
    memo = view(record)
    return kind == "item" and isinstance(memo, Memo) and memo.is_closed and name in replaced_codes(register)


def _has_section(register: Register, it: View, name: str) -> bool:
    field = OWNER.get(it.key.kind)
    owner = it if field is None else register.departments.get(it.text(field))
    if owner is None or not register.snapshot.is_whole(register.jurisdiction, Kind.DEPARTMENT):
        return True
    return any(each.text("id") == name for each in owner.parts("sections"))


def _in_reform(register: Register, kind: str, name: str) -> bool:
    if not register.snapshot.is_whole(register.jurisdiction, Kind.JURISDICTION):
        return True
    known = {"exclusion": register.exclusions, "phase": register.phases, "milestone": register.milestones}
    return name in known[kind]
