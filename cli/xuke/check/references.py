"""What records refer to, found by the schemas' ``x-ref``: one walk along the fields that are there."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from xuke.check.renumbered import replaced_codes
from xuke.model.document import Value
from xuke.model.files import seat
from xuke.model.owners import OWNER
from xuke.model.place import Pointer
from xuke.model.record import Kind, Record
from xuke.model.register import Register
from xuke.model.rule import Context
from xuke.model.views import Memo, Part, View, view
from xuke.sources.load import ID_FIELDS
from xuke.words.schemas import reference_kind, walk_record

#: References to records, and the kind that they name.
TO_RECORDS = {
    "department": Kind.DEPARTMENT,
    "item": Kind.ITEM,
    "document": Kind.DOCUMENT,
    "memorandum": Kind.MEMORANDUM,
    "hall": Kind.HALL,
    "window": Kind.WINDOW,
    "seal": Kind.SEAL,
    "intermediary": Kind.INTERMEDIARY,
}


#: Other references, and the kinds whose records hold what they name.
_HOMES = {
    "jurisdiction": (Kind.JURISDICTION,),
    "section": (Kind.DEPARTMENT,),
    "exclusion": (Kind.JURISDICTION,),
    "phase": (Kind.JURISDICTION,),
    "milestone": (Kind.JURISDICTION,),
}


class Reference(NamedTuple):
    """One reference as written."""

    pointer: Pointer
    kind: str
    name: str


class Sought(NamedTuple):
    """What a reference looks for: where, among what, whose where it is a section, and by which name."""

    jurisdiction: str
    kind: str
    owner: str
    name: str

    @property
    def group(self) -> tuple[str, ...]:
        """All but the name."""
        return self[:-1]

    @property
    def homes(self) -> list[tuple[str, Kind]]:
        """Jurisdiction and kind of the records that may hold it."""
        kinds = _HOMES[self.kind] if self.kind in _HOMES else (TO_RECORDS[self.kind],)
        return [(self.jurisdiction or self.name, each) for each in kinds]


class Known(NamedTuple):
    """A name that there is, and where it stands."""

    name: str
    record: Record
    pointer: Pointer


@cache
def _tree(schema: str, wanted: Callable[[str, Mapping[str, object]], str]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for path, file, node in walk_record(schema):
        kind = wanted(file, node)
        if kind:
            branch = tree
            for step in path[:-1]:
                branch = branch.setdefault(step, {})
            branch[path[-1]] = kind
    return tree


def marked(schema: str, fields: Mapping[str, Value], wanted: Callable[..., str]) -> list[Reference]:
    """Texts in a record that its schema marks: place, what the mark says, and the text."""
    found: list[Reference] = []
    _follow(_tree(schema, wanted), fields, (), found)
    return found


def _follow(tree: Any, value: Any, pointer: Pointer, found: list[Reference]) -> None:
    # Every record is walked: a list that is filled is twice as fast as generators in generators.
    if isinstance(value, list):
        for index, entry in enumerate(value):
            _follow(tree, entry, (*pointer, index), found)
    elif isinstance(tree, str):
        if isinstance(value, str):
            found.append(Reference(pointer, tree, value))
    elif isinstance(value, dict):
        for name in tree:
            if name in value:
                _follow(tree[name], value[name], (*pointer, name), found)


def texts_marked(
    schema: str, fields: Mapping[str, Value], wanted: Callable[..., str]
) -> set[tuple[str, str]]:
    """What the marks say and the texts alone, each pair once."""
    found: set[tuple[str, str]] = set()
    _collect_fields(_tree(schema, wanted), fields, found)
    return found


def _collect(tree: Any, value: Any, found: set[tuple[str, str]]) -> None:
    if isinstance(value, list):
        for each in value:
            _collect(tree, each, found)
    elif isinstance(value, str):
        if isinstance(tree, str):
            found.add((tree, value))
    elif isinstance(value, dict) and isinstance(tree, dict):
        _collect_fields(tree, value, found)


def _collect_fields(tree: dict[str, Any], fields: Mapping[str, Value], found: set[tuple[str, str]]) -> None:
    for name, branch in tree.items():
        part = fields.get(name)
        # A text without another call: a cold check walks every record.
        if type(part) is str and type(branch) is str:
            found.add((branch, part))
        elif part:
            _collect(branch, part, found)


def references(schema: str, fields: Mapping[str, Value]) -> list[Reference]:
    """Every reference in a record."""
    return marked(schema, fields, reference_kind)


def is_known(reference: Reference, record: Record, register: Register) -> bool:
    """Whether what a reference names exists; what an unread file may hold counts as known."""
    kind, name = reference.kind, reference.name
    owner = owner_of(record) if kind == "section" else ""
    return is_there(kind, owner, name, register) or _is_past(kind, name, record, register)


def is_there(kind: str, owner: str, name: str, register: Register) -> bool:
    """The same of a kind of reference, whoever makes it; a section is one of its ``owner``'s."""
    if kind in TO_RECORDS:
        return _has(register, TO_RECORDS[kind], name)
    if kind == "jurisdiction":
        return (
            not register.snapshot.is_whole(name, Kind.JURISDICTION) or name in register.snapshot.jurisdictions
        )
    if kind == "section":
        return _has_section(register, owner, name)
    if kind == "bureau_section":
        return not _sections_of_bureau(register) or _has_section(register, register.bureau, name)
    if kind == "party":
        groups = (each.text("id") for each in register.reform.parts("groups"))
        return not register.snapshot.is_whole(register.jurisdiction, Kind.JURISDICTION) or (
            name in groups or _has(register, Kind.DEPARTMENT, name)
        )
    return _in_reform(register, kind, name)


