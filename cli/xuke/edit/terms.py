"""On which terms items move, and what their fields say from then on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from xuke.edit.supplement import Fields, free
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


def handed_over(register: Register, item: Item, targets: Sequence[Handling], terms: Terms) -> Fields:
    """The fields of an item of which some handlings, or all, are from now on the bureau's."""
    _known(register, terms)
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
    if not terms.hall and not handling.stated_text("hall"):
        raise Refusal("edits.no_hall", code=handling.id + handling.suffix)
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
    for each in uses:
        seal = register.seals.get(each.text("seal"))
        is_own = seal is not None and seal.text("owner") == register.bureau
        if is_own and (day is None or (each.covers(day) and not each.has("until"))):
            return [*(dict(use.fields) for use in uses)]
        if day is None:
            rows.append(dict(each.fields))
        elif (each.day("from") or date.min) < day:
            last = min(each.day("until") or date.max, day - _DAY)
            kept = {name: value for name, value in each.fields.items() if name != "until_event"}
            rows.append({**kept, "until": last.isoformat()})
    name = free("s", (each.text("id") for each in uses))
    start: Value = day.isoformat() if day else None
    return [*rows, {"id": name, "seal": _seal(register, terms), "from": start}]


def _seal(register: Register, terms: Terms) -> str:
    """The bureau's seal that is in use on the day; of several, the one that is named."""
    own = [each for each in register.seals.values() if each.text("owner") == register.bureau]
    fit = [each.id for each in own if terms.effective is None or each.covers(terms.effective)]
    if terms.seal:
        if terms.seal not in fit:
            raise Refusal("edits.unfit_seal", seal=terms.seal, known=tuple(fit))
        return terms.seal
    if len(fit) != 1:
        bureau = register.department_name(register.bureau)
        raise Refusal("edits.which_seal" if fit else "edits.no_seal", bureau=bureau, known=tuple(fit))
    return fit[0]


def _known(register: Register, terms: Terms) -> None:
    sections = register.departments[register.bureau].parts("sections")
    names = [each.text("id") for each in sections]
    if terms.section and names and terms.section not in names:
        raise UsageFault("edits.unknown_section", section=terms.section, known=tuple(names))
    if terms.hall and register.get(Kind.HALL, terms.hall) is None:
        known = tuple(view(each.record).id for each in register.of(Kind.HALL))
        raise UsageFault("edits.unknown_hall", hall=terms.hall, known=known)
