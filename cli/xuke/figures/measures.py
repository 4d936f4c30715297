"""Tasks of the reform: who owes what until when, and how late it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from xuke.calendar.working_days import UnknownYear, between
from xuke.figures.dues import Due, due_of
from xuke.model.part import Part
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import View

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}

#: Digits of what is no ordinal any more; Python refuses to read a number of thousands of them.
_LONGEST = 10


class Role(StrEnum):
    """How a department takes part in a task; the values are fields of the task."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"


class Standing(StrEnum):
    """How a task stands on a day; ``unreported`` is past its day and nobody said how it goes."""

    DONE = "done"
    OPEN = "open"
    OVERDUE = "overdue"
    UNREPORTED = "unreported"
    UNDATED = "undated"
    #: Its time runs from something that has no day yet, or to a day that the calendar does not reach.
    NOT_RUNNING = "not_running"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Share:
    """A role that a department has, by its own name or through a group (``group`` is its id)."""

    role: Role
    group: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A measure as it stands on a day; ``late`` counts the working days since it was due."""

    measure: View
    due: Due
    standing: Standing
    late: int | UnknownYear | None = None
    roles: tuple[Share, ...] = ()

    @property
    def state(self) -> str:
        """The stated progress, or empty."""
        return self.measure.text("state")


def tasks(register: Register, today: date, department: str = "") -> list[Task]:
    """The tasks, of one department or all, by deadline and then by number; those without a day last."""
    found = [_task(register, measure, today, department) for measure in register.of(Kind.MEASURE)]
    return sorted((each for each in found if each.roles or not department), key=_order)


def open_groups(register: Register, found: list[Task]) -> list[str]:
    """Groups without a full list of members that are named by tasks not among those found."""
    taken = {each.measure.id for each in found}
    groups = {
        each.text("id"): each.text("text") for each in register.reform.parts("groups") if _is_open(each)
    }
    others = [each for each in register.of(Kind.MEASURE) if each.id not in taken]
    named = {party for each in others for role in Role for party in each.texts(role)}
    return [text for name, text in groups.items() if name in named]


def _is_open(group: Part) -> bool:
    return group.get("open") is True


def _order(task: Task) -> tuple[date, bool, int]:
    """Tasks of one order stay as they are listed."""
    is_silent = task.due.start is None and not task.measure.has("due")
    return task.due.known or date.max, is_silent, ordinal(task.measure.text("number"))


def ordinal(number: str) -> int:
    """A printed number as a number, in Chinese or other digits (十二, （3）); 999 where it is none."""
    plain = number.strip("()（）、. ")
    if plain.isdecimal() and len(plain) < _LONGEST:
        return int(plain)
    tens, ten, ones = plain.rpartition("十")
    if not plain or not set(tens + ones) <= set(_DIGITS) or len(tens) > 1 or len(ones) > 1:
        return 999
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def _task(register: Register, measure: View, today: date, department: str) -> Task:
    due = due_of(register, measure)
    standing = standing_of(due, measure.text("state"), today)
    late = between(due.known, today) if due.known and standing is Standing.OVERDUE else None
    return Task(measure, due, standing, late, tuple(_roles(register, measure, department)))


def standing_of(due: Due, state: str, today: date) -> Standing:
    """The last day still counts; what nobody reported on is never overdue."""
    if state == "done":
        return Standing.DONE
    if due.known is None:
        without = Standing.UNKNOWN if due.day else Standing.NOT_RUNNING
        return without if due.start else Standing.UNDATED
    if due.known >= today:
        return Standing.OPEN
    return Standing.OVERDUE if state else Standing.UNREPORTED


def _roles(register: Register, measure: View, department: str) -> Iterator[Share]:
    groups = {each.text("id"): each.texts("members") for each in register.reform.parts("groups")}
    for role in Role if department else ():
        for party in measure.texts(role):
            if party == department:
                yield Share(role)
            elif department in groups.get(party, ()):
                yield Share(role, party)
