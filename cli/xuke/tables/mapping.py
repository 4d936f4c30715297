"""What a map tells of a workbook that headings alone do not: sheets, columns, constants, values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from xuke.document.emit import mapping
from xuke.document.read import read
from xuke.model.diagnostic import Diagnostic, Message, say
from xuke.model.document import Value
from xuke.model.errors import UsageFault
from xuke.tables.inputs import INPUTS, input_table
from xuke.tables.inputs.table import InputSheet


@dataclass(frozen=True, slots=True)
class SheetMap:
    """One sheet: ``name`` empty for any, ``head`` the row of the headings counted from 1, 0 where unknown."""

    name: str
    input: InputSheet
    head: int = 0
    #: Fields by heading or by the letters of a column.
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    #: By field: what stands in a cell, and what it means; ``*`` is whatever else stands there.
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    #: Rows that state the same are taken once.
    is_unique: bool = False
    #: Of such rows that differ, the first counts and the others are told; else they are refused.
    first_counts: bool = False


#: What ``values`` says of all texts that it does not name, and ``unique`` of rows that differ.
OTHERS, FIRST = "*", "first"

_KEYS = {"sheet", "table", "header", "columns", "constants", "values", "unique"}


def maps_of(path: str, data: bytes) -> tuple[list[SheetMap], list[Diagnostic]]:
    """The maps in a file, or what is wrong with its text; UsageFault for what no map may say."""
    document, problems = read(path, data)
    if document is None or problems:
        return [], problems
    return list(_maps(path, document.value)), []


def _maps(path: str, value: Value) -> Iterator[SheetMap]:
    whole = value if isinstance(value, dict) else {"?": None}
    inner = whole.get("sheets")
    shared = {name: each for name, each in whole.items() if name != "sheets"}
    for each in inner if isinstance(inner, list) else [{}]:
        yield _map(path, {**shared, **(each if isinstance(each, dict) else {"?": None})})


def _map(path: str, value: Mapping[str, Value]) -> SheetMap:
    for name in value:
        if name not in _KEYS:
            raise UsageFault("books.map_key", path=path, name=name, known=tuple(sorted(_KEYS)))
    table = sheet_named(_text(value.get("table")))
    columns = {head: tuple(_texts(names)) for head, names in _pairs(value.get("columns"))}
    constants = {name: _text(text) for name, text in _pairs(value.get("constants"))}
    values = {
        name: {was: _text(means) for was, means in _pairs(each)} for name, each in _pairs(value.get("values"))
    }
    head = value.get("header")
    known = {*table.ids, *(each.id for each in table.fields)}
    for name in (*(name for names in columns.values() for name in names), *constants, *values):
        if name not in known:
            raise UsageFault("books.map_field", path=path, name=name, known=tuple(table.ids))
    row = head if isinstance(head, int) else 0
    unique = value.get("unique", False)
    if unique not in (True, False, FIRST):
        raise UsageFault("books.map_unique", path=path, found=_text(unique))
    name, takes_first = _text(value.get("sheet")), unique == FIRST
    return SheetMap(name, table, row, columns, constants, values, unique is not False, takes_first)


def _pairs(value: Value) -> Iterable[tuple[str, Value]]:
    return value.items() if isinstance(value, dict) else ()


def _texts(value: Value) -> Iterator[str]:
    yield from map(_text, value if isinstance(value, list) else [value])


def _text(value: Value) -> str:
    return "" if value is None else str(value)


def sheet_named(name: str) -> InputSheet:
    """The sheet of an input table by its own id (``item.materials``) or by its table's (``items``)."""
    if name in INPUTS:
        return input_table(name).sheets[0]
    for table in INPUTS:
        for each in input_table(table).sheets:
            if each.id == name:
                return each
    raise UsageFault("books.not_importable", name=name, known=tuple(INPUTS))


def map_text(maps: Iterable[SheetMap]) -> bytes:
    """Maps as a file, which read again gives the same maps."""
    value: dict[str, Value] = {"sheets": [_told(each) for each in maps]}
    return "".join(f"{line}\n" for line in mapping(value, frozenset())).encode()


def _told(each: SheetMap) -> Value:
    columns: dict[str, Value] = {
        head: names[0] if len(names) == 1 else list(names) for head, names in each.columns.items()
    }
    return {
        **({"sheet": each.name} if each.name else {}),
        "table": each.input.id,
        **({"header": each.head} if each.head else {}),
        "columns": columns,
        **({"constants": dict(each.constants)} if each.constants else {}),
        **({"values": {name: dict(pairs) for name, pairs in each.values.items()}} if each.values else {}),
        **({"unique": FIRST if each.first_counts else True} if each.is_unique else {}),
    }


def derived_title(titles: Mapping[str, str], text: str) -> Message | None:
    """What is said of a sheet that bears the title of a filing table which is computed, not filled in."""
    found = next((name for name, title in titles.items() if text.endswith(title)), None)
    return say("X001.derived", name=found, known=tuple(INPUTS)) if found else None
