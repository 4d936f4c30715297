"""V007."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, Needs, rule
from xuke.model.views import Item, Part, view


@rule("V007", Kind.ITEM, needs=Needs.BASE, is_of_change=True)
def handbook_change_approved(item: Item, context: Context) -> Iterator[Finding]:
    """A handbook (业务手册) in another version names its own, later approval."""
    earlier = context.base_register(item.jurisdiction).get(Kind.ITEM, item.code)
    before = {each.text("id"): each for each in (view(earlier).parts("guides") if earlier else ())}
    for guide in item.parts("guides"):
        old = before.get(guide.text("id"))
        if old and guide.text("kind") == "handbook" and _is_unapproved(old, guide):
            words = {"code": item.code, "old": old.text("version"), "new": guide.text("version")}
            yield Finding((*guide.pointer, "version"), say("V007.unapproved", **words))


def _is_unapproved(old: Part, new: Part) -> bool:
    approved, before = new.day("approved"), old.day("approved")
    is_newer = approved is not None and (before is None or approved > before)
    return old.get("version") != new.get("version") and not is_newer
