"""Changes between two revisions as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from xuke.diff.comparison import Comparison
from xuke.diff.kinds import ChangeKind
from xuke.diff.suggest import Suggestion
from xuke.diff.totals import Total
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
    before,
)
from xuke.model.diagnostic import say
from xuke.model.record import Record
from xuke.report.changes import counted, name_of
from xuke.report.json import json_lines
from xuke.words.render import Language, render


def change_json(found: Comparison, language: Language) -> Iterator[str]:
    """The contract of ``schemas/output/diff.json``: enough to make the new records from the old."""
    more = {
        "totals": [_total(each) for each in found.totals],
        "suggestions": [_suggestion(each) for each in found.suggestions],
    }
    whole = {**changes_value(found, language), **{name: rows for name, rows in more.items() if rows}}
    yield from json_lines(whole)


def changes_value(found: Comparison, language: Language) -> dict[str, Any]:
    """Changes and their counts, as every output has them."""
    return {
        "changes": [
            {**row, **_memoranda(found, change)}
            for change, kinds in zip(found.changes, found.kinds, strict=True)
            for row in _rows(change, _labels(kinds, language))
        ],
        "summary": counted(found.changes),
    }


def _memoranda(found: Comparison, change: Change) -> dict[str, Any]:
    named = {"memoranda": found.memoranda, "suspect": found.suspect}
    known = {name: rows.get(change.key, ()) for name, rows in named.items()}
    return {name: [str(each.key) for each in rows] for name, rows in known.items() if rows}


def _total(total: Total) -> dict[str, Any]:
    flows = [{"change": each.name, "out": each.out, "in": each.into} for each in total.flows]
    return {"kind": str(total.kind), "before": total.before, "flows": flows, "after": total.after}


def _suggestion(each: Suggestion) -> dict[str, Any]:
    return {"old": str(each.old.key), "new": str(each.new.key), "likeness": each.likeness}


def _labels(found: Sequence[ChangeKind], language: Language) -> list[dict[str, str]]:
    return [{"name": str(kind), "label": render(say(f"diff.{kind}"), language)} for kind in found]


def _rows(change: Change, labels: list[dict[str, str]]) -> Iterator[dict[str, Any]]:
    """A row a record; of a split one for each result."""
    shown = {"change": name_of(change), "kinds": labels}
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
    """One edit as the contract has it; a side that was not written is absent."""
    row: dict[str, Any] = {"field": ".".join(edit.steps), "steps": list(edit.steps)}
    old = {"old": edit.old} if edit.has_old else {}
    new = {"new": edit.new} if edit.has_new else {}
    return {**row, **old, **new, **({"order": True} if edit.is_order else {})}
