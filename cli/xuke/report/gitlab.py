"""Findings as GitLab's code quality report."""

import json
from collections.abc import Iterator
from typing import Any

from xuke.check.gathered import Shown
from xuke.model.diagnostic import Diagnostic, Severity
from xuke.model.place import Location
from xuke.report.findings import Report, notes
from xuke.words.render import Language, render

#: A suppressed finding is told, but no change is answerable for it.
_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor"}
_SUPPRESSED = "info"


def gitlab_lines(report: Report, language: Language) -> Iterator[str]:
    """A list of issues with paths from the root of the workspace, as GitLab compares two branches by."""
    rows = [_issue(each, language) for each in report.entries]
    yield from json.dumps(rows, ensure_ascii=False, indent=2).split("\n")


def _issue(entry: Shown, language: Language) -> dict[str, Any]:
    each = entry.found
    return {
        "engine_name": "xuke",
        "type": "issue",
        "check_name": each.code,
        "description": _description(each, language),
        "severity": _SUPPRESSED if each.suppressed else _LEVELS[each.severity],
        "fingerprint": entry.fingerprint,
        "location": {
            "path": each.location.path,
            "lines": {"begin": each.location.start.line, "end": _last_line(each.location)},
        },
    }


def _description(each: Diagnostic, language: Language) -> str:
    lines = [f"{each.code} {render(each.message, language)}", *notes(each, language)]
    return "\n".join(line.strip() for line in lines)


def _last_line(place: Location) -> int:
    # A stretch that ends before the first character of a line does not reach into that line.
    ends_before = place.end.column == 1 and place.end.line > place.start.line
    return place.end.line - ends_before
