"""By what one finding is linked to another: the names of what it puts in doubt, or of what it rests on."""

from collections.abc import Hashable, Iterator, Sequence
from typing import TypeAlias

from xuke.check.references import references
from xuke.model.diagnostic import Diagnostic
from xuke.model.files import seat
from xuke.model.owners import OWNER
from xuke.model.part import at
from xuke.model.record import Key, Kind, Record, Snapshot
from xuke.model.views import Item, view
from xuke.words.schemas import schema_of_kind

#: What findings say that miss a record which names the item; by the kind of that record.
SOURCES = {
    "L012.none": Kind.SUPERVISION,
    "L013.none": Kind.SUPERVISION,
    "L014.none": Kind.SUPERVISION,
    "L015.missing": Kind.POWER,
    "M005.none": Kind.MEMORANDUM,
}

#: Fields by which records of those kinds name items, and say whose they are.
_SERVING = frozenset({"items", "item", "code", "department", "supervisor", "giver"})

Names: TypeAlias = Iterator[Hashable]


def keys_of(found: Diagnostic) -> Iterator[Key]:
    """The record that a finding is about; nothing where it is about a file."""
    if found.record:
        yield found.record


def field_of(found: Diagnostic) -> str:
    """The field of the record in which a finding stands; empty where it is about all of it."""
    return str(found.pointer[0]) if found.pointer else ""


def records_of(found: Diagnostic, snapshot: Snapshot) -> Iterator[Record]:
    """The same as it stands in the register."""
    yield from (snapshot.records[key] for key in keys_of(found) if key in snapshot.records)


