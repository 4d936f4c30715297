"""Everything that cites an item, found by the schemas' references, and the same with other codes."""

from collections.abc import Iterator, Mapping
from itertools import count

from xuke.check.references import references
from xuke.edit.rewrite import Step
from xuke.edit.supplement import is_open
from xuke.model.document import Value
from xuke.model.part import at, element_name
from xuke.model.place import Pointer
from xuke.model.record import Key, Kind, Record, Snapshot
from xuke.model.views import Memo, view
from xuke.words.schemas import schema_of_kind

#: What stands for a code from now on: one code, several after a split, none where it is to go.
Codes = Mapping[str, tuple[str, ...]]

_Hits = Mapping[Pointer, tuple[str, ...]]

#: What takes leave of an item that is withdrawn; all else watches it on (L014), or tells of its past.
_LEAVING = frozenset({Kind.ITEM, Kind.MEMORANDUM, Kind.BUNDLE, Kind.POST})


def cited(snapshot: Snapshot, jurisdiction: str, codes: Codes) -> Iterator[Step]:
    """Every record, items apart, that cites one of the codes, made to cite what stands for it."""
    is_leaving = not any(codes.values())
    for kind in Kind:
        for record in snapshot.of(kind, jurisdiction):
            if kind not in {Kind.ITEM, Kind.POWER} and (kind in _LEAVING or not is_leaving):
                yield from _step(record, recited(record, codes))
    if not is_leaving:
        yield from _powers(snapshot, jurisdiction, codes)
        yield from _settings(snapshot, jurisdiction, codes)


def recited(record: Record, codes: Codes) -> dict[str, Value]:
    """The fields of a record with other codes; the text of a signed memorandum stays as it was signed."""
    found = references(schema_of_kind(record.key.kind), record.fields)
    hits = {
        each.pointer: codes[each.name]
        for each in found
        if each.kind == "item" and each.name in codes
        if not _is_closed(record, each.pointer, is_leaving=not codes[each.name])
    }
    new = _fields(dict(record.fields), (), hits) if hits else dict(record.fields)
    # A list of prerequisites that is empty says nothing that its absence does not.
    return {name: each for name, each in new.items() if name != "prerequisites" or each != []}


def _step(old: Record, fields: dict[str, Value]) -> Iterator[Step]:
    if fields != old.fields:
        yield Step(old, Record(old.key, fields, old.home))


def _is_closed(record: Record, pointer: Pointer, *, is_leaving: bool) -> bool:
    """What the parties have signed, and what they said of an item that goes, stays as it is."""
    memo = view(record)
    if not isinstance(memo, Memo) or not memo.is_closed:
        return False
    is_paper = pointer[0] == "supplements"
    is_signed = is_paper and not is_open(at(record.fields, *pointer[:2]))
    return is_leaving or pointer[0] == "items" or is_signed


def _fields(value: dict[str, Value], pointer: Pointer, hits: _Hits) -> dict[str, Value]:
    new: dict[str, Value] = {}
    for name, each in value.items():
        place = (*pointer, name)
        if place not in hits:
            new[name] = _rebuilt(each, place, hits)
        elif hits[place]:
            new[name] = hits[place][0]
    return new


def _rebuilt(value: Value, pointer: Pointer, hits: _Hits) -> Value:
    match value:
        case dict():
            return _fields(value, pointer, hits)
        case list():
            groups = [_elements(each, (*pointer, place), hits) for place, each in enumerate(value)]
            new = [each for group in groups for each in group]
            return list(_distinct(new)) if new != value else new
    return value


def _elements(value: Value, pointer: Pointer, hits: _Hits) -> list[Value]:
    """What becomes of one element of a list: one for each code that stands for the one it names."""
    if pointer in hits:
        return list(hits[pointer])
    if isinstance(value, dict):
        name = next((name for name in value if (*pointer, name) in hits), None)
        if name is not None:
            whole = _fields(value, pointer, {**hits, (*pointer, name): ("",)})
            return [{**whole, name: code} for code in hits[*pointer, name]]
    return [_rebuilt(value, pointer, hits)]


def _distinct(values: list[Value]) -> Iterator[Value]:
    """Each element once; those that only share an id with an earlier one get another."""
    taken: set[str] = set()
    for each in values:
        name = element_name(each) or str(each)
        if name in taken and isinstance(each, dict) and "id" in each:
            name = next(free for number in count(2) if (free := f"{each['id']}-{number}") not in taken)
            each = {**each, "id": name}  # noqa: PLW2901
        if name not in taken:
            yield each
        taken.add(name)


def _powers(snapshot: Snapshot, jurisdiction: str, codes: Codes) -> Iterator[Step]:
    """Powers to license a code go on as one for each code that stands for it; none is there twice."""
    taken = {record.key for record in snapshot.of(Kind.POWER, jurisdiction)}
    for record in snapshot.of(Kind.POWER, jurisdiction):
        about = view(record).text("item") or record.key.id
        for place, code in enumerate(codes.get(about, ())):
            new = _power(record, about, code, is_first=place == 0)
            is_free = new.key == record.key or new.key not in taken
            taken.add(new.key)
            if place == 0 or is_free:
                yield Step(None if place else record, new if is_free else None)


def _power(record: Record, about: str, code: str, *, is_first: bool) -> Record:
    """The power of another code; its own code goes with it where it is the item's, or is one more."""
    own = record.key.id if is_first and record.key.id != about else code
    item: dict[str, Value] = {"item": code} if "item" in record.fields else {}
    key = Key(record.key.jurisdiction, Kind.POWER, own)
    return Record(key, {**record.fields, "code": own, **item}, record.home)


def _settings(snapshot: Snapshot, jurisdiction: str, codes: Codes) -> Iterator[Step]:
    """Suppressions follow their record to its new key."""
    record = snapshot.workspace
    found = record.fields.get("suppressions") if record else None
    if record is None or not isinstance(found, list):
        return
    names = {
        str(Key(jurisdiction, Kind.ITEM, old)): [str(Key(jurisdiction, Kind.ITEM, new)) for new in codes[old]]
        for old in codes
    }
    new: list[Value] = [row for each in found for row in _suppressions(each, names)]
    yield from _step(record, {**record.fields, "suppressions": new})


def _suppressions(entry: Value, names: Mapping[str, list[str]]) -> list[Value]:
    about = str(at(entry, "record"))
    if not isinstance(entry, dict) or about not in names:
        return [entry]
    return [{**entry, "record": name} for name in names[about]]
