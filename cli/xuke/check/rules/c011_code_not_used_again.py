"""C011."""

from collections.abc import Iterator, Sequence

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, Needs, Version, rule
from xuke.model.views import Item, view


@rule("C011", Kind.ITEM, needs=Needs.HISTORY)
def code_not_used_again(item: Item, context: Context) -> Iterator[Finding]:
    """A code that was withdrawn is never given to an item of another name."""
    # A draft has given its code to nobody yet, and reading the past of all drafts is dear.
    if item.text("status") != "published" or context.history is None:
        return
    gone = _former_owner(item, context.history.versions(item.key))
    if gone is not None:
        words = {
            "code": item.code,
            "name": view(gone.record).name,
            "commit": gone.commit[:12],
            "day": str(gone.day),
        }
        yield Finding(("code",), say("C011.again", **words))


def _former_owner(item: Item, past: Sequence[Version]) -> Version | None:
    removed = (each for each in past if each.is_gone and view(each.record).name != item.name)
    return next(removed, None)
