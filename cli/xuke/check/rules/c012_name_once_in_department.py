"""C012."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item

_SEES = {Kind.ITEM: "competent name", Kind.DEPARTMENT: "order"}


@rule("C012", Kind.ITEM, Kind.ITEM, beside=[Kind.DEPARTMENT], sees=_SEES, own="name competent")
def name_once_in_department(item: Item, context: Context) -> Iterator[Finding]:
    """No two items of a department have the same name, widths and blanks aside."""
    namesakes = context.register(item.jurisdiction).namesakes(item)
    first = namesakes[0] if namesakes else item
    if not item.is_parent and first.code != item.code:
        message = say("C012.twice", name=item.name, code=first.code)
        yield Finding(("name",), message, (first.record.locate("name"),))
