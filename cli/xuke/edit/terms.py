"""On which terms items move, and what their fields say from then on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from xuke.edit.supplement import Fields, free
from xuke.model.diagnostic import Message, say
from xuke.model.document import Value
from xuke.model.errors import Refusal, UsageFault
from xuke.model.part import Part
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import Handling, Item, view

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Terms:
    """What is agreed on a transfer; an empty text where nothing is said."""

    effective: date | None
    section: str = ""
    batch: str = ""
    hall: str = ""
    seal: str = ""
    supervision: str = ""
    post: str = ""
    reason: str = ""


def lacks(
    register: Register, moves: Sequence[tuple[Item, Sequence[Handling]]], terms: Terms
) -> Iterator[Message]:
    """What is still to be said before some handlings of items can move: which hall, which seal."""
    _known(register, terms)
    found = [each for item, targets in moves for each in _bearers(item, targets)]
    bare = tuple(each.id + each.suffix for each in found if not each.stated_text("hall"))
    if bare and not terms.hall:
        yield say("edits.no_hall", code=bare)
    needing = (each for each in found if not _is_sealed(register, each.stated_parts("seals"), terms))
    if any(needing) and (doubt := _seal_doubt(register, terms)):
        yield doubt


def _bearers(item: Item, targets: Sequence[Handling]) -> list[Handling]:
    """What says who handles it: the handlings that move, or the item itself where all of them do."""
    is_whole = len(targets) == len(item.handlings())
    return [Handling(item.fields, (), item.record)] if is_whole else list(targets)


def handed_over(register: Register, item: Item, targets: Sequence[Handling], terms: Terms) -> Fields:
    """The fields of an item of which some handlings, or all, are from now on the bureau's."""
    fields = dict(item.fields)
    if len(targets) == len(item.handlings()):
        return _wholly(register, item, fields, terms)
    rows: list[Value] = []
    for each in item.handlings():
        row = dict(each.fields)
        rows.append(_owned(register, each, row, terms) if each in targets else row)
    if all(isinstance(row, dict) and "disposition" in row for row in rows):
        # L003: where every handling has a disposition of its own, the item has none.
        fields.pop("disposition", None)
    return {**fields, "handlings": rows}


def _wholly(register: Register, item: Item, fields: Fields, terms: Terms) -> Fields:
    if item.parts("handlings"):
        rows = [_without(each, terms, register) for each in item.handlings()]
        fields["handlings"] = list[Value](rows)
    return _owned(register, Handling(item.fields, (), item.record), fields, terms)


def _without(handling: Handling, terms: Terms, register: Register) -> Fields:
    """A handling that says nothing of its own any more about who handles it."""
    row = {name: each for name, each in handling.fields.items() if name not in {"disposition", "organ"}}
    if "seals" in row:
        row["seals"] = _seals(register, handling.parts("seals"), terms)
    return row


def _owned(register: Register, handling: Handling, fields: Fields, terms: Terms) -> Fields:
    hall: Fields = {"hall": terms.hall} if terms.hall else {}
    seals = _seals(register, handling.stated_parts("seals"), terms)
    owned: Fields = {"organ": register.bureau, **hall, "seals": seals, "disposition": _disposition(terms)}
    return {**fields, **owned}


def _disposition(terms: Terms) -> Fields:
    """Where it goes; what kept it back, or sent it elsewhere, is said no more."""
    day = terms.effective.isoformat() if terms.effective else None
    batch: Fields = {"batch": terms.batch} if terms.batch else {}
    section: Fields = {"section": terms.section} if terms.section else {}
    reason: Fields = {"reason": terms.reason} if terms.reason else {}
    return {"state": "transferred", **batch, "effective": day, **section, **reason}


def _seals(register: Register, uses: Sequence[Part], terms: Terms) -> list[Value]:
    """The former seals until the day before, then the bureau's; those of later days are void."""
    day, rows = terms.effective, list[Value]()
    if _is_sealed(register, uses, terms):
        return [*(dict(use.fields) for use in uses)]
    for each in uses:
        if day is None:
            rows.append(dict(each.fields))
        elif (each.day("from") or date.min) < day:
            last = min(each.day("until") or date.max, day - _DAY)
            kept = {name: value for name, value in each.fields.items() if name != "until_event"}
            rows.append({**kept, "until": last.isoformat()})
    name = free("s", (each.text("id") for each in uses))
    start: Value = day.isoformat() if day else None
    return [*rows, {"id": name, "seal": _seal(register, terms), "from": start}]


def _is_sealed(register: Register, uses: Sequence[Part], terms: Terms) -> bool:
    """Whether the bureau's seal is in use from the day on already."""
    day = terms.effective
    seals = ((each, register.seals.get(each.text("seal"))) for each in uses)
    own = (each for each, seal in seals if seal is not None and seal.text("owner") == register.bureau)
    return any(day is None or (each.covers(day) and not each.has("until")) for each in own)


def _seal(register: Register, terms: Terms) -> str:
    """The bureau's seal that is in use on the day; of several, the one that is named."""
    if doubt := _seal_doubt(register, terms):
        raise Refusal("edits.lacking", what=doubt)
    return terms.seal or _fit_seals(register, terms)[0]


def _fit_seals(register: Register, terms: Terms) -> list[str]:
    own = [each for each in register.seals.values() if each.text("owner") == register.bureau]
    return [each.id for each in own if terms.effective is None or each.covers(terms.effective)]


def _seal_doubt(register: Register, terms: Terms) -> Message | None:
    """Why it is not known which seal is used from then on; None where it is."""
    fit = _fit_seals(register, terms)
    if terms.seal:
        return None if terms.seal in fit else say("edits.unfit_seal", seal=terms.seal, known=tuple(fit))
    if len(fit) == 1:
        return None
    bureau = register.department_name(register.bureau)
    return say("edits.which_seal" if fit else "edits.no_seal", bureau=bureau, known=tuple(fit))


def _known(register: Register, terms: Terms) -> None:
    sections = register.departments[register.bureau].parts("sections")
    names = [each.text("id") for each in sections]
    if terms.section and names and terms.section not in names:
        raise UsageFault("edits.unknown_section", section=terms.section, known=tuple(names))
    if terms.hall and register.get(Kind.HALL, terms.hall) is None:
        known = tuple(view(each.record).id for each in register.of(Kind.HALL))
        raise UsageFault("edits.unknown_hall", hall=terms.hall, known=known)
