"""What the rules about materials share: names, and the forms that an applicant carries to the hall."""

from collections.abc import Iterator

from xuke.model.views import Item, Part

#: Forms in which a material is handed in on paper.
PAPER = frozenset({"original", "copy", "original_and_copy"})


def is_on_paper(material: Part) -> bool:
    """Whether the applicant hands it in on paper."""
    return material.text("form") in PAPER


def asks_for_shared(material: Part) -> bool:
    """Whether it is asked for on paper although data sharing gives it."""
    return material.get("shared") is True and is_on_paper(material)


def materials_of(item: Item) -> Iterator[tuple[str, Part]]:
    """Every material row in force, once, with the code of the item or business item that asks for it."""
    for each in item.stating("materials"):
        code = each.code_by("materials")
        for material in each.stated_parts("materials"):
            yield code, material