def sought(reference: Reference, record: Record, register: Register) -> Sought:
    """What a reference looks for."""
    owner = owner_of(record) if reference.kind == "section" else ""
    return sought_in(register, reference.kind, owner, reference.name)


def sought_in(register: Register, kind: str, owner: str, name: str) -> Sought:
    """The same of a name cited in a jurisdiction; a unit is a department, whether or not a group could be."""
    place, (folder, slash, rest) = register.jurisdiction, name.partition("/")
    match kind:
        case "document" if slash:
            return Sought(folder, kind, "", rest)
        case "section":
            return Sought(place, kind, owner, name)
        case "bureau_section":
            return Sought(place, "section", register.bureau, name)
    return Sought(
        "" if kind == "jurisdiction" else place, "department" if kind == "party" else kind, "", name
    )


def those_known(name: Sought, context: Context) -> dict[str, Known]:
    """What there is where a name is looked for, by name."""
    register = context.register(name.jurisdiction)
    if name.kind == "jurisdiction":
        found = context.snapshot.of(Kind.JURISDICTION)
        return {each.key.id: Known(each.key.id, each, ()) for each in found}
    if name.kind == "section":
        unit = register.departments.get(name.owner)
        return _parts(unit.record, _sections(unit)) if unit else {}
    if name.kind not in TO_RECORDS:
        reform = register.get(Kind.JURISDICTION, name.jurisdiction)
        return _parts(reform, _of_reform(register, name.kind)) if reform else {}
    kind = TO_RECORDS[name.kind]
    records = context.snapshot.of(kind, name.jurisdiction)
    return {each.key.id: Known(each.key.id, each, (id_field(kind),)) for each in records}


def id_field(kind: Kind) -> str:
    """The field that gives a record its name."""
    return "giver" if kind is Kind.MEMORANDUM else ID_FIELDS.get(kind, "id")


def _parts(record: Record, parts: Mapping[str, Part]) -> dict[str, Known]:
    return {name: Known(name, record, (*each.pointer, "id")) for name, each in parts.items()}


def is_settled(it: View, department: str, register: Register) -> bool:
    """Whether a record's department neither is unknown (K002) nor contradicts the file's name (K003)."""
    place = seat(it.record.path)
    return department in register.departments and (place is None or place.department == department)


def _has(register: Register, kind: Kind, name: str) -> bool:
    jurisdiction, slash, rest = name.partition("/")
    if not (slash and kind is Kind.DOCUMENT):
        jurisdiction, rest = register.jurisdiction, name
    found = register.snapshot.get(jurisdiction, kind, rest) is not None
    return found or not register.snapshot.is_whole(jurisdiction, kind)


def _is_past(kind: str, name: str, record: Record, register: Register) -> bool:
    """Whether a signed memorandum names an item that has gone on under another code since."""
    if kind != "item" or record.key.kind is not Kind.MEMORANDUM:
        return False
    memo = view(record)
    return isinstance(memo, Memo) and memo.is_closed and name in replaced_codes(register)


def owner_of(record: Record) -> str:
    """The department whose sections a record means; of a department, that itself."""
    field = OWNER.get(record.key.kind)
    return record.key.id if field is None else view(record).text(field)


def _has_section(register: Register, owner: str, name: str) -> bool:
    unit = register.departments.get(owner)
    # An owner that does not exist is told as such.
    if unit is None or not register.snapshot.is_whole(register.jurisdiction, Kind.DEPARTMENT):
        return True
    return name in _sections(unit)


def _sections(unit: View) -> dict[str, Part]:
    return {each.text("id"): each for each in unit.parts("sections")}


def _sections_of_bureau(register: Register) -> dict[str, Part]:
    """None while there is no bureau, or nobody has said how it is divided."""
    bureau = register.departments.get(register.bureau)
    return _sections(bureau) if bureau else {}


def _in_reform(register: Register, kind: str, name: str) -> bool:
    if not register.snapshot.is_whole(register.jurisdiction, Kind.JURISDICTION):
        return True
    return name in _of_reform(register, kind)


def _of_reform(register: Register, kind: str) -> dict[str, Part]:
    known = {"exclusion": register.exclusions, "phase": register.phases, "milestone": register.milestones}
    return known[kind]
