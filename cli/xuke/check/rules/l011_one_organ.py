"""L011."""

from collections.abc import Iterator
from unicodedata import normalize

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Handling, Item


@rule("L011", Kind.ITEM, beside=[Kind.DEPARTMENT])
def one_organ(item: Item, context: Context) -> Iterator[Finding]:
    """Each handling has one organ: one is named, and no handling stands twice under two organs."""
    first: dict[str, Handling] = {}
    for each in item.active():
        if not each.organ:
            yield Finding(each.pointer, say("L011.none", code=each.code_by("suffix")))
        other = first.setdefault(normalize("NFKC", each.name), each)
        if each.organ and other.organ and other.organ != each.organ:
            register = context.register(item.jurisdiction)
            organs = tuple(register.department_name(one.organ) for one in (other, each))
            also = (item.record.locate(*other.pointer, "name"),)
            message = say("L011.two", code=item.code, name=each.name, organs=organs)
            yield Finding((*each.pointer, "name"), message, also)
