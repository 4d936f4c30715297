"""C001."""

from collections.abc import Iterator

from xuke.identifiers.item_code import basic_code
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("C001", Kind.ITEM)
def basic_code_shape(item: Item, context: Context) -> Iterator[Finding]:
    """A basic code is nine digits, then three digits or ``00Y``."""
    if len(item.code) != 12:
        yield Finding(("code",), say("C001.length", code=item.code, count=len(item.code)))
    elif basic_code(item.code) is None:
        yield Finding(("code",), say("C001.shape", code=item.code))
