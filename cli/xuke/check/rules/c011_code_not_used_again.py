"""C011."""

from collections.abc import Iterator

from xuke.check.reused import former_owner
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, Needs, rule
from xuke.model.views import Item, view


@rule("C011", Kind.ITEM, needs=Needs.HISTORY)
def code_not_used_again(item: Item, context: Context) -> Iterator[Finding]:
    """A code that was removed or published is never given to an item of another name."""
    # A draft has given its code to nobody yet, and reading the past of all drafts is dear.
    if item.text("status") != "published" or context.history is None:
        return
    former = former_owner(item, context.history.versions(item.key), context.register(item.jurisdiction))
    if former is not None:
        words = {
            "code": item.code,
            "name": view(former.record).name,
            "commit": former.commit[:12],
            "day": str(former.day),
        }
        if former.is_gone:
            yield Finding(("code",), say("C011.again", **words))
        else:
            yield Finding(("name",), say("C011.renamed", **words, new=item.name))
