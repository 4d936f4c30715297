"""Who leads a stage on which day: the periods of a stage table, their days and their events."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from xuke.model.part import Part
from xuke.model.register import Register

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Turn:
    """One stage that passes from one side to another; ``day`` is None while its event has no day."""

    stage: str
    old: str
    new: str
    day: date | None
    event: str = ""


def event_day(register: Register, event: str) -> date | None:
    """The day on which an event came, as ``events`` of the reform or the end of the transition state it."""
    listed = (each.day("on") for each in register.reform.parts("events") if each.text("text") == event)
    found = next((day for day in listed if day), None)
    transition = register.policy.part("transition")
    if found or not event or transition.text("until_event") != event:
        return found
    return register.reform.day("bureau", "established") or transition.day("until")


def start_of(period: Part, register: Register) -> date | None:
    """The first day of a period; None where it waits for an event without a day."""
    event = period.text("from_event")
    return period.day("from") or (event_day(register, event) if event else date.min)


def end_of(period: Part, register: Register) -> date:
    """The last day of a period: the eve of its event; the last day of all where none is known."""
    day = event_day(register, period.text("until_event"))
    return period.day("until") or (day - _DAY if day else date.max)


def period_on(row: Part, day: date, register: Register) -> Part | None:
    """The period of a stage that takes in a day."""
    for period in row.parts("periods"):
        start = start_of(period, register)
        if start is not None and start <= day <= end_of(period, register):
            return period
    return None


def turns(rows: Sequence[Part], effective: date | None, register: Register) -> Iterator[Turn]:
    """Every change of hands in a stage table, the transfer itself among them, in order of the table."""
    for row in rows:
        periods = row.parts("periods")
        stage, first = row.text("stage"), periods[0].text("lead") if periods else ""
        if first not in {"", "department"}:
            yield Turn(stage, "department", first, effective)
        for earlier, later in pairwise(periods):
            old, new = earlier.text("lead"), later.text("lead")
            if old != new:
                start = start_of(later, register)
                # A later period without a beginning has not begun with the calendar.
                day = None if start == date.min else start
                yield Turn(stage, old, new, day, later.text("from_event"))


def unit_of(side: str, giver: str, taker: str, register: Register) -> str:
    """The unit that a side of a stage table stands for; ``taker`` where the bureau is meant."""
    units = {"department": giver, "bureau": taker or register.bureau, "predecessor": register.predecessor}
    return units.get(side, "")
