"""T015."""

from collections.abc import Iterator

from xuke.check.materials import asks_for_shared, materials_of
from xuke.model.diagnostic import Finding, say
from xuke.model.names import even
from xuke.model.place import Location
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item, View, view


@rule("T015", Kind.ITEM)
def material_asked_once(item: Item, context: Context) -> Iterator[Finding]:
    """A material is asked for once, and not on paper where data sharing gives it."""
    first: dict[tuple[str, str], tuple[str | int, ...]] = {}
    for code, material in materials_of(item):
        place, name = (*material.pointer, "name"), material.text("name")
        other = first.setdefault((code, even(name)), place)
        if other != place:
            yield Finding(place, say("T015.twice", code=code, name=name), (item.record.locate(*other),))
        if asks_for_shared(material):
            yield Finding((*material.pointer, "form"), say("T015.shared", code=code, name=name))


@rule("T015", Kind.BUNDLE, Kind.ITEM)
def material_asked_once_in_bundle(bundle: View, context: Context) -> Iterator[Finding]:
    """Of the items of a bundle only one asks for a material that data sharing does not give."""
    register = context.register(bundle.jurisdiction)
    first: dict[str, tuple[str, Location]] = {}
    for index, code in enumerate(bundle.texts("items")):
        record = register.get(Kind.ITEM, code)
        asked = _asked(view(record)) if record else {}
        for name, (printed, place) in asked.items():
            other, there = first.setdefault(name, (code, place))
            if other != code:
                words = {"bundle": bundle.name, "first": other, "second": code, "name": printed}
                yield Finding(("items", index), say("T015.bundle", **words), (there, place))


def _asked(item: View) -> dict[str, tuple[str, Location]]:
    """Materials that the applicant brings, by plain name: as printed, and where."""
    rows = materials_of(item) if isinstance(item, Item) else ()
    kept = [row for _, row in rows if row.get("shared") is not True]
    return {
        even(each.text("name")): (each.text("name"), item.record.locate(*each.pointer, "name"))
        for each in reversed(kept)
    }
