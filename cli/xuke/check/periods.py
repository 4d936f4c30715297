"""Where neighbouring periods meet; both ends of a period belong to it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from xuke.model.diagnostic import Word, say
from xuke.model.place import Pointer
from xuke.model.views import Part

_DAY = timedelta(days=1)


class Seam(StrEnum):
    """How a period follows another; the value ends the name of a message."""

    TOUCH = "touch"
    GAP = "gap"
    OVERLAP = "overlap"
    #: A date against an event, or two different events.
    APART = "apart"
    NO_END = "no_end"
    NO_START = "no_start"


def is_reversed(period: Part) -> bool:
    """Whether a period ends before it begins."""
    start, end = period.day("from"), period.day("until")
    return start is not None and end is not None and end < start


def sound_pairs(periods: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """Neighbours neither of which is reversed."""
    return (pair for pair in pairwise(periods) if not any(map(is_reversed, pair)))


def meeting_places(meeting: Seam, earlier: Part, later: Part) -> tuple[Pointer, Pointer]:
    """Where to tell of two neighbours, and the other side: at the later's start unless the end lacks."""
    end, start = _bound(earlier, "until"), _bound(later, "from")
    return (end, start) if meeting is Seam.NO_END else (start, end)


def _bound(period: Part, side: str) -> Pointer:
    return (*period.pointer, side if period.has(side) else f"{side}_event")


def seam(earlier: Part, later: Part) -> Seam:
    """How two neighbours meet: by their dates where both are dated, else by their events."""
    end, start = earlier.day("until"), later.day("from")
    if end and start:
        return _dated(end, start)
    event, beginning = earlier.text("until_event"), later.text("from_event")
    if event and event == beginning:
        return Seam.TOUCH
    if not end and not event:
        return Seam.NO_END
    return Seam.APART if start or beginning else Seam.NO_START


def _dated(end: date, start: date) -> Seam:
    if start == end + _DAY:
        return Seam.TOUCH
    return Seam.GAP if start > end else Seam.OVERLAP


def days_between(earlier: Part, later: Part) -> Word:
    """The days that two dated neighbours leave out or both claim; empty where one has no date."""
    end, start = earlier.day("until"), later.day("from")
    if not end or not start:
        return ""
    if start > end:
        return span(end + _DAY, start - _DAY)
    return span(start, min(end, later.day("until") or end))


def span(first: date, last: date) -> Word:
    """A day, or the first and the last of several."""
    if first == last:
        return str(first)
    return say("plans.span", first=str(first), last=str(last))


def days_of(period: Part) -> Word:
    """The days of a period that is dated on one side at least."""
    first, last = period.day("from"), period.day("until")
    if first and last:
        return span(first, last)
    return say("plans.since", first=str(first)) if first else say("plans.until", last=str(last))
