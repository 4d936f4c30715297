"""What one column of an input workbook holds, read from the schema of its field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from xuke.model.diagnostic import Label
from xuke.model.limit import LIMIT_FIELDS
from xuke.words.schemas import Schema, innermost, is_code, property_of, reference_kind, resolved
from xuke.words.zh import tables as zh

Path = tuple[str, ...]


class Form(StrEnum):
    """How a cell holds a value; ROWS is a list that has a sheet of its own."""

    TEXT = "text"
    CODE = "code"
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"
    YES_NO = "yes_no"
    CHOICE = "choice"
    REFERENCE = "reference"
    LIMIT = "limit"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Field:
    """One column.

    ``path`` leads from the record to the field, ``within`` from the row's element to it; they
    differ on the sheet of a list. ``owner`` names the field of the record whose department's
    sections are meant. Several values stand one a line. ``titles`` are the headings from the
    widest to the narrowest, ``synonyms`` other headings that mean the same. What ``is_required`` a
    record cannot do without, or a rule demands it of every one (``x-asked``).
    """

    schema: str
    path: Path
    within: Path
    form: Form
    titles: tuple[str, ...]
    synonyms: tuple[str, ...] = ()
    refers: str = ""
    owner: str = ""
    is_many: bool = False
    is_nullable: bool = False
    is_required: bool = False
    fills_down: bool = False

    @property
    def id(self) -> str:
        """Its name on the sheet, as in ``limit.promised``."""
        return ".".join(self.within)

    @property
    def label(self) -> Label:
        """Its name in messages."""
        return Label(self.schema, self.path)

    @property
    def title(self) -> str:
        """The narrowest heading; others of the sheet may have the same."""
        return self.titles[-1]

    @property
    def heading(self) -> str:
        """All headings in one, which no other column of the sheet has."""
        return zh.STEP.join(self.titles)

    @property
    def node(self) -> Schema:
        """The schema of the field as written, with its title and description."""
        found = property_of(self.schema, self.path)
        return found[1] if found else {}


def fields_of(schema: str, root: Path, owner: str = "") -> Iterator[Field]:
    """Every field of a record, or of the elements of its list at ``root``, in the order of the schema."""
    yield from _fields(schema, root, (), (), owner)


def _fields(schema: str, root: Path, within: Path, titles: tuple[str, ...], owner: str) -> Iterator[Field]:
    node = element_node(schema, (*root, *within))
    required = node.get("required", ())
    for name, child in node.get("properties", {}).items():
        if within and _is_limit(node) and name in LIMIT_FIELDS:
            continue
        place, heads = (*within, name), (*titles, _title(schema, (*root, *within, name), child))
        inner = element_node(schema, (*root, *place))
        is_list = _is_list(schema, (*root, *place))
        if "properties" in inner and not is_list and not _is_limit(inner):
            yield from _fields(schema, root, place, heads, owner)
            continue
        must = name in required or child.get("x-asked") is True
        yield _field(schema, root, place, heads, owner, must and not within)
        if _is_limit(inner):
            # What a limit rests on or runs from stands in columns beside it.
            yield from _fields(schema, root, place, heads, owner)


def _field(
    schema: str, root: Path, within: Path, titles: tuple[str, ...], owner: str, is_required: bool
) -> Field:
    path = (*root, *within)
    file, node = property_of(schema, path) or ("", {})
    _, inner = resolved(file, node)
    refers = reference_kind(file, node)
    return Field(
        schema,
        path,
        within,
        _form(file, node),
        titles,
        tuple(node.get("x-synonyms", ())),
        refers,
        owner if refers == "section" else "",
        "items" in inner and "properties" not in element_node(schema, path),
        "null" in inner.get("type", ()),
        is_required,
    )


def _form(file: str, node: Schema) -> Form:
    _, inner = innermost(file, node)
    if "properties" in inner:
        return Form.ROWS if "items" in resolved(file, node)[1] else Form.LIMIT
    if "x-labels" in inner:
        return Form.CHOICE
    if is_code(file, node):
        return Form.CODE
    return Form.REFERENCE if reference_kind(file, node) else _plain_form(inner)


def _plain_form(inner: Schema) -> Form:
    types: Mapping[str, Form] = {"integer": Form.INTEGER, "number": Form.NUMBER, "boolean": Form.YES_NO}
    if inner.get("format") == "date":
        return Form.DATE
    return types.get(str(inner.get("type")), Form.TEXT)


def element_node(schema: str, path: Path) -> Schema:
    """The schema behind a field, or of each element of its list."""
    return innermost(*(property_of(schema, path) or ("", {})))[1]


def key_of(schema: str, path: Path) -> str:
    """The field by which the elements of a list are told apart; empty where there is none."""
    file, node = property_of(schema, path) or ("", {})
    return str(resolved(file, node)[1].get("x-key", ""))


def _is_list(schema: str, path: Path) -> bool:
    file, node = property_of(schema, path) or ("", {})
    return "items" in resolved(file, node)[1]


def _is_limit(node: Schema) -> bool:
    return set(node.get("properties", {})) >= LIMIT_FIELDS


def _title(schema: str, path: Path, node: Schema) -> str:
    found = property_of(schema, path)
    return str((node or (found[1] if found else {})).get("title", path[-1]))
