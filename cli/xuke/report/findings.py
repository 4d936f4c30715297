"""What a check found, as every report tells it; here as lines for people and as JSON."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from xuke.check.gathered import Shown, gathered
from xuke.check.verdict import Verdict, numbered
from xuke.model.diagnostic import Diagnostic, Severity, say
from xuke.model.place import Location
from xuke.report.json import json_lines, place_json
from xuke.words.render import Language, render


class Summary(NamedTuple):
    """What was looked at and how much was found; suppressed findings are counted by themselves."""

    errors: int
    warnings: int
    suppressed: int
    records: int
    files: int


class Report(NamedTuple):
    """What is shown, in order of file, line and column; ``failing`` levels make the check fail.

    It is not ``is_complete`` where older commits are missing, which rules about history would speak of.
    """

    entries: Sequence[Shown]
    summary: Summary
    failing: Collection[Severity] = (Severity.ERROR,)
    is_complete: bool = True

    @property
    def fails(self) -> bool:
        """Whether the check fails."""
        counts = {Severity.ERROR: self.summary.errors, Severity.WARNING: self.summary.warnings}
        return any(counts[level] for level in self.failing)

    @property
    def open_entries(self) -> list[Shown]:
        """Those that no suppression covers."""
        return [each for each in self.entries if not each.found.suppressed]


Lines: TypeAlias = Callable[[Report, Language], Iterator[str]]


def report_of(
    verdict: Verdict,
    *,
    fail_on: Severity = Severity.ERROR,
    shows_suppressed: bool = False,
    is_complete: bool = True,
) -> Report:
    """The report on a verdict."""
    # Named before any is left out, for the same names with and without the suppressed ones.
    entries = gathered(list(numbered(verdict.entries)))
    shown = [each for each in entries if shows_suppressed or not each.found.suppressed]
    failing = [Severity.ERROR] if fail_on is Severity.ERROR else list(Severity)
    return Report(shown, _summary(entries, verdict), failing, is_complete)


def _summary(entries: Sequence[Shown], verdict: Verdict) -> Summary:
    levels = [each.found.severity for each in entries if not each.found.suppressed]
    errors = levels.count(Severity.ERROR)
    rest = len(entries) - len(levels)
    return Summary(errors, len(levels) - errors, rest, verdict.records, len(verdict.paths))


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
    for each, *_ in report.entries:
        yield from finding_lines(each, language)
    yield summary_text(report, language)


def json_report(report: Report, language: Language) -> Iterator[str]:
    """The contract of ``schemas/output/check.json``."""
    rows = [_row(each, language) for each in report.entries]
    told = {"findings": rows, "summary": report.summary._asdict(), "complete": report.is_complete}
    yield from json_lines(told)


def _row(entry: Shown, language: Language) -> dict[str, Any]:
    each = entry.found
    own = {"fixable": each.fixable, "fingerprint": entry.fingerprint}
    row = {**finding_json(each, language, place_json), **own}
    return {**row, "suppressed": each.suppressed} if each.suppressed else row


def finding_json(
    each: Diagnostic, language: Language, place: Callable[[Location], Mapping[str, Any]]
) -> dict[str, Any]:
    """What every output says of a finding; ``place`` tells places as that output does."""
    return {
        "code": each.code,
        "severity": str(each.severity),
        **place(each.location),
        "record": str(each.record) if each.record else None,
        "pointer": list(each.pointer),
        "message": render(each.message, language),
        "basis": render(each.telling.basis, language),
        "also": [place(other) for other in each.also],
    }
