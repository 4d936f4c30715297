"""L017."""

from collections.abc import Iterator

from xuke.check.intermediaries import is_ended
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Item, view


@rule("L017", Kind.ITEM, Kind.INTERMEDIARY)
def intermediary_on_list(item: Item, context: Context) -> Iterator[Finding]:
    """An intermediary service that an item needs is on the list and still offered.

    Where a list is kept, a material that an intermediary supplies names its service.
    """
    register = context.register(item.jurisdiction)
    for index, name in enumerate(item.texts("intermediaries")):
        record = register.get(Kind.INTERMEDIARY, name)
        if record and is_ended(view(record)):
            words = {"code": item.code, "service": view(record).name, "state": view(record).text("state")}
            also = (record.locate("state"),)
            yield Finding(("intermediaries", index), say("L017.ended", **words), also)
    if item.active() and not item.texts("intermediaries"):
        yield from _unnamed(item, register)


def _unnamed(item: Item, register: Register) -> Iterator[Finding]:
    supplied = [each for each in item.parts("materials") if "中介" in each.text("source_channel")]
    if supplied and register.of(Kind.INTERMEDIARY):
        names = tuple(each.text("name") for each in supplied)
        place = (*supplied[0].pointer, "source_channel")
        yield Finding(place, say("L017.unnamed", code=item.code, materials=names))
