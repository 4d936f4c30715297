"""Codes that once named another item."""

from collections.abc import Sequence

from xuke.check.superior import alias_of
from xuke.model.names import even
from xuke.model.record import Record
from xuke.model.register import Register
from xuke.model.rule import Version
from xuke.model.views import Item, view


def former_owner(item: Item, past: Sequence[Version], register: Register) -> Version | None:
    """The newest version that was removed or published under the name of another item.

    What is left of a divided item may go on under its code by a name of its own.
    """
    others = (each for each in past if _is_owned(each) and _is_another(item, each.record))
    # To look whether it was divided is dear, and seldom needed.
    return next((each for each in others if each.is_gone or not _is_divided(item, register)), None)


def _is_another(item: Item, past: Record) -> bool:
    """Whether a past record of the code has a name that is neither the item's nor among its aliases."""
    name = view(past).name
    return even(name) != even(item.name) and alias_of(item, name) is None


def _is_owned(version: Version) -> bool:
    return version.is_gone or view(version.record).text("status") == "published"


def _is_divided(item: Item, register: Register) -> bool:
    parts = (each for other in register.items for each in other.parts("replaces"))
    return any(each.text("code") == item.code and each.text("kind") == "split" for each in parts)
