"""L001."""

from collections.abc import Iterator

from xuke.check.superior import SEES, alias_of, answers, counterpart, is_withdrawn, renumbered, superior_items
from xuke.check.withdrawn import renumbered_above, withdrawn_above
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item
from xuke.words.near import nearest


@rule("L001", Kind.ITEM, Kind.JURISDICTION, is_wide=True, sees=SEES)
def on_superior_list(item: Item, context: Context) -> Iterator[Finding]:
    """An item is in force on the superior's list, or set by a local regulation that it cites."""
    listed = superior_items(item.jurisdiction, context) if answers(item) else []
    found = counterpart(item, context)
    later = renumbered(item, context) if listed else []
    if later:
        yield renumbered_above(item, later, context.register(item.jurisdiction))
    elif listed and found is None:
        yield _finding(item, listed)
    elif listed and found and is_withdrawn(found, context.today) and not item.is_over:
        yield withdrawn_above(item, found)


def _finding(item: Item, listed: list[Item]) -> Finding:
    """What is known of the name: the alias table comes first, likeness is only a question."""
    words = {"code": item.code, "name": item.name}
    known = next((each for each in listed if alias_of(each, item.name)), None)
    near = nearest(item.name, [each.name for each in listed]) if known is None else None
    other = listed[near.place] if near else known
    if other is None:
        return Finding(("code",), say("L001.missing", **words))
    if known is None:
        message = say("L001.near", **words, other=other.code, expected=other.name)
    else:
        message = say("L001.alias", **words, other=other.code, expected=other.name)
    return Finding(("code",), message, (other.record.locate("name"),))
