"""Findings as lines for people, as JSON, and as annotations of a CI."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from xuke.model.diagnostic import Diagnostic, Severity, say
from xuke.model.place import Location
from xuke.report.json import json_lines
from xuke.sources.load import Loaded
from xuke.words.render import Language, render, template


class Summary(NamedTuple):
    """What was looked at and how much was found; suppressed findings are counted by themselves."""

    errors: int
    warnings: int
    suppressed: int
    records: int
    files: int


Lines: TypeAlias = Callable[[Sequence[Diagnostic], Summary, Language], Iterator[str]]


def summary_of(found: Sequence[Diagnostic], loaded: Loaded) -> Summary:
    """The counts under a list of findings."""
    open_ones = [each for each in found if not each.suppressed]
    errors = sum(each.severity is Severity.ERROR for each in open_ones)
    rest = len(found) - len(open_ones)
    return Summary(
        errors, len(open_ones) - errors, rest, len(loaded.snapshot.records), len(loaded.snapshot.paths)
    )


def table_lines(found: Sequence[Diagnostic], summary: Summary, language: Language) -> Iterator[str]:
    """A line each, in the form that editors jump to; then the counts."""
    for each in found:
        yield render(_line(each), language)
        for other in each.also:
            yield render(say("report.also", place=str(other)), language)
        if each.suppressed:
            yield render(say("report.suppressed", reason=each.suppressed), language)
    yield render(say("report.summary", **summary._asdict()), language)


def _line(each: Diagnostic) -> Any:
    level = say(f"report.{each.severity}")
    return say("report.finding", place=str(each.location), level=level, code=each.code, message=each.message)


def json_report(found: Sequence[Diagnostic], summary: Summary, language: Language) -> Iterator[str]:
    """The contract of ``schemas/output/check.json``."""
    rows = [_row(each, language) for each in found]
    yield from json_lines({"findings": rows, "summary": summary._asdict()})


def _row(each: Diagnostic, language: Language) -> dict[str, Any]:
    row: dict[str, Any] = {
        "code": each.code,
        "severity": str(each.severity),
        **_place(each.location),
        "record": str(each.record) if each.record else None,
        "pointer": list(each.pointer),
        "message": render(each.message, language),
        "basis": template(f"{each.code}.basis", language),
        "also": [_place(other) for other in each.also],
        "fixable": each.fixable,
    }
    return {**row, "suppressed": each.suppressed} if each.suppressed else row


def _place(location: Location) -> dict[str, Any]:
    return {
        "path": location.path,
        "line": location.start.line,
        "column": location.start.column,
        "end_line": location.end.line,
        "end_column": location.end.column,
    }


def github_lines(found: Sequence[Diagnostic], summary: Summary, language: Language) -> Iterator[str]:
    """Workflow commands that GitHub shows at the lines of a change."""
    for each in found:
        if not each.suppressed:
            yield _annotation(each, language)
    yield _escaped(render(say("report.summary", **summary._asdict()), language))


def _annotation(each: Diagnostic, language: Language) -> str:
    place = each.location
    where = {
        "file": place.path,
        "line": place.start.line,
        "endLine": place.end.line,
        "col": place.start.column,
        "endColumn": place.end.column,
        "title": f"{each.code} {template(f'{each.code}.title', language)}",
    }
    words = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
    others = "".join("\n" + render(say("report.also", place=str(other)), language) for other in each.also)
    return f"::{each.severity} {words}::{_escaped(render(each.message, language) + others)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Lines] = {"table": table_lines, "json": json_report, "github": github_lines}
