"""C013."""

from collections.abc import Iterator

from xuke.check.superior import SEES, alias_of, counterpart, is_withdrawn, setting_bases
from xuke.model.diagnostic import Finding, Word, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("C013", Kind.ITEM, Kind.JURISDICTION, is_wide=True, sees=SEES)
def as_on_superior_list(item: Item, context: Context) -> Iterator[Finding]:
    """Name and setting bases of an item are those of the superior's list for its code."""
    listed = counterpart(item, context)
    if listed is None or is_withdrawn(listed, context.today):
        return
    alias = alias_of(listed, item.name)
    if item.name != listed.name and not (alias and alias.covers(context.today)):
        words = {"code": item.code, "name": item.name, "expected": listed.name}
        until = alias.text("until") if alias else ""
        message = say("C013.renamed", **words, until=until) if until else say("C013.name", **words)
        yield Finding(("name",), message, (listed.record.locate("name"),))
    mine, theirs = setting_bases(item), setting_bases(listed)
    if theirs and mine != theirs:
        bases: dict[str, Word] = {"code": item.code, "expected": tuple(sorted(theirs))}
        found = tuple(sorted(mine))
        message = say("C013.bases", **bases, found=found) if mine else say("C013.no_bases", **bases)
        yield Finding(("bases",), message, (listed.record.locate("bases"),))
