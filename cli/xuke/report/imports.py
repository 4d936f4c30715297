"""An import as text and as JSON: where rows stand, what is noted, what is found, what changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from xuke.diff.comparison import Comparison
from xuke.model.diagnostic import Diagnostic, Message, say
from xuke.model.place import Location
from xuke.report.changes import Looks, change_lines
from xuke.report.changes_json import changes_value
from xuke.report.findings import finding_json, finding_lines
from xuke.report.json import json_lines
from xuke.tables.merge import MISSING, Conflict
from xuke.words.render import render

#: So many notes, and other places of a finding, are shown where not all are asked for.
FEW = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that an import found; ``blocks`` are the headings with the title of their table and its rows."""

    findings: Sequence[Diagnostic]
    notes: Sequence[tuple[Location, Message]]
    conflicts: Sequence[Conflict]
    changes: Comparison
    blocks: Sequence[tuple[Location, str, int]]
    is_written: bool
    files: int


def import_lines(outcome: Outcome, looks: Looks, *, is_long: bool = False) -> Iterator[str]:
    """Blocks, notes, findings and changes, each with its cell."""
    language = looks.language
    for place, table, rows in outcome.blocks:
        yield render(say("books.block", place=str(place), table=table, rows=rows), language)
    shown = outcome.notes if is_long else outcome.notes[:FEW]
    for place, message in shown:
        yield render(say("books.note", place=str(place), message=message), language)
    if len(outcome.notes) > len(shown):
        yield render(say("books.more_notes", count=len(outcome.notes) - len(shown)), language)
    for each in sorted(outcome.findings, key=lambda each: each.order):
        others = len(each.also) if is_long else FEW
        yield from finding_lines(replace(each, also=each.also[:others]), language)
        if len(each.also) > others:
            yield render(say("books.more_places", count=len(each.also) - others), language)
    yield from change_lines(outcome.changes, looks)


def import_json(outcome: Outcome, looks: Looks, *, is_long: bool = False) -> Iterator[str]:
    """The contract of ``schemas/output/import.json``; it is always long."""
    del is_long
    language = looks.language
    found = sorted(outcome.findings, key=lambda each: each.order)
    yield from json_lines(
        {
            "blocks": [{**place(at), "table": table, "rows": rows} for at, table, rows in outcome.blocks],
            "notes": [{**place(at), "message": render(text, language)} for at, text in outcome.notes],
            "findings": [finding_json(each, language, place) for each in found],
            "conflicts": [_conflict(each) for each in outcome.conflicts],
            **changes_value(outcome.changes, language),
            "files": outcome.files,
            "written": outcome.is_written,
        }
    )


def place(location: Location) -> dict[str, Any]:
    """A cell by sheet and address, both null for a workbook as a whole; a line where a text is meant."""
    where = {"path": location.path, "sheet": location.sheet or None, "cell": location.cell or None}
    is_text = not location.sheet and location.start.line > 0
    return {**where, "line": location.start.line} if is_text else where


def _conflict(each: Conflict) -> dict[str, Any]:
    sides = {"base": each.base, "mine": each.mine, "theirs": each.theirs}
    values = {name: value for name, value in sides.items() if value is not MISSING}
    steps = list(each.steps)
    return {"record": str(each.key), "field": ".".join(steps), "steps": steps, **place(each.place), **values}
