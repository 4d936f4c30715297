"""V002."""

from collections.abc import Iterator

from xuke.check.renumbered import replaced_codes, successor
from xuke.model.diagnostic import Finding, say
from xuke.model.place import Location, top_of
from xuke.model.record import Kind
from xuke.model.rule import Context, Needs, rule
from xuke.model.views import Item, View


@rule("V002", Kind.JURISDICTION, Kind.ITEM, needs=Needs.BASE)
def removed_item_cancelled(reform: View, context: Context) -> Iterator[Finding]:
    """An item is first cancelled by a document and only later removed; V003 judges renumbering."""
    register, base = (each(reform.jurisdiction) for each in (context.register, context.base_register))
    kept = {each.key: each.path for each in register.snapshot.of(Kind.ITEM, reform.jurisdiction)}
    if all(each.key in kept for each in base.snapshot.of(Kind.ITEM, reform.jurisdiction)):
        return
    gone = [item for item in base.items if item.key not in kept]
    replaced, held = replaced_codes(register), set(kept.values())
    for item in gone:
        if not item.is_over and item.code not in replaced and successor(item, register, base) is None:
            words = {"code": item.code, "name": item.name, "stood": str(item.record.locate()), "others": ""}
            place, path = _place(item, reform, context), item.record.path
            # Of a file that holds none any more, all items went at once.
            cause = "" if path in held else f"{item.jurisdiction}/{path}"
            yield Finding((), say("V002.removed", **words), about=item.record, place=place, cause=cause)


def _place(item: Item, reform: View, context: Context) -> Location:
    """The head of the file that held the item; of ``reform.yaml`` where that file is gone too."""
    is_there = item.record.path in context.snapshot.paths
    return top_of(item.record.path if is_there else reform.record.path)
