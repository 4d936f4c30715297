"""C007."""

from collections.abc import Iterator

from xuke.identifiers import item_code
from xuke.identifiers.credit_code import CreditCode
from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Item

_PLACE = ("implementation_code",)


@rule("C007", Kind.ITEM, Kind.DEPARTMENT)
def implementation_code_parts(item: Item, context: Context) -> Iterator[Finding]:
    """An implementation code is the organ's credit code, the digit of the level and the basic code."""
    text, length = item.text(*_PLACE), item_code.IMPLEMENTATION_LENGTH
    code = item_code.implementation_code(text)
    if code:
        yield from _credit_code(item, code.credit_code, context.register(item.jurisdiction))
        yield from _level(item, code.level)
        yield from _basic_code(item, code.basic)
    elif text:
        yield Finding(_PLACE, say("C007.length", count=len(text), length=length))


def _credit_code(item: Item, found: str, register: Register) -> Iterator[Finding]:
    organ = register.departments.get(item.organ)
    expected = organ.text("credit_code") if organ else ""
    if organ and found != expected and CreditCode(expected).is_sound:
        message = say("C007.credit_code", found=found, expected=expected, organ=organ.name)
        yield Finding(_PLACE, message, (organ.record.locate("credit_code"),))


def _level(item: Item, found: str) -> Iterator[Finding]:
    level = Label("items/item", ("level",), item.text("level"))
    expected = item_code.LEVEL_DIGITS.get(item.text("level"), found)
    if found != expected:
        message = say("C007.level", found=found, expected=expected, level=level)
        yield Finding(_PLACE, message, (item.record.locate("level"),))


def _basic_code(item: Item, found: str) -> Iterator[Finding]:
    if item_code.basic_code(item.code) and found != item.code:
        message = say("C007.basic_code", found=found, expected=item.code)
        yield Finding(_PLACE, message, (item.record.locate("code"),))
