"""What a merge left to decide, as text and as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from xuke.diff.merge import Missing, Side
from xuke.edit.conflicts import Question, fields_of
from xuke.model.diagnostic import say
from xuke.report.json import json_lines
from xuke.report.show import field, shown
from xuke.words.render import Language, render


def conflict_lines(found: Sequence[Question], whole: Sequence[str], language: Language) -> Iterator[str]:
    """A line a conflict, below it what each side has; then files that have to be decided as a whole."""
    for each in found:
        yield f"{each.name}  {_label(each, language)}".rstrip()
        for name, side in _all(each).items():
            yield f"    {render(say(f'merging.side_{name}'), language)} {_shown(each, side, language)}"
    for path in whole:
        yield render(say("merging.whole", path=path), language)
    yield render(say("merging.count", count=len(found) + len(whole)), language)


def _all(each: Question) -> dict[str, Side]:
    return {"base": each.conflict.base, "ours": each.conflict.ours, "theirs": each.conflict.theirs}


def _label(each: Question, language: Language) -> str:
    return (
        field(each.key.kind, fields_of(each.key.kind, each.field), language)
        if each.key and each.field
        else ""
    )


def _shown(each: Question, side: Side, language: Language) -> str:
    if isinstance(side, Missing):
        return render(say("merging.gone"), language)
    if each.key is None:
        return str(side)
    return shown(each.key.kind, fields_of(each.key.kind, each.field), side, language)


def conflict_json(found: Sequence[Question], whole: Sequence[str]) -> Iterator[str]:
    """The contract of ``schemas/output/conflicts.json``; a side that has nothing is left out."""
    rows = [{"name": each.name, "path": each.path, **_record(each), **_sides(each)} for each in found]
    yield from json_lines({"conflicts": rows, "files": list(whole)})


def _record(each: Question) -> dict[str, Any]:
    return {"record": str(each.key) if each.key else None, "field": list(each.field)}


def _sides(each: Question) -> dict[str, Any]:
    return {name: side for name, side in _all(each).items() if not isinstance(side, Missing)}
