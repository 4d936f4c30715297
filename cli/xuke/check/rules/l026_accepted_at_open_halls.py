"""L026."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item, view

_STOPPED = frozenset({"cancelled", "suspended"})
_NOT_OPEN = frozenset({"planned", "under_construction"})


@rule("L026", Kind.ITEM, Kind.HALL)
def accepted_at_open_halls(item: Item, context: Context) -> Iterator[Finding]:
    """An item is accepted and delivered at places that are open, and nowhere once it is stopped."""
    states = {each.state for each in item.active()}
    fields = [field for field in ("accepts_at", "issues_at") if states and item.texts(field)]
    if states <= _STOPPED:
        for field in fields[:1]:
            yield Finding((field,), say("L026.stopped", code=item.code))
        return
    register = context.register(item.jurisdiction)
    for field in fields:
        for index, name in enumerate(item.texts(field)):
            record = register.get(Kind.HALL, name)
            state = view(record).text("state") if record else ""
            if record and state in _NOT_OPEN:
                words = {"code": item.code, "hall": view(record).name}
                message = say("L026.not_open", state=Label("halls/hall", ("state",), state), **words)
                yield Finding((field, index), message, (record.locate("state"),))