def itself(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The record."""
    yield from keys_of(found)


def place(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The record's jurisdiction."""
    yield from (key.jurisdiction for key in keys_of(found))


def kind(found: Diagnostic, snapshot: Snapshot) -> Names:
    """Jurisdiction and kind of the record."""
    yield from (key[:2] for key in keys_of(found))


def handling(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The record, and which of its handlings where the finding stands in one."""
    yield found.record, found.pointer[:2] if found.pointer[:1] == ("handlings",) else ()


def spoken_of(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The item that a finding about another record names by its code."""
    code = dict(found.message.words).get("code")
    yield from (Key(key.jurisdiction, Kind.ITEM, code) for key in keys_of(found) if isinstance(code, str))


def served(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The items that a record names, a power those of its own code, all twins taken together."""
    for record in _versions(found, snapshot):
        jurisdiction, kind, name = record.key
        said = references(schema_of_kind(kind), record.fields)
        codes = [each.name for each in said if each.kind == "item"]
        yield from ((jurisdiction, kind, code) for code in [*codes, *([name] * (kind is Kind.POWER))])


def _versions(found: Diagnostic, snapshot: Snapshot) -> Iterator[Record]:
    yield from records_of(found, snapshot)
    yield from (each for each in snapshot.twins if each.key == found.record)


def refused(found: Diagnostic, snapshot: Snapshot) -> Names:
    """What a record serves as far as it says so; where just that is refused, what its department misses."""
    yield from served(found, snapshot)
    home = seat(found.location.path)
    if home and home.department and field_of(found) in _SERVING:
        yield from ((*key[:2], home.department) for key in keys_of(found))


def unowned(found: Diagnostic, snapshot: Snapshot) -> Names:
    """What a record serves, where the finding is about the department that it names."""
    if any(found.pointer == (OWNER.get(key.kind),) for key in keys_of(found)):
        yield from served(found, snapshot)


def misfiled(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The record, what it serves, and the departments to which an item may belong."""
    yield from (*itself(found, snapshot), *served(found, snapshot))
    words = dict(found.message.words)
    names = [str(words[name]) for name in ("owner", "file")]
    for key in keys_of(found):
        yield from (key._replace(kind=Kind.DEPARTMENT, id=name) for name in names if key.kind is Kind.ITEM)


def missed(found: Diagnostic, snapshot: Snapshot) -> Names:
    """What should name the item and does not, by the item and by its department."""
    for item in records_of(found, snapshot):
        jurisdiction, _, code = item.key
        source, owner = SOURCES[found.message.name], at(item.fields, OWNER[Kind.ITEM])
        yield from ((jurisdiction, source, code), (jurisdiction, source, str(owner)))


def missed_all(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The same where the department has nothing at all of it."""
    if found.cause:
        yield from missed(found, snapshot)


def missed_kind(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The jurisdiction, and the kind of record that should name the item."""
    yield from ((key.jurisdiction, SOURCES[found.message.name]) for key in keys_of(found))


def sought_kind(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The jurisdiction and the kind of record in which a missing name is looked for."""
    yield _sought(found)


def _sought(found: Diagnostic) -> tuple[str, str]:
    place, kind, *_ = (*found.cause.split("/"), "", "")
    return place, kind


def without_phase(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The jurisdiction of which a phase is cited that is not there, and that no other is like."""
    if _sought(found)[1] == "phase" and not dict(found.message.words).get("like"):
        yield from place(found, snapshot)


def without_section(found: Diagnostic, snapshot: Snapshot) -> Names:
    """A record that names a section which its department does not have."""
    if _sought(found)[1] == "section":
        yield from itself(found, snapshot)


def unknown_place(found: Diagnostic, snapshot: Snapshot) -> Names:
    """A jurisdiction that is cited and is not there."""
    if _sought(found)[1] == "jurisdiction":
        yield str(dict(found.message.words)["name"])


def abroad(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The jurisdiction in which a name is looked for, where it is none."""
    jurisdiction, _ = _sought(found)
    if jurisdiction and jurisdiction not in snapshot.jurisdictions:
        yield jurisdiction


def emptied(found: Diagnostic, snapshot: Snapshot) -> Names:
    """Jurisdiction and kind of which a name is missing because there is no record at all."""
    if found.cause.endswith("/"):
        yield _sought(found)


def unread(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The top folder in which something is not read, and the jurisdiction below it."""
    top, *steps = found.location.path.split("/")
    yield from (top, *(steps[:1] if len(steps) > 1 else ()))


def emptied_files(found: Diagnostic, snapshot: Snapshot) -> Names:
    """What may serve items in a file of a department, by the department."""
    home = seat(found.location.path)
    if home and home.department:
        yield from ((home.jurisdiction, kind, home.department) for kind in home.kind.kinds)


def misread(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The kind of a record whose text is wrong, by the department in whose file it stands."""
    home, record = seat(found.location.path), snapshot.at(found.location)
    if record and home and home.department:
        yield (*record.key[:2], home.department)


def spoilt(found: Diagnostic, snapshot: Snapshot) -> Names:
    """A record, and which of its fields cannot be read as it is meant."""
    record = snapshot.at(found.location)
    if record:
        before = [each for each in record.fields if record.locate_key(each).start <= found.location.start]
        fields = {*before[-1:], str(dict(found.message.words).get("key", ""))}
        yield from ((record.key, field) for field in fields)


def spoken(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The record, and the field in which a finding stands."""
    yield from ((key, str(step)) for key in keys_of(found) for step in found.pointer[:1])


def run_together(found: Diagnostic, snapshot: Snapshot) -> Names:
    """Jurisdiction and kind of a record into which another one has run."""
    record = snapshot.at(found.location)
    if record and found.cause:
        yield record.key[:2]


def nowhere(found: Diagnostic, snapshot: Snapshot) -> Names:
    """Where there is nothing at all of what is missing: the folder of memoranda, else the jurisdiction."""
    if found.code == "K002" and found.cause.endswith("/"):
        yield _sought(found)[0]
    elif found.cause and found.message.name in SOURCES:
        is_memo = SOURCES[found.message.name] is Kind.MEMORANDUM
        yield from ("memoranda" if is_memo else key.jurisdiction for key in keys_of(found))


def lacking(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The jurisdiction or department that has no supervision at all."""
    yield from filter(None, [found.cause.partition("/")[2]])


def moved_items(found: Sequence[Diagnostic], snapshot: Snapshot) -> float:
    """How many items a department gives, of all findings about one."""
    (key, *_) = (key for each in found for key in keys_of(each))
    items = map(view, snapshot.of(Kind.ITEM, key.jurisdiction))
    return sum(
        bool(each.transferred) for each in items if isinstance(each, Item) and each.competent == key.id
    )


def filed(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The file."""
    yield found.location.path


def without_origin(found: Diagnostic, snapshot: Snapshot) -> Names:
    """A file that does not say where its data come from, or says it wrongly."""
    name = dict(found.message.words).get("near") or "".join(map(str, found.pointer))
    if name == "provenance":
        yield found.location.path


def bare(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The jurisdiction in which there is no record at all of what a finding counts, excuses or misses."""
    is_bare = found.code != "Q001" or dict(found.message.words).get("rows") == "0"
    if is_bare and found.cause:
        yield found.location.path.split("/")[1]


def spot(found: Diagnostic, snapshot: Snapshot) -> Names:
    """Where it stands."""
    yield found.location


def competent(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The department of an item."""
    for item in records_of(found, snapshot):
        yield Key(item.key.jurisdiction, Kind.DEPARTMENT, str(at(item.fields, OWNER[Kind.ITEM])))


def competent_kind(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The departments of an item's jurisdiction."""
    yield from ((key.jurisdiction, Kind.DEPARTMENT) for key in keys_of(found))


def unlisted(found: Diagnostic, snapshot: Snapshot) -> Names:
    """The department of a memorandum without a list of items."""
    if found.pointer == ("items",):
        yield from (key._replace(kind=Kind.DEPARTMENT) for key in keys_of(found))


#: Lists of the reform's record whose entries are cited by their ids; what a reference to them looks for.
_CITED = {"groups": "department", "phases": "phase", "milestones": "milestone", "exclusions": "exclusion"}


def nameless(found: Diagnostic, snapshot: Snapshot) -> Names:
    """Jurisdiction and kind of what has an id that its schema refuses."""
    name = dict(found.message.words).get("near") or (found.pointer or ("",))[-1]
    for key in keys_of(found) if name in {"id", "code"} else ():
        is_own = len(found.pointer) == 1
        yield key.jurisdiction, key.kind if is_own else _CITED.get(str(found.pointer[0]), "section")


def uncited(found: Diagnostic, snapshot: Snapshot) -> Names:
    """Jurisdiction, kind and name of what is missing."""
    yield (*_sought(found), dict(found.message.words).get("name"))


def removed(found: Diagnostic, snapshot: Snapshot) -> Names:
    """An item that is gone, as a reference seeks it."""
    yield from ((key.jurisdiction, "item", key.id) for key in keys_of(found))
