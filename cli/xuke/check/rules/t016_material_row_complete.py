"""T016."""

from collections.abc import Iterator

from xuke.check.materials import materials_of
from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item, Part

#: What a row states, besides the name that every row has, where the policy does not say.
DEFAULT = ("form", "necessity")


@rule("T016", Kind.ITEM, Kind.JURISDICTION)
def material_row_complete(item: Item, context: Context) -> Iterator[Finding]:
    """Every material states the fields that the policy asks for; its form and necessity by default."""
    fields = _fields(context.register(item.jurisdiction).policy)
    for code, material in materials_of(item):
        missing = [each for each in fields if not material.has(each)]
        if missing:
            labels = tuple(Label("items/item", ("materials", each)) for each in missing)
            message = say("T016.missing", code=code, name=material.text("name"), fields=labels)
            yield Finding(material.pointer, message)


def _fields(policy: Part) -> list[str]:
    return policy.texts("material_fields") if policy.has("material_fields") else list(DEFAULT)
