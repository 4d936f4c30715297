"""Changes between two revisions as text and as JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from xuke.diff.kinds import ChangeKind, kinds, own_edits, replaced
from xuke.model.change import (
    Added,
    Change,
    Edited,
    FieldEdit,
    Merged,
    Moved,
    Removed,
    Renumbered,
    Split,
    after,
    before,
)
from xuke.model.diagnostic import say
from xuke.model.record import Key, Kind, Record
from xuke.model.views import element_name, view
from xuke.report.json import json_lines
from xuke.report.show import field, shown
from xuke.words.render import Language, render

#: What may become of a record, in the order of the counts.
CHANGES = ("added", "removed", "edited", "moved", "renumbered", "split", "merged")


def change_lines(changes: Sequence[Change], language: Language) -> Iterator[str]:
    """A line a record, a line below for each field; then the counts."""
    for change in changes:
        yield from _lines(change, language)
    counts = _counts(changes)
    alone, joined = ({name: counts[name] for name in names} for names in (CHANGES[:4], CHANGES[4:]))
    yield render(say("report.changes", **alone) if changes else say("report.no_change"), language)
    if any(joined.values()):
        yield render(say("diff.joined", **joined), language)


def _counts(changes: Sequence[Change]) -> dict[str, int]:
    found = Counter(_name(change) for change in changes)
    return {name: found[name] for name in CHANGES}


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
        case Edited(_, new):
            yield render(say("report.edited", key=str(change.key), name=view(new).name), language)
        case _:
            yield from _joined_lines(change, language)
    for edit in own_edits(change):
        yield _field_line(change.key, after(change)[0], edit, language)


def _joined_lines(change: Renumbered | Split | Merged, language: Language) -> Iterator[str]:
    """What the change is, then every record that it takes and that it leaves."""
    yield render(say(f"diff.{_name(change)}_line", key=str(change.key)), language)
    for name, records in (("diff.from", before(change)), ("diff.into", after(change))):
        for each in records:
            yield render(say(name, key=str(each.key), name=view(each).name), language)


def _field_line(key: Key, record: Record, edit: FieldEdit, language: Language) -> str:
    path = path_of(record, edit.steps)
    title = title_of(key.kind, record, edit.steps, language)
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


def title_of(kind: Kind, record: Record, steps: Sequence[str], language: Language) -> str:
    """The titles of fields on the way to an edit, names of list elements in brackets."""
    parts: list[str] = []
    path: tuple[str, ...] = ()
    for name, is_field in _walk(record.fields, steps):
        path = (*path, name) if is_field else path
        parts.append(field(kind, path, language) if is_field else f"[{name}]")
    return " ".join(parts)


def change_json(changes: Sequence[Change], language: Language) -> Iterator[str]:
    """The contract of ``schemas/output/diff.json``: enough to make the new records from the old."""
    words = replaced(changes)
    rows = [row for change in changes for row in _rows(change, _labels(kinds(change, words), language))]
    yield from json_lines({"changes": rows, "summary": _counts(changes)})


def _labels(found: Sequence[ChangeKind], language: Language) -> list[dict[str, str]]:
    return [{"name": str(kind), "label": render(say(f"diff.{kind}"), language)} for kind in found]


def _rows(change: Change, labels: list[dict[str, str]]) -> Iterator[dict[str, Any]]:
    """A row a record; of a split one for each result."""
    shown = {"change": _name(change), "kinds": labels}
    match change:
        case Added(new):
            yield {**_head(new), **shown, "path": new.path, "fields": [*_all(new, is_new=True)]}
        case Removed(old):
            yield {**_head(old), **shown, "path": old.path, "fields": [*_all(old, is_new=False)]}
        case Moved(old, new):
            yield {**_head(new), **shown, "path": new.path, "old_path": old.path, "fields": []}
        case Edited(_, new, fields):
            yield {**_head(new), **shown, "path": new.path, "fields": [*map(edit_json, fields)]}
        case Split(_, results, fields):
            for new, edits in zip(results, fields, strict=True):
                yield {**_head(new), **shown, **_origin(change, new), "fields": [*map(edit_json, edits)]}
        case Renumbered(_, new, fields) | Merged(_, new, fields):
            yield {**_head(new), **shown, **_origin(change, new), "fields": [*map(edit_json, fields)]}


def _head(record: Record) -> dict[str, Any]:
    return {"kind": str(record.key.kind), "record": str(record.key)}


def _origin(change: Change, new: Record) -> dict[str, Any]:
    return {"path": new.path, "sources": [str(each.key) for each in before(change)]}


def _all(record: Record, *, is_new: bool) -> Iterator[dict[str, Any]]:
    for name, value in record.fields.items():
        yield edit_json(FieldEdit((name,), value, value, has_old=not is_new, has_new=is_new))


def edit_json(edit: FieldEdit) -> dict[str, Any]:
    """One edit as ``schemas/output/diff.json`` has it; a side that was not written is absent."""
    row: dict[str, Any] = {"field": ".".join(edit.steps), "steps": list(edit.steps)}
    old = {"old": edit.old} if edit.has_old else {}
    new = {"new": edit.new} if edit.has_new else {}
    return {**row, **old, **new, **({"order": True} if edit.is_order else {})}
