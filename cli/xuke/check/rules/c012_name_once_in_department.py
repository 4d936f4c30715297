"""C012."""

import unicodedata
from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("C012", Kind.ITEM, Kind.ITEM)
def name_once_in_department(item: Item, context: Context) -> Iterator[Finding]:
    """No two items of a department have the same name, widths and blanks aside."""
    name = _normal(item.name)
    for other in context.register(item.jurisdiction).of_department(item.competent):
        if other.code < item.code and _normal(other.name) == name and not _is_parent(item, other):
            message = say("C012.twice", name=item.name, code=other.code)
            yield Finding(("name",), message, (other.record.locate("name"),))
            return


def _normal(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())


def _is_parent(item: Item, other: Item) -> bool:
    # A heading (00Y) often has the name of what it heads.
    return item.is_parent or other.is_parent
