"""The other way round: changes applied to the old snapshot give the new one."""

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from xuke.model.change import (
    Change,
    Edited,
    FieldEdit,
    Merged,
    Removed,
    Renumbered,
    Split,
    after,
    before,
)
from xuke.model.document import Value
from xuke.model.record import Record, Snapshot
from xuke.model.views import element_name


def apply(changes: Iterable[Change], old: Snapshot) -> Snapshot:
    """The snapshot after the changes, in whatever order they come."""
    told = list(changes)
    stopped = {record.key for change in told if _stops(change) for record in before(change)}
    records = {key: record for key, record in old.records.items() if key not in stopped}
    for change in told:
        records.update((record.key, record) for record in _made(change, old))
    return Snapshot(records)


def _stops(change: Change) -> bool:
    return isinstance(change, Removed | Renumbered | Split | Merged)


def _made(change: Change, old: Snapshot) -> Iterator[Record]:
    """The records that a change leads to, made from those of the old snapshot where it tells edits."""
    match change:
        case Edited() | Renumbered() | Merged():
            source = before(change)[0].key
            yield _record(old.records[source], change.new, change.fields)
        case Split():
            source = change.old.key
            for new, fields in zip(change.new, change.fields, strict=True):
                yield _record(old.records[source], new, fields)
        case _:
            yield from after(change)


def _record(old: Record, new: Record, edits: Iterable[FieldEdit]) -> Record:
    return Record(new.key, edited(old.fields, edits), new.home)


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
