"""Working days (工作日) by the yearly notices of the State Council; years without one are refused by name."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class UnknownYear:
    """A year that the calendar does not have; ``first`` and ``last`` bound those that it has."""

    year: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Calendar:
    off: Collection[date]
    made_up: Collection[date]
    first: int
    last: int

    def refuse(self, day: date) -> UnknownYear | None:
        known = self.first <= day.year <= self.last
        return None if known else UnknownYear(day.year, self.first, self.last)

    def is_working(self, day: date) -> bool:
        return day in self.made_up or (day.weekday() < _SATURDAY and day not in self.off)


@cache
def _calendar() -> _Calendar:
    from chinese_calendar import holidays, workdays  # noqa: PLC0415

    years = [day.year for day in holidays]
    return _Calendar(frozenset(holidays), frozenset(workdays), min(years), max(years))


def is_working(day: date) -> bool | UnknownYear:
    """Whether offices work: weekdays without holidays, and make-up days (调休上班)."""
    calendar = _calendar()
    return calendar.refuse(day) or calendar.is_working(day)


def last_year() -> int:
    """The last year whose holidays are known."""
    return _calendar().last


def after(day: date, count: int) -> date | UnknownYear:
    """The last of so many working days after a day, which itself does not count; the day for none."""
    calendar = _calendar()
    while count > 0:
        if refused := calendar.refuse(day):
            return refused
        day += _DAY
        count -= calendar.is_working(day)
    return calendar.refuse(day) or day


def left(today: date, due: date) -> int | UnknownYear:
    """How many working days there still are until a day; below zero once it is past."""
    found = between(min(today, due), max(today, due))
    return found if isinstance(found, UnknownYear) or due >= today else -found


def between(first: date, last: date) -> int | UnknownYear:
    """How many working days follow the first day up to the last one; 0 where the last is not later."""
    calendar = _calendar()
    for day in (first, last):
        if refused := calendar.refuse(day):
            return refused
    days = (first + _DAY * number for number in range(1, (last - first).days + 1))
    return sum(map(calendar.is_working, days))
