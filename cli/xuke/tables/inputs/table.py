"""What an input workbook is: the sheets of one table, derived from the schemas of its records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from xuke.model.files import ALL
from xuke.model.owners import OWNER
from xuke.model.record import Kind
from xuke.tables.inputs.field import Field, Form, Path, element_node, fields_of, key_of
from xuke.tables.present import SCHEMAS
from xuke.words.schemas import schema


@dataclass(frozen=True, slots=True)
class Declared:
    """What the schemas do not say of a table.

    ``first`` are the fields of the official table in its order, ``down`` those whose merged
    cells hold for every row below.
    """

    id: str
    kinds: tuple[Kind, ...]
    first: tuple[str, ...] = ()
    down: tuple[str, ...] = ()


@dataclass(frozen=True)
class InputSheet:
    """One sheet: records of a kind, or the elements of a list in them.

    ``address`` leads to the element: the record's key and, for a list within a list, the key of
    the outer element. ``lists`` are the paths of the list from the record, the shorter one for
    rows whose second address is blank. ``key`` names the element itself.
    """

    id: str
    kind: Kind
    title: str
    address: tuple[Field, ...]
    fields: tuple[Field, ...]
    lists: tuple[Path, ...]
    key: str

    @cached_property
    def columns(self) -> tuple[Field, ...]:
        """All columns in order, the address first."""
        return (*self.address, *self.fields)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Names of all columns; those of the address begin with a dot, so that no two are equal."""
        return (*(f".{each.id}" for each in self.address), *(each.id for each in self.fields))

    @cached_property
    def named(self) -> Mapping[str, Field]:
        """All columns by their names."""
        return dict(zip(self.ids, self.columns, strict=True))

    @property
    def naming(self) -> tuple[str, ...]:
        """The names that say which element a row is: its address, then its own key."""
        return (*self.ids[: len(self.address)], self.key)

    def place(self, name: str) -> int:
        """Where a field stands, counted from 0."""
        return len(self.address) + next(place for place, each in enumerate(self.fields) if each.id == name)

    @property
    def is_main(self) -> bool:
        """Whether a row is a record."""
        return not self.address


@dataclass(frozen=True, slots=True)
class InputTable:
    """All sheets of one table; the sheets of lists follow the sheet of their records."""

    id: str
    title: str
    sheets: tuple[InputSheet, ...]

    def sheet(self, name: str) -> InputSheet:
        """A sheet by its id."""
        return next(each for each in self.sheets if each.id == name)


def table_of(declared: Declared) -> InputTable:
    """The sheets of a table as the schemas are now."""
    sheets = tuple(sheet for kind in declared.kinds for sheet in _sheets(declared, kind))
    return InputTable(declared.id, sheets[0].title, sheets)


def _sheets(declared: Declared, kind: Kind) -> Iterator[InputSheet]:
    name, owner = SCHEMAS[kind], OWNER.get(kind, "id")
    fields = tuple(_ordered(declared, fields_of(name, (), owner)))
    key = _record_key(kind)
    yield InputSheet(str(kind), kind, _title(kind), (), fields, ((),), key)
    addresses = (replace(next(each for each in fields if each.id == key), fills_down=True),)
    for lists in _lists(name, fields):
        yield _list_sheet(kind, name, lists, addresses, owner)


def _ordered(declared: Declared, found: Iterator[Field]) -> Iterator[Field]:
    fields = {each.id: replace(each, fills_down=each.id in declared.down) for each in found}
    names = (*declared.first, *fields)
    yield from (fields[name] for name in dict.fromkeys(names) if name in fields)


def _lists(name: str, fields: tuple[Field, ...]) -> list[tuple[Path, ...]]:
    """Each list of a record, with the lists of the same kind inside the elements of another."""
    outer = [each.path for each in fields if each.form is Form.ROWS]
    inner = [each.path for path in outer for each in fields_of(name, path) if each.form is Form.ROWS]
    return [
        (path, *(each for each in inner if element_node(name, each) == element_node(name, path)))
        for path in outer
    ]


def _list_sheet(
    kind: Kind, name: str, lists: tuple[Path, ...], addresses: tuple[Field, ...], owner: str
) -> InputSheet:
    path = lists[0]
    for inner in lists[1:]:
        key = key_of(name, inner[:-1])
        outer = next(each for each in fields_of(name, inner[:-1]) if each.id == key)
        addresses = (*addresses, replace(outer, fills_down=True, is_required=False))
    fields = tuple(fields_of(name, path, owner))
    taken = {each.title for each in fields}
    addresses = tuple(_qualified(name, each) if each.title in taken else each for each in addresses)
    title = str(next(each for each in fields_of(name, ()) if each.path == path).title)
    return InputSheet(f"{kind}.{path[0]}", kind, title, addresses, fields, lists, key_of(name, path))


def _qualified(name: str, address: Field) -> Field:
    """An address under the title of its record, where the list has a field of the same title."""
    return replace(address, titles=(str(element_node(name, ())["title"]), *address.titles))


def _record_key(kind: Kind) -> str:
    file = next(each for each in ALL if kind in each.lists.values())
    name = next(name for name, each in file.lists.items() if each is kind)
    return key_of(file.schema, (name,))


def _title(kind: Kind) -> str:
    """The list's own title where a file holds several, the file's where it holds one."""
    file = next(each for each in ALL if kind in each.lists.values())
    name = next(name for name, each in file.lists.items() if each is kind)
    whole = schema(file.schema)
    return str((whole if len(file.lists) == 1 else whole["properties"][name])["title"])
