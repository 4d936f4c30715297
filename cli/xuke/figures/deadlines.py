"""The day until which something is due, from the day that starts the time."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from xuke.calendar.working_days import UnknownYear, after
from xuke.model.limit import Limit, Unit
from xuke.model.part import Part
from xuke.model.register import Register
from xuke.model.views import Memo

#: What a trigger says when time runs from the signing of the memorandum itself.
SIGNING = ("签订", "签署", "签字")


def due(start: date, within: Limit) -> date | UnknownYear:
    """The last day; the starting day does not count (民法典 articles 201 and 202)."""
    try:
        return _last_day(start, within)
    except (OverflowError, ValueError):
        return UnknownYear(MAXYEAR, MINYEAR, MAXYEAR - 1)


def _last_day(start: date, within: Limit) -> date | UnknownYear:
    match within.unit:
        case Unit.WORKING_DAY:
            return after(start, within.value)
        case Unit.MONTH:
            return _months_later(start, within.value)
        case Unit.YEAR:
            return _months_later(start, within.value * 12)
        case Unit.DAY:
            return start + timedelta(days=within.value)
    return start


def _months_later(start: date, count: int) -> date:
    """The day of the same number, or the last of a month that has no such day."""
    years, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(years, month + 1, min(start.day, monthrange(years, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class PushDue:
    """A push that a memorandum binds to a time; ``due`` only where that runs from the signing."""

    memo: Memo
    push: Part
    within: Limit
    due: date | UnknownYear | None


def pushes_due(register: Register) -> list[PushDue]:
    """Every push with a time, in the order of the memoranda."""
    found = [(memo, push) for memo in register.memoranda.values() for push in memo.parts("push")]
    return [
        PushDue(memo, push, within, _push_due(memo, push, within))
        for memo, push in found
        if (within := push.limit("within"))
    ]


def _push_due(memo: Memo, push: Part, within: Limit) -> date | UnknownYear | None:
    signed = memo.day("signed")
    runs_from_signing = any(word in push.text("trigger") for word in SIGNING)
    return due(signed, within) if signed and runs_from_signing else None


def owner(it: PushDue) -> str:
    """The department that owes a push: the one that it comes from."""
    return it.memo.giver if it.push.text("direction") == "department_to_bureau" else it.memo.text("taker")
