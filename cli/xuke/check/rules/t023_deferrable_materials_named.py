"""T023."""

from collections.abc import Iterator

from xuke.check.materials import materials_of
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("T023", Kind.ITEM)
def deferrable_materials_named(item: Item, context: Context) -> Iterator[Finding]:
    """Deferral (容缺受理) names its materials and conditions; without it no material is deferrable."""
    modes = [each for each in item.parts("modes") if each.text("kind") == "deferral" and item.active()]
    later = [(code, each) for code, each in materials_of(item) if each.get("deferrable") is True]
    for mode in modes:
        if not later:
            yield Finding(mode.pointer, say("T023.none", code=item.code))
        if not mode.has("conditions"):
            yield Finding(mode.pointer, say("T023.conditions", code=item.code))
    for code, material in later if not modes else ():
        message = say("T023.mode", code=code, name=material.text("name"))
        yield Finding((*material.pointer, "deferrable"), message)
