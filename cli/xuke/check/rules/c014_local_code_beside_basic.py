"""C014."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("C014", Kind.ITEM)
def local_code_beside_basic(item: Item, context: Context) -> Iterator[Finding]:
    """A local code stands beside the basic code and does not take its place."""
    if item.text("local_code") and item.text("local_code") == item.code:
        yield Finding(("local_code",), say("C014.same", code=item.code))
