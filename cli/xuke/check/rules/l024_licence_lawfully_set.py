"""L024."""

from collections.abc import Iterator
from datetime import date

from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item, Part

#: Ranks that may set a licence for good.
_LASTING = frozenset({"law", "administrative_regulation", "state_council_decision", "local_regulation"})
_NEVER = frozenset({"departmental_rule", "normative_document"})


@rule("L024", Kind.ITEM)
def licence_lawfully_set(item: Item, context: Context) -> Iterator[Finding]:
    """A licence is set by an act that may set one; a provincial rule sets it for one year only."""
    is_licence = item.text("type") == "01" and item.active()
    sets = [each for each in item.parts("bases") if each.text("role") == "sets"] if is_licence else []
    is_lasting = any(each.text("rank") in _LASTING for each in sets)
    for base in sets:
        rank, place = base.text("rank"), (*base.pointer, "rank")
        words = {"code": item.code, "document": base.text("document")}
        if rank in _NEVER:
            label = Label("items/item", ("bases", "rank"), rank)
            yield Finding(place, say("L024.rank", rank=label, **words))
        elif rank == "provincial_rule" and not is_lasting and _is_older_than_a_year(base, context.today):
            day = str(base.day("version"))
            yield Finding(place, say("L024.year", day=day, **words))


def _is_older_than_a_year(base: Part, today: date) -> bool:
    day = base.day("version")
    return day is not None and (day.year + 1, day.month, day.day) < (today.year, today.month, today.day)
