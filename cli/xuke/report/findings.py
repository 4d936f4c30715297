"""What a check found, as every report tells it; here as lines for people and as JSON."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from xuke.check.fingerprint import fingerprints
from xuke.model.diagnostic import Diagnostic, Severity, say
from xuke.report.json import json_lines, place_json
from xuke.report.pointers import rooted
from xuke.sources.load import Loaded
from xuke.words.render import Language, render


class Summary(NamedTuple):
    """What was looked at and how much was found; suppressed findings are counted by themselves."""

    errors: int
    warnings: int
    suppressed: int
    records: int
    files: int


class Entry(NamedTuple):
    """A finding whose pointer starts at the root of its file, and the name that it keeps."""

    found: Diagnostic
    fingerprint: str


class Report(NamedTuple):
    """What is shown, in order of file, line and column; ``failing`` levels make the check fail."""

    entries: Sequence[Entry]
    summary: Summary
    failing: Collection[Severity] = (Severity.ERROR,)

    @property
    def fails(self) -> bool:
        """Whether the check fails."""
        counts = {Severity.ERROR: self.summary.errors, Severity.WARNING: self.summary.warnings}
        return any(counts[level] for level in self.failing)

    @property
    def open_entries(self) -> list[Entry]:
        """Those that no suppression covers."""
        return [each for each in self.entries if not each.found.suppressed]


Lines: TypeAlias = Callable[[Report, Language], Iterator[str]]


def report_of(
    found: Sequence[Diagnostic],
    loaded: Loaded,
    *,
    fail_on: Severity = Severity.ERROR,
    shows_suppressed: bool = False,
) -> Report:
    """The report on all findings of a check, in their order."""
    # Named before any is left out, for the same names with and without the suppressed ones.
    names = fingerprints(found, loaded.snapshot)
    entries = map(Entry, rooted(found, loaded.documents), names)
    shown = [each for each in entries if shows_suppressed or not each.found.suppressed]
    failing = [Severity.ERROR] if fail_on is Severity.ERROR else list(Severity)
    return Report(shown, summary_of(found, loaded), failing)


def summary_of(found: Sequence[Diagnostic], loaded: Loaded) -> Summary:
    """The counts under a list of findings."""
    open_ones = [each for each in found if not each.suppressed]
    errors = sum(each.severity is Severity.ERROR for each in open_ones)
    rest = len(found) - len(open_ones)
    return Summary(
        errors, len(open_ones) - errors, rest, len(loaded.snapshot.records), len(loaded.snapshot.paths)
    )


def summary_text(report: Report, language: Language) -> str:
    """The counts as a sentence."""
    return render(say("report.summary", **report.summary._asdict()), language)


def finding_lines(each: Diagnostic, language: Language) -> Iterator[str]:
    """A finding in the form that editors jump to; below it the other sides and why it is suppressed."""
    level = say(f"report.{each.severity}")
    yield render(
        say("report.finding", place=str(each.location), level=level, code=each.code, message=each.message),
        language,
    )
    yield from notes(each, language)


def notes(each: Diagnostic, language: Language) -> Iterator[str]:
    """What stands below a finding, indented: the other sides, and the reason of its suppression."""
    for other in each.also:
        yield render(say("report.also", place=str(other)), language)
    if each.suppressed:
        yield render(say("report.suppressed", reason=each.suppressed), language)


def basis_text(found: Diagnostic, language: Language) -> str:
    """What a rule rests on, as a sentence."""
    return render(say("report.rests_on", basis=found.telling.basis), language)


def table_lines(report: Report, language: Language) -> Iterator[str]:
    """A line for each finding and what belongs to it; then the counts."""
    for each, _ in report.entries:
        yield from finding_lines(each, language)
    yield summary_text(report, language)


def json_report(report: Report, language: Language) -> Iterator[str]:
    """The contract of ``schemas/output/check.json``."""
    rows = [_row(each, language) for each in report.entries]
    yield from json_lines({"findings": rows, "summary": report.summary._asdict()})


def _row(entry: Entry, language: Language) -> dict[str, Any]:
    each = entry.found
    row: dict[str, Any] = {
        "code": each.code,
        "severity": str(each.severity),
        **place_json(each.location),
        "record": str(each.record) if each.record else None,
        "pointer": list(each.pointer),
        "message": render(each.message, language),
        "basis": render(each.telling.basis, language),
        "also": [place_json(other) for other in each.also],
        "fixable": each.fixable,
        "fingerprint": entry.fingerprint,
    }
    return {**row, "suppressed": each.suppressed} if each.suppressed else row
