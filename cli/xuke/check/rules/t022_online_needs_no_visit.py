"""T022."""

from collections.abc import Iterator

from xuke.check.materials import asks_for_shared, is_on_paper, materials_of
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("T022", Kind.ITEM)
def online_needs_no_visit(item: Item, context: Context) -> Iterator[Finding]:
    """What is completed online needs no visit, and what the network verifies is not asked for on paper."""
    for each in item.stating("visits") if "completion" in item.texts("online") else ():
        visits = each.stated_number("visits")
        if visits:
            message = say("T022.visit", code=each.code_by("visits"), visits=visits)
            yield Finding(each.place("visits"), message, (item.record.locate("online"),))
    for code, material in materials_of(item):
        # What data sharing gives is T015's.
        is_verified = material.get("verifiable") is True and not asks_for_shared(material)
        if is_verified and is_on_paper(material):
            message = say("T022.verifiable", code=code, name=material.text("name"))
            yield Finding((*material.pointer, "form"), message)
