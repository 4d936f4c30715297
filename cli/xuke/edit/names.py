"""Records by what people call them: id, number, printed name, short name or alias."""

from collections.abc import Callable, Iterator, Mapping

from xuke.model.names import even
from xuke.model.owners import OWNER
from xuke.model.part import Part
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import View

#: What parts of ``reform.yaml`` a reference may name, and the field that prints its name.
_PARTS: Mapping[str, tuple[Callable[[Register], Mapping[str, Part]], str]] = {
    "exclusion": (lambda register: register.exclusions, "name"),
    "phase": (lambda register: register.phases, "name"),
    "milestone": (lambda register: register.milestones, "text"),
}


def named(register: Register, kind: str, text: str, owner: str = "") -> list[str]:
    """The ids that a text may mean: the one that it is, or all that are called so."""
    known = dict[str, list[str]]()
    for name, calls in _called(register, kind, owner):
        known.setdefault(name, []).extend(even(each) for each in calls if each)
    return [text] if text in known else [name for name, calls in known.items() if even(text) in calls]


def owner_of(kind: Kind, fields: Part) -> str:
    """The department whose sections a record means."""
    return fields.text(OWNER.get(kind, "id"))


def _called(register: Register, kind: str, owner: str) -> Iterator[tuple[str, list[str]]]:
    if kind == "jurisdiction":
        yield from (
            (name, [Register(register.snapshot, name).title]) for name in register.snapshot.jurisdictions
        )
    elif kind in {"section", "bureau_section"}:
        found = register.departments.get(owner if kind == "section" else register.bureau)
        sections = found.parts("sections") if found else []
        yield from ((each.text("id"), [each.text("name")]) for each in sections)
    elif kind in _PARTS:
        parts, field = _PARTS[kind]
        yield from ((name, [each.text(field)]) for name, each in parts(register).items())
    else:
        yield from _records(register, Kind.DEPARTMENT if kind == "party" else Kind(kind))
    if kind == "party":
        groups = register.reform.parts("groups")
        yield from ((each.text("id"), [each.text("text")]) for each in groups)


def _records(register: Register, kind: Kind) -> Iterator[tuple[str, list[str]]]:
    for each in register.of(kind):
        yield each.id, [*_names(each), *(alias.text("name") for alias in each.parts("aliases"))]


def _names(it: View) -> list[str]:
    return [it.name, it.text("short_name"), it.text("number")]
