"""L001."""

from collections.abc import Iterator

from xuke.check.superior import answers, emptied_above
from xuke.model.diagnostic import Finding, say
from xuke.model.place import top_of
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("L001", Kind.JURISDICTION, Kind.ITEM, is_wide=True)
def superior_list_has_items(reform: View, context: Context) -> Iterator[Finding]:
    """A superior whose files of items hold none has lost its list; one without such files never gave it."""
    emptied = emptied_above(reform.jurisdiction, context)
    mine = [each for each in context.register(reform.jurisdiction).items if answers(each)] if emptied else []
    if mine:
        superior = reform.text("jurisdiction", "superior")
        message = say("L001.emptied", superior=superior, count=len(mine))
        yield Finding(("jurisdiction", "superior"), message, tuple(map(top_of, emptied)))
