"""V006."""

from collections.abc import Iterator

from xuke.check.agreements import pointer_of
from xuke.check.explain import shown
from xuke.check.titles import titled
from xuke.diff.fields import edits_of
from xuke.model.diagnostic import Finding, Word, say
from xuke.model.record import Kind, Record
from xuke.model.register import Register
from xuke.model.rule import Context, Needs, rule
from xuke.model.views import Item, view

#: What the superior decides.
_KEPT = ("name", "bases")


@rule("V006", Kind.ITEM, needs=Needs.BASE, is_of_change=True)
def superior_item_unchanged(item: Item, context: Context) -> Iterator[Finding]:
    """Name and bases of a superior's item change there first; C013 judges a list that is here."""
    earlier = context.base_register(item.jurisdiction).get(Kind.ITEM, item.code)
    if earlier is None or not item.texts("superior_numbers") or _is_listed(item, context):
        return
    for edit in edits_of(
        Kind.ITEM, *({name: each.get(name) for name in _KEPT} for each in (view(earlier), item))
    ):
        words: dict[str, Word] = {
            "field": titled(Kind.ITEM, edit.steps),
            "old": shown(edit.old),
            "new": shown(edit.new),
        }
        yield Finding(pointer_of(item.record, edit.steps), say("V006.changed", code=item.code, **words))


def _is_listed(item: Item, context: Context) -> bool:
    superior = context.register(item.jurisdiction).reform.text("jurisdiction", "superior")
    listed: Record | None = (
        Register(context.snapshot, superior).get(Kind.ITEM, item.code) if superior else None
    )
    return listed is not None
