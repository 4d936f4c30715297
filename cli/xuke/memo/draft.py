"""A memorandum drafted from the register; what people wrote in an earlier draft stays."""

from collections.abc import Mapping
from itertools import chain, count

from xuke.edit.supplement import Fields, entry
from xuke.figures.answers import stage_names
from xuke.memo.clauses import moving, whole
from xuke.memo.names import is_outdated, title_of
from xuke.model.document import Value
from xuke.model.part import Part
from xuke.model.register import Register
from xuke.model.views import Memo

#: Clauses whose single parts are asked for, and are filled in where they lack.
_PARTS = {
    "open_cases": ("finisher", "reconsideration", "litigation"),
    "liability": ("bureau", "department"),
}

#: What is decided at signing, or rests with people.
_LATER = ("number", "signed", "effective")


def drafted(giver: str, register: Register, old: Memo | None) -> Fields:
    """The fields of a draft: new, or the old ones with items that came or went and missing clauses."""
    new = whole(giver, register)
    return new if old is None else _merged(dict(old.fields), new, register)


def _merged(old: Fields, new: Fields, register: Register) -> Fields:
    result = dict(old)
    for name, value in new.items():
        if name not in _LATER and is_silent(old.get(name)):
            result[name] = value
    parties = str(result["giver"]), str(result["taker"])
    if is_outdated(str(result["title"]), *parties, register):
        result["title"] = title_of(*parties, register)
    for name, parts in _PARTS.items():
        result[name] = _filled(result[name], new[name], parts)
    result["items"] = _items(Part(old, ()), str(old.get("giver")), register)
    result["stages"] = _stages(result["stages"], new["stages"])
    result["push"] = _pushes(result["push"], new["push"])
    return result


def is_silent(value: Value) -> bool:
    """Whether a clause says nothing: not written, empty, or all of its parts so; a no says something."""
    match value:
        case dict():
            return all(map(is_silent, value.values()))
        case list():
            return all(map(is_silent, value))
    return value is None or value == ""


def _filled(old: Value, new: Value, names: tuple[str, ...]) -> Value:
    if not isinstance(old, dict) or not isinstance(new, dict):
        return old
    return {**old, **{name: new[name] for name in names if name not in old}}


def _items(old: Part, giver: str, register: Register) -> list[Value]:
    """The old entries in their order, without what moves no more, and with what is to move besides."""
    items = {each.code: each for each in moving(giver, register)}
    listed = [(each.text("code"), dict(each.fields)) for each in old.parts("items")]
    rows = [(code, _entry(fields, entry(items[code]))) for code, fields in listed if code in items]
    codes = [code for code, _ in rows]
    is_sorted = codes == sorted(codes)
    for code in (each for each in items if each not in codes):
        place = sum(each < code for each, _ in rows) if is_sorted else len(rows)
        rows.insert(place, (code, entry(items[code])))
    return [row for _, row in rows]


def _entry(old: Fields, new: Fields) -> Fields:
    suffixes = new.get("suffixes")
    stated = old.get("suffixes")
    if isinstance(stated, list) and isinstance(suffixes, list) and set(map(str, stated)) == set(suffixes):
        return old
    rest = {name: value for name, value in old.items() if name != "suffixes"}
    return {**rest, "suffixes": suffixes} if suffixes else rest


def _stages(old: Value, new: Value) -> Value:
    rows = list(old) if isinstance(old, list) else []
    ranks = {name: rank for rank, name in enumerate(stage_names())}
    known = [_stage(row) for row in rows]
    for row in new if isinstance(new, list) else ():
        name = _stage(row)
        if name not in known:
            later = (at for at, each in enumerate(rows) if ranks.get(_stage(each), 0) > ranks[name])
            rows.insert(next(later, len(rows)), row)
    return rows


def _stage(row: Value) -> str:
    return str(row.get("stage")) if isinstance(row, dict) else ""


def _pushes(old: Value, new: Value) -> Value:
    rows = list(old) if isinstance(old, list) else []
    found = [row for row in rows if isinstance(row, dict)]
    known = {_pair(row) for row in found}
    names = {str(row.get("id")) for row in found}
    for row in new if isinstance(new, list) else ():
        if isinstance(row, dict) and _pair(row) not in known:
            free = _free(str(row["id"]), names)
            names.add(free)
            rows.append({**row, "id": free})
    return rows


def _pair(row: Mapping[str, Value]) -> tuple[Value, Value]:
    return row.get("information"), row.get("direction")


def _free(name: str, names: set[str]) -> str:
    tries = chain([name], (f"{name}-{number}" for number in count(2)))
    return next(each for each in tries if each not in names)
