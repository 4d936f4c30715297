"""A time limit: a number of a unit, comparable with another or not."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from xuke.model.diagnostic import Message, say


class Unit(StrEnum):
    """Units of a time limit; ``on_the_spot`` (当场) has no number."""

    ON_THE_SPOT = "on_the_spot"
    DAY = "day"
    WORKING_DAY = "working_day"
    MONTH = "month"
    YEAR = "year"


#: The fields that say a limit; what else is written beside them, as what it rests on, is no part of it.
LIMIT_FIELDS = frozenset({"value", "unit"})


@dataclass(frozen=True, slots=True)
class Limit:
    """So many units."""

    value: int
    unit: Unit

    @property
    def is_immediate(self) -> bool:
        """Whether the decision is promised on the spot."""
        return self.unit is Unit.ON_THE_SPOT


@dataclass(frozen=True, slots=True)
class Conversion:
    """How a jurisdiction compares unlike units; ``None`` means that it does not.

    ``day_as_working_day``: a law's 日 counts as a working day (行政许可法 article 82).
    """

    month_days: int | None = None
    day_as_working_day: bool = False

    def compare(self, one: Limit, other: Limit) -> int | None:
        """Negative, zero or positive as ``one`` is shorter, equal or longer; None if unlike."""
        if one.is_immediate or other.is_immediate:
            return _sign(not one.is_immediate, not other.is_immediate)
        if {one.unit, other.unit} == {Unit.MONTH, Unit.YEAR}:
            # A year has twelve months by the calendar, whatever days a month is taken for.
            return _sign(_months(one), _months(other))
        left, right = self._common(one), self._common(other)
        return _sign(left.value, right.value) if left.unit is right.unit else None

    def _common(self, limit: Limit) -> Limit:
        if limit.unit is Unit.MONTH and self.month_days is not None:
            limit = Limit(limit.value * self.month_days, Unit.DAY)
        if limit.unit is Unit.DAY and self.day_as_working_day:
            limit = Limit(limit.value, Unit.WORKING_DAY)
        return limit


def _months(limit: Limit) -> int:
    return limit.value * (12 if limit.unit is Unit.YEAR else 1)


_UNITS = {str(each): each for each in Unit}


def _sign(left: int, right: int) -> int:
    return (left > right) - (left < right)


def limit_of(value: object) -> Limit | None:
    """A limit from a field of the register, or None where none is stated in full."""
    # Read ten times an item: plain tests are three times as fast as patterns.
    if not isinstance(value, dict):
        return None
    unit, number = value.get("unit"), value.get("value")
    if type(number) is int and isinstance(unit, str) and unit in _UNITS:
        return Limit(number, _UNITS[unit])
    return Limit(0, Unit.ON_THE_SPOT) if unit == "on_the_spot" else None


def limit_said(limit: Limit) -> Message:
    """A limit as it is read."""
    return say(f"T.{limit.unit}", value=limit.value)


def conversion_of(policy: object) -> Conversion:
    """The conversion that a jurisdiction's policy states; without one, unlike units stay unlike."""
    match policy:
        case {"never": True}:
            return Conversion()
        case Mapping():
            days = policy.get("month_days")
            whole = days if isinstance(days, int) else None
            return Conversion(whole, policy.get("day_as_working_day") is True)
    return Conversion()
