"""How much is transferred: by department, by category, by item and by business item."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from xuke.model.register import Register
from xuke.model.views import Item

#: Only these count as licences in totals (item type 行政许可).
LICENCE = "01"


@dataclass(frozen=True, slots=True)
class Transfer:
    """Counts of items, whole and partial transfers told apart, and of business items.

    ``items`` = ``whole`` + ``partial`` + ``resident`` + ``excluded`` + ``other``.
    """

    items: int = 0
    whole: int = 0
    partial: int = 0
    resident: int = 0
    excluded: int = 0
    other: int = 0
    handlings: int = 0
    handlings_moved: int = 0

    @property
    def rate(self) -> Fraction | None:
        """Share of items transferred wholly or partly; None of nothing."""
        return _share(self.whole + self.partial, self.items)

    @property
    def whole_rate(self) -> Fraction | None:
        """Share of items transferred wholly."""
        return _share(self.whole, self.items)

    @property
    def handling_rate(self) -> Fraction | None:
        """Share of business items transferred."""
        return _share(self.handlings_moved, self.handlings)


def transfer_of(items: Iterable[Item]) -> Transfer:
    """The counts over some items."""
    found = list(items)
    fates = [fate(item) for item in found]
    return Transfer(
        items=len(found),
        **{name: fates.count(name) for name in ("whole", "partial", "resident", "excluded", "other")},
        handlings=sum(len(item.handlings()) for item in found),
        handlings_moved=sum(len(item.transferred) for item in found),
    )


def fate(item: Item) -> str:
    """``whole``, ``partial``, ``resident``, ``excluded`` or ``other``; the first that any part of it has."""
    if item.extent != "none":
        return item.extent
    states = {each.state for each in item.handlings()}
    return next((state for state in ("resident", "excluded") if state in states), "other")


def is_cancelled(item: Item) -> bool:
    """Whether nothing of it is exercised any more (取消)."""
    return all(each.state == "cancelled" for each in item.handlings())


def counted(register: Register) -> list[Item]:
    """The licences that a rate is of: type 01, neither cancelled nor withdrawn, no mere headings."""
    return [item for item in register.licences if item.text("type") == LICENCE and not is_cancelled(item)]


def overall(register: Register) -> Transfer:
    """The counts of a jurisdiction."""
    return transfer_of(counted(register))


def grouped(items: Iterable[Item], name: str) -> dict[str, list[Item]]:
    """Items by a text field, in the order of first use."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(item.text(name), []).append(item)
    return groups


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None
