"""L015."""

from collections.abc import Iterator

from xuke.check.transfers import moved
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Department, Item

#: Penalties, coercion and inspection: what a department keeps when it gives licences away.
_ENFORCEMENT = frozenset({"02", "03", "06"})


_SEES = {Kind.POWER: "type department item", Kind.JURISDICTION: "bureau", Kind.DEPARTMENT: "order name title"}
_SEEN = {**_SEES, Kind.ITEM: "competent status disposition handlings"}


@rule("L015", Kind.ITEM, Kind.POWER, Kind.JURISDICTION, is_wide=True, sees=_SEES)
def licence_power_moves(item: Item, context: Context) -> Iterator[Finding]:
    """A transferred licence is a power of the bureau and no longer one of the department."""
    register = context.register(item.jurisdiction)
    bureau, gone, powers = register.bureau, moved(item, context.today), register.powers_of(item.code)
    if not gone or not bureau or item.competent == bureau:
        return
    place, also = gone[0].place("disposition", "state"), (item.record.locate("disposition"),)
    own = [each for each in powers if each.text("type") == item.text("type")]
    kept = [each for each in own if each.text("department") == item.competent]
    words = {"code": item.code, "bureau": register.department_name(bureau)}
    if kept and len(gone) == len(item.active()):
        department = register.department_name(item.competent)
        message = say("L015.kept", department=department, **words)
        yield Finding(("department",), message, also, about=kept[0].record)
    elif bureau in register.powers and all(each.text("department") != bureau for each in own):
        yield Finding(place, say("L015.missing", **words))
    for each in powers:
        if each.text("department") == bureau and each.text("type") in _ENFORCEMENT:
            yield Finding(("type",), say("L015.enforcement", **words), also, about=each.record)


@rule("L015", Kind.DEPARTMENT, Kind.POWER, Kind.ITEM, Kind.JURISDICTION, beside=[Kind.DEPARTMENT], sees=_SEEN)
def enforcement_stays(department: Department, context: Context) -> Iterator[Finding]:
    """A department that gave licences away keeps powers to inspect and to punish."""
    register = context.register(department.jurisdiction)
    types = {each.text("type") for each in register.powers.get(department.id, ())}
    given = (each for each in register.of_department(department.id) if moved(each, context.today))
    is_giver = department.id != register.bureau and any(given)
    if types and not types & _ENFORCEMENT and is_giver:
        yield Finding((), say("L015.bare", department=department.name))
