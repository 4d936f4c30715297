"""L022."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item

_AUTHORISED = frozenset({"authorised_by_superior", "authorised_same_level"})
_COUNTIES = frozenset({"county", "city", "district"})
_EXERCISED = frozenset({"transferred", "resident", "excluded"})


_SEES = {Kind.ITEM: "status disposition handlings", Kind.JURISDICTION: "jurisdiction"}


@rule("L022", Kind.ITEM, Kind.JURISDICTION, is_wide=True, sees=_SEES)
def authorised_item_not_shared(item: Item, context: Context) -> Iterator[Finding]:
    """What a zone is authorised to decide no county around it decides too, unless a reason is given."""
    zone = context.register(item.jurisdiction).reform.part("jurisdiction")
    is_zone = zone.text("level") == "zone" and item.text("power_source") in _AUTHORISED
    is_meant = any(each.disposition.has("reason") for each in item.active())
    for name in _counties(item, zone.text("superior"), context) if is_zone and not is_meant else ():
        record = context.snapshot.get(name, Kind.ITEM, item.code)
        other = Item(record.fields, (), record) if record else None
        exercised = [each for each in other.active() if each.state in _EXERCISED] if other else []
        for each in exercised[:1]:
            message = say("L022.shared", code=item.code, county=context.register(name).title)
            also = (each.record.locate(*each.place("disposition", "state")),)
            yield Finding(("power_source",), message, also)


def _counties(item: Item, superior: str, context: Context) -> Iterator[str]:
    for name in context.snapshot.jurisdictions if superior and item.active() else ():
        place = context.register(name).reform.part("jurisdiction")
        is_near = superior in {name, place.text("superior")}
        if is_near and place.text("level") in _COUNTIES:
            yield name
