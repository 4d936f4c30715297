"""The other way round: changes applied to the old snapshot give the new one."""

from collections.abc import Iterable, Mapping
from typing import cast

from xuke.model.change import Added, Change, FieldEdit, Moved, Removed
from xuke.model.document import Value
from xuke.model.record import Key, Record, Snapshot
from xuke.model.views import element_name


def apply(changes: Iterable[Change], old: Snapshot) -> Snapshot:
    """The snapshot after the changes."""
    records = dict(old.records)
    for change in changes:
        _apply(records, change)
    return Snapshot(records)


def _apply(records: dict[Key, Record], change: Change) -> None:
    match change:
        case Removed():
            del records[change.key]
        case Added() | Moved():
            records[change.key] = change.new
        case _:
            fields = edited(records[change.key].fields, change.fields)
            records[change.key] = Record(change.key, fields, change.new.home)


def edited(fields: Mapping[str, Value], edits: Iterable[FieldEdit]) -> Mapping[str, Value]:
    """A record's fields after edits; the given fields are not touched."""
    root = _copy(cast(Value, fields))
    for edit in edits:
        _edit(root, edit)
    return cast(Mapping[str, Value], root)


def _copy(value: Value) -> Value:
    match value:
        case dict():
            return {name: _copy(each) for name, each in value.items()}
        case list():
            return [_copy(each) for each in value]
    return value


def _edit(root: Value, edit: FieldEdit) -> None:
    *steps, last = edit.steps
    parent = root
    for step in steps:
        parent = _child(parent, step)
    if edit.is_order:
        _reorder(_child(parent, last), cast(list[str], edit.new))
    else:
        _set(parent, last, edit)


def _child(parent: Value, step: str) -> Value:
    if isinstance(parent, list):
        return parent[_index(parent, step)]
    return cast(dict[str, Value], parent)[step]


def _index(parent: list[Value], name: str) -> int:
    return [element_name(each) for each in parent].index(name)


def _set(parent: Value, name: str, edit: FieldEdit) -> None:
    match parent:
        case list() if not edit.has_old:
            parent.append(edit.new)
        case list() if not edit.has_new:
            del parent[_index(parent, name)]
        case dict() if not edit.has_new:
            del parent[name]
        case dict():
            parent[name] = edit.new
        case _:
            elements = cast(list[Value], parent)
            elements[_index(elements, name)] = edit.new


def _reorder(parent: Value, names: list[str]) -> None:
    cast(list[Value], parent).sort(key=lambda each: names.index(element_name(each)))
