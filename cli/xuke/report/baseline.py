"""Findings as a baseline file, whose reasons and last days are left for the office to fill in."""

import json
from collections.abc import Iterator

from xuke.document.emit import scalar
from xuke.report.findings import Report
from xuke.words.render import Language, render


def baseline_lines(report: Report, language: Language) -> Iterator[str]:
    """One entry for each open finding, in each of its places; its message stands above it as a comment."""
    yield "findings:"
    for entry in (part for each in report.open_entries for part in each.parts):
        found = entry.found
        yield f"  # {found.location}: {render(found.message, language)}"
        yield f"  - fingerprint: {json.dumps(entry.fingerprint)}"
        yield f"    code: {found.code}"
        yield f"    record: {scalar(str(found.record or found.location.path))}"
        yield "    reason: null"
        yield "    until: null"
