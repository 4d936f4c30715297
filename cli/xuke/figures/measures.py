"""Tasks of the reform: who owes what until when, and how late it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from xuke.calendar.working_days import UnknownYear, between
from xuke.model.part import Part
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import View

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}


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


@dataclass(frozen=True, slots=True)
class Share:
    """A role that a department has, by its own name or through a group (``group`` is its id)."""

    role: Role
    group: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A measure as it stands on a day; ``late`` counts the working days since it was due."""

    measure: View
    standing: Standing
    late: int | UnknownYear | None = None
    roles: tuple[Share, ...] = ()

    @property
    def due(self) -> date | None:
        """The day of its deadline; None for words such as 长期."""
        return self.measure.day("due")

    @property
    def state(self) -> str:
        """The stated progress, or empty."""
        return self.measure.text("state")


def tasks(register: Register, today: date, department: str = "") -> list[Task]:
    """The tasks, of one department or all, by deadline and then by number; those without a day last."""
    numbered = enumerate(register.of(Kind.MEASURE))
    ranked = sorted(numbered, key=lambda pair: _order(pair[1], pair[0]))
    found = (_task(register, measure, today, department) for _, measure in ranked)
    return [each for each in found if each.roles or not department]


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


def _order(measure: View, place: int) -> tuple[date, bool, int, int]:
    day = measure.day("due")
    return day or date.max, not measure.has("due"), ordinal(measure.text("number")), place


def ordinal(number: str) -> int:
    """A printed number as a number, in Chinese or other digits (十二, （3）); 999 where it is none."""
    plain = number.strip("()（）、. ")
    if plain.isdecimal():
        return int(plain)
    tens, ten, ones = plain.rpartition("十")
    if not plain or not set(tens + ones) <= set(_DIGITS) or len(tens) > 1 or len(ones) > 1:
        return 999
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def _task(register: Register, measure: View, today: date, department: str) -> Task:
    day, standing = measure.day("due"), _standing(measure, today)
    late = between(day, today) if day and standing is Standing.OVERDUE else None
    return Task(measure, standing, late, tuple(_roles(register, measure, department)))


def _standing(measure: View, today: date) -> Standing:
    """The last day still counts; what nobody reported on is never overdue."""
    day, state = measure.day("due"), measure.text("state")
    if state == "done":
        return Standing.DONE
    if day is None:
        return Standing.UNDATED
    if day >= today:
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
