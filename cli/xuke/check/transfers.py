"""Transfers that have taken effect."""

from datetime import date

from xuke.model.views import Handling, Item


def moved(item: Item, today: date) -> list[Handling]:
    """The handlings for which the bureau acts already: transferred, from a day that has come."""
    return [each for each in item.active() if each.is_transferred and _has_come(each.effective, today)]


def _has_come(day: date | None, today: date) -> bool:
    return day is not None and day <= today
