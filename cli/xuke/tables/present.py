"""Values of the register as a reader of a table expects them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cache

from xuke.check.references import TO_RECORDS
from xuke.figures.stated import exact, percentage
from xuke.model.document import Value
from xuke.model.files import ALL
from xuke.model.limit import limit_of
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import Part, day_of
from xuke.tables.layout import Cell, Show
from xuke.words.labels import enum_label, property_title
from xuke.words.schemas import property_of, reference_kind, resolved
from xuke.words.zh import tables as zh

#: The kind of record that a reference in a schema names.
REFERRED = {name: kind for name, kind in TO_RECORDS.items() if kind is not Kind.ITEM}

#: Schema and record definition of each kind of record.
SCHEMAS: Mapping[Kind, str] = {
    **{kind: f"{file.schema}/{kind}" for file in ALL for kind in file.lists.values()},
    **{file.single: file.schema for file in ALL if file.single},
}


def shown(register: Register, schema: str, path: tuple[str, ...], value: Value) -> Cell:
    """A value of a property in words: references by name, choices by label, limits with unit."""
    match value:
        case bool():
            return zh.YES if value else zh.NO
        case str():
            return _named(register, schema, path, value)
        case list():
            return joined(str(shown(register, schema, path, each)) for each in value)
        case dict():
            return limit_text(value) or zh.JOINT.join(_pairs(register, schema, path, value))
    return value


def _pairs(
    register: Register, schema: str, path: tuple[str, ...], value: Mapping[str, Value]
) -> Iterator[str]:
    for name, inner in value.items():
        if name == "id":
            continue
        title = property_title(schema, (*path, name), False)
        yield f"{title}{zh.COLON}{told(shown(register, schema, (*path, name), inner))}"


def _named(register: Register, schema: str, path: tuple[str, ...], value: str) -> str:
    if is_date(schema, path) and (day := day_of(value)):
        return date_text(day)
    match reference(schema, path):
        case "exclusion":
            return exclusion_name(register, value)
        case "party" | "section" | "bureau_section" | "phase" | "milestone" | "jurisdiction" as kind:
            return register.printed_name(kind, value)
        case kind if kind in REFERRED:
            return register.printed_name(REFERRED[kind], value)
    return enum_label(schema, path, value, False)


@cache
def reference(schema: str, path: tuple[str, ...]) -> str:
    """What kind of thing a property names (``x-ref``), or empty."""
    found = property_of(schema, path)
    return reference_kind(*found) if found else ""


def field_title(kind: Kind, steps: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """A field by the titles on the way to it, elements by their name; and its path in the schema."""
    schema, titles, element = SCHEMAS[kind], "", ""
    path: tuple[str, ...] = ()
    for step in steps:
        element = "" if element else _key_of(schema, path)
        path = path if element else (*path, step)
        title = property_title(schema, path, False)
        titles += (
            zh.ELEMENT.format(name=enum_label(schema, (*path, element), step, False))
            if element
            else zh.STEP + title
        )
    return titles.removeprefix(zh.STEP), path


@cache
def _key_of(schema: str, path: tuple[str, ...]) -> str:
    """The property that names the elements of a keyed list; empty for anything else."""
    found = property_of(schema, path)
    return str(resolved(*found)[1].get("x-key", "")) if found else ""


@cache
def is_date(schema: str, path: tuple[str, ...]) -> bool:
    """Whether a property holds a date."""
    found = property_of(schema, path)
    return found is not None and resolved(*found)[1].get("format") == "date"


def exclusion_name(register: Register, name: str) -> str:
    """The printed name of an exclusion; its id where the policy does not declare it."""
    known = register.exclusions.get(name)
    return known.text("name") if known else name


def limit_text(value: object) -> str:
    """A time limit with its unit, or empty where none is stated."""
    limit = limit_of(value)
    return zh.LIMITS[limit.unit].format(value=limit.value) if limit else ""


def date_text(day: date) -> str:
    """A date as official documents write it (GB/T 9704)."""
    return zh.DATE.format(year=day.year, month=day.month, day=day.day)


def dated(value: Value) -> Cell:
    """A date of the register; what is no date stays as it is written."""
    return day_of(value) or (value if isinstance(value, str) else None)


def joined(texts: Iterable[str]) -> str:
    """Texts in one cell, each once, in order."""
    return zh.AND.join(dict.fromkeys(filter(None, texts)))


def told(cell: Cell, show: Show = Show.TEXT) -> str:
    """A cell as text: dates as documents write them, whole numbers without a point."""
    match cell:
        case None:
            return ""
        case date():
            return date_text(cell)
        case int() | float() if show is Show.PERCENT:
            return percentage(Fraction(exact(cell)))
        case float() if cell.is_integer():
            return str(int(cell))
    return str(cell)


def basis_text(bases: Iterable[Part]) -> str:
    """Legal bases, one a line, those that do not set the licence with their role."""
    return "\n".join(_basis(each) for each in bases)


def _basis(basis: Part) -> str:
    role = basis.text("role")
    label = "" if role == "sets" else enum_label("items/item", ("bases", "role"), role, False) + zh.COLON
    number = basis.text("number")
    return f"{label}《{basis.text('document')}》{f'（{number}）' if number else ''}{basis.text('article')}"
