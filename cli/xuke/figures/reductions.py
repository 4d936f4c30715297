"""Steps, materials and days before and after the reform, computed and never typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from xuke.model.limit import Conversion, Limit, Unit
from xuke.model.views import Item, Part


class Subject(StrEnum):
    """What is reduced, as the targets of a policy name it."""

    STEPS = "steps"
    MATERIALS = "materials"
    TIME = "time"


#: The field of ``baseline`` that holds the figure before the reform.
BEFORE = {Subject.STEPS: "steps", Subject.MATERIALS: "materials", Subject.TIME: "days"}


@dataclass(frozen=True, slots=True)
class Reduction:
    """A figure before and after, over ``n`` items that state both."""

    before: float
    after: float
    n: int

    @property
    def rate(self) -> Fraction | None:
        """(before − after) ÷ before, negative for a growth; None where there was nothing before."""
        before, after = _exact(self.before), _exact(self.after)
        return (before - after) / before if before else None


def before(item: Item, subject: Subject) -> int | float | None:
    """What the baseline says."""
    return item.number("baseline", BEFORE[subject])


def after(item: Item, subject: Subject) -> int | float | None:
    """What the item has now: rows of steps or materials, or the number of the promised limit.

    Where the item itself states none, the greatest among its business items.
    """
    if subject is Subject.TIME:
        limit = promised(item)
        return limit.value if limit else None
    own = _rows(item, subject)
    stated = [_rows(each, subject) for each in item.handlings()] if own is None else [own]
    return max((each for each in stated if each is not None), default=None)


def _rows(part: Part, subject: Subject) -> int | None:
    rows = part.get(subject.value)
    return sum(isinstance(each, dict) for each in rows) if isinstance(rows, list) else None


def promised(item: Item) -> Limit | None:
    """The promised limit of the item, else the longest of its business items if all have one unit."""
    own = item.limit("limit", "promised")
    if own:
        return own
    limits = [each.limit("limit", "promised") for each in item.handlings()]
    known = [each for each in limits if each]
    return max(known, key=lambda each: each.value) if len({each.unit for each in known}) == 1 else None


def reduction_of(item: Item, subject: Subject) -> Reduction | None:
    """An item's own figures, days in the unit of its promised limit; None unless both are stated."""
    old, new = before(item, subject), after(item, subject)
    return None if old is None or new is None else Reduction(old, new, 1)


def total(items: Iterable[Item], subject: Subject, conversion: Conversion) -> Reduction:
    """The sum over all items that state both; days in working days, unlike units left out."""
    found = [
        (reduction, factor)
        for item in items
        if (reduction := reduction_of(item, subject))
        if (factor := _factor(item, subject, conversion))
    ]
    old = _sum(reduction.before * factor for reduction, factor in found)
    new = _sum(reduction.after * factor for reduction, factor in found)
    return Reduction(old, new, len(found))


def _sum(numbers: Iterable[float]) -> float:
    """What numbers add up to as they are printed: 0.1 and 0.2 are 0.3."""
    known = list(numbers)
    whole = sum(each for each in known if isinstance(each, int))
    found = sum((_exact(each) for each in known if not isinstance(each, int)), Fraction(whole))
    return int(found) if found.denominator == 1 else float(found)


def _factor(item: Item, subject: Subject, conversion: Conversion) -> int:
    """Working days of one unit of the item's limit; 0 where the jurisdiction does not convert it."""
    limit = promised(item) if subject is Subject.TIME else None
    if limit is None:
        return 1
    days = 1 if conversion.day_as_working_day else 0
    factors = {
        Unit.ON_THE_SPOT: 1,
        Unit.WORKING_DAY: 1,
        Unit.DAY: days,
        Unit.MONTH: (conversion.month_days or 0) * days,
    }
    return factors.get(limit.unit, 0)


def _exact(number: float) -> Fraction:
    return Fraction(str(number))
