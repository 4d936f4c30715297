"""The next filing in words: whether something waits, and how long it may; the same wherever it is told."""

from collections.abc import Iterator
from datetime import date

from xuke.calendar.working_days import UnknownYear
from xuke.figures.deadlines import due
from xuke.figures.filings import FilingDue
from xuke.model.diagnostic import Message, Word, say
from xuke.model.limit import Limit, Unit
from xuke.report.sections import limit_text
from xuke.words.render import Language


def due_told(found: FilingDue, language: Language) -> Iterator[Message]:
    """What changed, then how long it has; null in the policy is no number, and is said."""
    yield _changes(found)
    if found.within is None:
        yield say("filings.no_time")
    elif found.changed is None:
        yield _within(found.within, found.today, language)
    else:
        yield _left(found, found.within, language)


def _changes(found: FilingDue) -> Message:
    if not found.is_filed:
        return say("filings.never")
    if found.last is None:
        return say("filings.undated")
    if not found.is_known:
        return say("filings.no_past", day=str(found.last))
    if found.changed is None:
        return say("filings.nothing_new", day=str(found.last))
    return say("filings.changed", last=str(found.last), day=str(found.changed))


def _within(within: Limit, today: date, language: Language) -> Message:
    """How long an adjustment has, with the last day of one that is made today."""
    until, shown = due(today, within), limit_text(within, language)
    if isinstance(until, UnknownYear):
        return say("filings.within_unknown", within=shown, year=str(until.year))
    return say("filings.within", within=shown, day=str(today), until=str(until))


def _left(found: FilingDue, within: Limit, language: Language) -> Message:
    left, shown = found.left, limit_text(within, language)
    if isinstance(left, UnknownYear) or left is None:
        year = str(left.year) if left else ""
        return say("filings.no_calendar", within=shown, year=year)
    words: dict[str, Word] = {"within": shown, "until": str(found.until), "days": abs(left)}
    if within.unit is Unit.WORKING_DAY:
        return say("filings.left" if left >= 0 else "filings.late", **words)
    return say("filings.left_days" if left >= 0 else "filings.late_days", **words)
