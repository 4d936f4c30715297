"""Changes between two revisions as text and as JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from xuke.model.change import Added, Change, Edited, FieldEdit, Moved, Removed
from xuke.model.diagnostic import say
from xuke.model.record import Key, Kind, Record
from xuke.model.views import element_name, view
from xuke.report.json import json_lines
from xuke.report.show import field, shown
from xuke.words.render import Language, render


def change_lines(changes: Sequence[Change], language: Language) -> Iterator[str]:
    """A line a record, a line below for each field; then the counts."""
    for change in changes:
        yield from _lines(change, language)
    counts = _counts(changes)
    yield render(say("report.changes", **counts) if changes else say("report.no_change"), language)


def _counts(changes: Sequence[Change]) -> dict[str, int]:
    found = Counter(_name(change) for change in changes)
    return {name: found[name] for name in ("added", "removed", "edited", "moved")}


def _name(change: Change) -> str:
    return type(change).__name__.lower()


def _lines(change: Change, language: Language) -> Iterator[str]:
    match change:
        case Added(new):
            yield render(say("report.added", key=str(change.key), name=view(new).name), language)
        case Removed(old):
            yield render(say("report.removed", key=str(change.key), name=view(old).name), language)
        case Moved(old, new):
            yield render(say("report.moved", key=str(change.key), old=old.path, new=new.path), language)
        case Edited(_, new, fields):
            yield render(say("report.edited", key=str(change.key), name=view(new).name), language)
            yield from (_field_line(change.key, new, edit, language) for edit in fields)


def _field_line(key: Key, record: Record, edit: FieldEdit, language: Language) -> str:
    path = path_of(record, edit.steps)
    title = _title(key.kind, record, edit.steps, language)
    if edit.is_order:
        return render(say("report.order", field=title), language)
    old, new = (shown(key.kind, path, each, language) for each in (edit.old, edit.new))
    if not edit.has_old:
        return render(say("report.field_added", field=title, new=new), language)
    if not edit.has_new:
        return render(say("report.field_removed", field=title, old=old), language)
    return render(say("report.field", field=title, old=old, new=new), language)


def path_of(record: Record, steps: Sequence[str]) -> tuple[str, ...]:
    """The names of fields on the way to an edit, without those of list elements."""
    return tuple(name for name, is_field in _walk(record.fields, steps) if is_field)


def _walk(value: Any, steps: Sequence[str]) -> Iterator[tuple[str, bool]]:
    for step in steps:
        is_field = not isinstance(value, list)
        yield step, is_field
        if is_field:
            value = value.get(step) if isinstance(value, dict) else None
        else:
            value = next((each for each in value if element_name(each) == step), None)


def _title(kind: Kind, record: Record, steps: Sequence[str], language: Language) -> str:
    parts: list[str] = []
    path: tuple[str, ...] = ()
    for name, is_field in _walk(record.fields, steps):
        path = (*path, name) if is_field else path
        parts.append(field(kind, path, language) if is_field else f"[{name}]")
    return " ".join(parts)


def change_json(changes: Sequence[Change]) -> Iterator[str]:
    """The contract of ``schemas/output/diff.json``: enough to make the new records from the old."""
    yield from json_lines({"changes": [_row(change) for change in changes], "summary": _counts(changes)})


def _row(change: Change) -> dict[str, Any]:
    head = {"kind": str(change.key.kind), "record": str(change.key), "change": _name(change)}
    match change:
        case Added(new):
            return {**head, "path": new.path, "fields": [_edit(each) for each in _all(new, is_new=True)]}
        case Removed(old):
            return {**head, "path": old.path, "fields": [_edit(each) for each in _all(old, is_new=False)]}
        case Moved(old, new):
            return {**head, "path": new.path, "old_path": old.path, "fields": []}
        case Edited(_, new, fields):
            return {**head, "path": new.path, "fields": [_edit(each) for each in fields]}


def _all(record: Record, *, is_new: bool) -> Iterator[FieldEdit]:
    for name, value in record.fields.items():
        yield FieldEdit((name,), value, value, has_old=not is_new, has_new=is_new)


def _edit(edit: FieldEdit) -> dict[str, Any]:
    row: dict[str, Any] = {"field": ".".join(edit.steps), "steps": list(edit.steps)}
    old = {"old": edit.old} if edit.has_old else {}
    new = {"new": edit.new} if edit.has_new else {}
    return {**row, **old, **new, **({"order": True} if edit.is_order else {})}
