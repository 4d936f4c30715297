"""C002."""

from collections.abc import Iterator

from xuke.identifiers.item_code import basic_code
from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("C002", Kind.ITEM)
def type_in_code(item: Item, context: Context) -> Iterator[Finding]:
    """Digits 3 and 4 of a basic code are the type of the item."""
    code, stated = basic_code(item.code), item.text("type")
    if code and code.type != stated:
        words = {"code": item.code, "digits": code.type, "type": stated}
        message = say("C002.type", meant=_label(code.type), stated=_label(stated), **words)
        yield Finding(("type",), message, (item.record.locate("code"),))


def _label(value: str) -> Label:
    return Label("items/item", ("type",), value)
