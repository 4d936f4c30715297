"""Findings as SARIF 2.1.0, the format of code scanning platforms."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from xuke import __version__
from xuke.check.gathered import Shown
from xuke.model.diagnostic import Diagnostic, say
from xuke.model.place import Location
from xuke.model.record import Key
from xuke.report.findings import Report, basis_text
from xuke.words.render import Language, render

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

#: What paths are relative to; platforms know it by this name.
_ROOT = "%SRCROOT%"

#: The name of the fingerprint; another way of making it needs another version.
_FINGERPRINT = "finding/v1"


def sarif_lines(report: Report, language: Language) -> Iterator[str]:
    """One run; its rules are those that have findings, each with why it is there and its basis."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report, language)]}
    yield from json.dumps(log, ensure_ascii=False, indent=2).split("\n")


def _run(report: Report, language: Language) -> dict[str, Any]:
    rules = {each.found.code: each.found for each in report.entries}
    codes = sorted(rules)
    # The standard wants suppressions at all results or at none.
    with_suppressions = any(each.found.suppressed for each in report.entries)
    return {
        "tool": {"driver": _driver([rules[code] for code in codes], language)},
        "language": str(language),
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": _text(render(say("report.root"), language))}},
        "results": [
            {**_result(each, codes, language), **(_suppressions(each.found) if with_suppressions else {})}
            for each in report.entries
        ],
    }


def _driver(rules: Sequence[Diagnostic], language: Language) -> dict[str, Any]:
    return {
        "name": "xuke",
        "version": __version__,
        "language": str(language),
        "rules": [_rule(each, language) for each in rules],
    }


def _rule(found: Diagnostic, language: Language) -> dict[str, Any]:
    told = found.telling
    title, why, basis = (render(each, language) for each in (told.title, told.why, told.basis))
    return {
        "id": found.code,
        "shortDescription": _text(title),
        "fullDescription": _text(why),
        "help": _text(f"{why}\n\n{basis_text(found, language)}"),
        "defaultConfiguration": {"level": str(found.severity)},
        "properties": {"basis": basis},
    }


def _result(entry: Shown, codes: Sequence[str], language: Language) -> dict[str, Any]:
    each = entry.found
    place = {"physicalLocation": _physical(each.location)}
    others = [{"id": number, "physicalLocation": _physical(other)} for number, other in enumerate(each.also)]
    return {
        "ruleId": each.code,
        "ruleIndex": codes.index(each.code),
        "level": str(each.severity),
        "message": _text(render(each.message, language)),
        "locations": [{**place, **_logical(each.record)}],
        **({"relatedLocations": others} if others else {}),
        "partialFingerprints": {_FINGERPRINT: entry.fingerprint},
    }


def _physical(place: Location) -> dict[str, Any]:
    # Late: other formats are told without it.
    from urllib.parse import quote  # noqa: PLC0415

    return {
        "artifactLocation": {"uri": quote(place.path), "uriBaseId": _ROOT},
        "region": {
            "startLine": place.start.line,
            "startColumn": place.start.column,
            "endLine": place.end.line,
            "endColumn": place.end.column,
        },
    }


def _logical(record: Key | None) -> dict[str, Any]:
    if record is None:
        return {}
    return {"logicalLocations": [{"name": record.id, "fullyQualifiedName": str(record), "kind": "object"}]}


def _suppressions(each: Diagnostic) -> dict[str, Any]:
    reason = each.suppressed
    found = [{"kind": "external", "justification": reason}] if reason else []
    return {"suppressions": found}


def _text(text: str) -> dict[str, str]:
    return {"text": text}
