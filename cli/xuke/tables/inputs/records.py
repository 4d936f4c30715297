"""Records to the rows of their sheets, and rows back to records."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xuke.model.document import Value
from xuke.model.record import Record
from xuke.tables.inputs.cells import Blank, Hollow, Reading, Stated, fits, written
from xuke.tables.inputs.field import Field, Path
from xuke.tables.inputs.names import Names
from xuke.tables.inputs.table import InputSheet, InputTable
from xuke.tables.layout import Cell
from xuke.words.zh import inputs as zh

Fields = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Given:
    """One row as it was read: the address, and what each cell says."""

    address: tuple[str, ...]
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Unfit:
    """A field of a record that no cell can hold."""

    record: Record
    field: Field


def rows_of(sheet: InputSheet, fields: Mapping[str, Value]) -> Iterator[tuple[tuple[str, ...], Fields]]:
    """The elements of a record that have a row on a sheet, each with its address."""
    if sheet.is_main:
        yield (), dict(fields)
        return
    own = str(fields.get(sheet.address[0].id, ""))
    for path in sheet.lists:
        yield from _elements(sheet, fields, path, (own,))


def _elements(
    sheet: InputSheet, fields: Mapping[str, Value], path: Path, address: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Fields]]:
    entries = fields.get(path[0])
    for each in entries if isinstance(entries, list) else ():
        if isinstance(each, dict) and len(path) > 1:
            outer = str(each.get(sheet.address[1].id, ""))
            yield from _elements(sheet, each, path[1:], (*address, outer))
        elif isinstance(each, dict):
            yield (*address, *[""] * (len(sheet.address) - len(address))), each


def cells_of(
    sheet: InputSheet, address: Sequence[str], element: Mapping[str, Value], names: Names, owner: str
) -> tuple[Cell, ...]:
    """One row: the address, then every field of the element."""
    return (*(each or None for each in address), *_cells(sheet.fields, element, names, owner))


def _cells(fields: Sequence[Field], element: Mapping[str, Value], names: Names, owner: str) -> Iterator[Cell]:
    hollow: set[Path] = set()
    for field in fields:
        is_there, value = at(element, field.within)
        if is_there:
            yield written(field, value, names, owner)
        elif element.get(field.within[0]) == {} and field.within[:1] not in hollow:
            hollow.add(field.within[:1])
            yield zh.HOLLOW
        else:
            yield None


def owner_of(sheet: InputSheet, record: Mapping[str, Value]) -> str:
    """The department whose sections a record means."""
    names = {field.owner for field in sheet.fields} - {""}
    return str(record.get(next(iter(names), ""), ""))


def at(element: Mapping[str, Value], within: Path) -> tuple[bool, Value]:
    """Whether a field is written, and its value."""
    value: Any = element
    for step in within:
        if not isinstance(value, dict) or step not in value:
            return False, None
        value = value[step]
    return True, value


def unfit(table: InputTable, records: Iterable[Record], names: Names) -> Iterator[Unfit]:
    """Fields of records that would not come back from their cells."""
    for record in records:
        for sheet in table.sheets:
            if sheet.kind is record.key.kind:
                owner = owner_of(sheet, record.fields)
                for _, element in rows_of(sheet, record.fields):
                    yield from (Unfit(record, each) for each in _unfit(sheet, element, names, owner))


def _unfit(sheet: InputSheet, element: Fields, names: Names, owner: str) -> Iterator[Field]:
    for field in sheet.fields:
        is_there, value = at(element, field.within)
        if is_there and not fits(field, value, names, owner):
            yield field


def element_of(fields: Sequence[Field], readings: Sequence[Reading]) -> Fields:
    """What a row states, in the order of the columns; a mapping within is made by its first value."""
    element: Fields = {}
    for field, reading in zip(fields, readings, strict=True):
        match reading:
            case Stated(value):
                _put(element, field.within, value)
            case Hollow():
                element.setdefault(field.within[0], {})
    return element


def _put(element: Fields, within: Path, value: Value) -> None:
    for step in within[:-1]:
        inner = element.get(step)
        if not isinstance(inner, dict):
            inner = element[step] = {}
        element = inner
    element[within[-1]] = value


def records_of(
    table: InputTable, given: Mapping[str, Iterable[Given]]
) -> Iterator[tuple[InputSheet, Fields]]:
    """The records that the rows of a whole workbook state, each with the sheet of its kind."""
    for main in table.sheets:
        if main.is_main:
            found = {}
            for row in given.get(main.id, ()):
                element = element_of(main.fields, row.readings)
                found[str(element.get(main.key))] = element
            for sheet in _outer_first(table, main):
                _attach(sheet, found, given.get(sheet.id, ()))
            yield from ((main, element) for element in found.values())


def _outer_first(table: InputTable, main: InputSheet) -> list[InputSheet]:
    """The sheets of lists: a list within a list after the one that holds it."""
    lists = (each for each in table.sheets if each.kind is main.kind and not each.is_main)
    return sorted(lists, key=lambda each: len(each.address))


def _attach(sheet: InputSheet, found: Mapping[str, Fields], rows: Iterable[Given]) -> None:
    for row in rows:
        record = found.get(row.address[0])
        holder = record and holder_of(sheet, record, row.address)
        if holder is not None:
            name, known = sheet.lists[0][-1], holder.get(sheet.lists[0][-1])
            element = dict(element_of(sheet.fields, row.readings))
            holder[name] = [*known, element] if isinstance(known, list) else [element]


def holder_of(sheet: InputSheet, record: Fields, address: Sequence[str]) -> Fields | None:
    """The mapping that holds the list of a row: the record, or an element of another list of it."""
    if len(address) < 2 or not address[1]:
        return record
    entries = record.get(sheet.lists[1][0])
    for each in entries if isinstance(entries, list) else ():
        if isinstance(each, dict) and each.get(sheet.address[1].id) == address[1]:
            return each
    return None


def is_empty(readings: Iterable[Reading]) -> bool:
    """Whether nothing stands in a row."""
    return all(isinstance(each, Blank) for each in readings)
