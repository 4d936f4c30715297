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
    is_divided = item.code in _divided(register)
    owned = (each for each in past if each.is_gone or (not is_divided and _is_published(each)))
    return next((each for each in owned if _is_another(item, each.record)), None)


def _is_another(item: Item, past: Record) -> bool:
    """Whether a past record of the code has a name that is neither the item's nor among its aliases."""
    name = view(past).name
    return even(name) != even(item.name) and alias_of(item, name) is None


def _is_published(version: Version) -> bool:
    return view(version.record).text("status") == "published"


def _divided(register: Register) -> set[str]:
    parts = (each for item in register.items for each in item.parts("replaces"))
    return {each.text("code") for each in parts if each.text("kind") == "split"}
