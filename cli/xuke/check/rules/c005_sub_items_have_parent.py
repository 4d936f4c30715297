"""C005."""

from collections.abc import Iterator

from xuke.identifiers.item_code import BasicCode, basic_code
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("C005", Kind.ITEM, Kind.ITEM, sees={Kind.ITEM: ""})
def sub_items_have_parent(item: Item, context: Context) -> Iterator[Finding]:
    """A sub item has its ``00Y`` parent, a parent has a sub item, an undivided ``000`` has neither."""
    code, register = basic_code(item.code), context.register(item.jurisdiction)
    if code is None:
        return
    if code.is_parent:
        yield from _childless(item, code, register)
    elif code.is_undivided:
        yield from _divided(item, code, register)
    else:
        yield from _orphan(item, code, register)


def _childless(item: Item, code: BasicCode, register: Register) -> Iterator[Finding]:
    if code.head not in register.divided and not register.get(Kind.ITEM, code.undivided):
        yield Finding(("code",), say("C005.childless", code=item.code, head=code.head))


def _divided(item: Item, code: BasicCode, register: Register) -> Iterator[Finding]:
    also = register.place(Kind.ITEM, code.parent, "code")
    if also:
        yield Finding(("code",), say("C005.both", code=item.code, parent=code.parent), also)


def _orphan(item: Item, code: BasicCode, register: Register) -> Iterator[Finding]:
    if register.get(Kind.ITEM, code.parent):
        return
    also = register.place(Kind.ITEM, code.undivided, "code")
    words = {"code": item.code, "parent": code.parent, "undivided": code.undivided}
    yield Finding(("code",), say("C005.undivided" if also else "C005.orphan", **words), also)
