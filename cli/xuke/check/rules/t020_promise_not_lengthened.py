"""T020."""

from collections.abc import Iterator

from xuke.check.limits import is_beyond_law
from xuke.figures.reductions import Subject, promised, reduction_of
from xuke.model.diagnostic import Finding, say
from xuke.model.limit import Limit, limit_said
from xuke.model.place import Pointer
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("T020", Kind.ITEM, Kind.JURISDICTION)
def promise_not_lengthened(item: Item, context: Context) -> Iterator[Finding]:
    """The promise is no longer than before the reform; T001 and T003 judge one beyond the law."""
    days = reduction_of(item, Subject.TIME)
    if days is None or days.after <= days.before or not item.active():
        return
    now, conversion = promised(item), context.register(item.jurisdiction).conversion
    if now and not any(is_beyond_law(item, each.stated("limit"), conversion) for each in item.active()):
        message = say("T020.longer", code=item.code, promised=limit_said(now), before=days.before)
        also = (item.record.locate("baseline", "days"),)
        yield Finding(_place(item, now), message, also)


def _place(item: Item, now: Limit) -> Pointer:
    """Where the promise stands: in the item, else in the first of its handlings with that promise."""
    path = ("limit", "promised")
    sides = (each.pointer for each in (item, *item.handlings()) if each.limit(*path) == now)
    return (*next(sides), *path)
