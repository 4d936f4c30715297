"""Items that go on under another code: told by the same name in the same department."""

from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import Item


def replaced_codes(register: Register) -> set[str]:
    """Every code that some item says it replaces."""
    return {each.text("code") for item in register.items for each in item.parts("replaces")}


def successor(gone: Item, register: Register, base: Register) -> Item | None:
    """The new item that carries on one that is gone; None unless exactly one fits."""
    fitting = [
        item for item in register.items if _is_alike(item, gone) and base.get(Kind.ITEM, item.code) is None
    ]
    return fitting[0] if len(fitting) == 1 else None


def predecessor(new: Item, register: Register, base: Register) -> Item | None:
    """The item that is gone and that a new one carries on; None unless exactly one fits."""
    if base.get(Kind.ITEM, new.code) is not None:
        return None
    fitting = [
        item for item in base.items if _is_alike(item, new) and register.get(Kind.ITEM, item.code) is None
    ]
    return fitting[0] if len(fitting) == 1 else None


def _is_alike(one: Item, other: Item) -> bool:
    return one.name == other.name and one.competent == other.competent
