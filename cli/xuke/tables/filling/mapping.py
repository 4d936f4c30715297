"""A map: which cells and rows of a form take what; read from YAML, every fault with its place."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from xuke.model.diagnostic import Message, Word, say
from xuke.model.names import even
from xuke.model.place import Pointer
from xuke.tables.filling.refs import column_number, place_of
from xuke.tables.layout import Table
from xuke.tables.layouts import TABLES

#: What a single cell can take.
FACTS = ("place", "unit", "date", "commit", "rows")

_NAMED = re.compile(r"(?P<sheet>.+)!\$?(?P<column>[A-Z]{1,3})\$?(?P<row>[0-9]{1,7})").fullmatch

_KEYS = {
    "map": ("names", "sheets"),
    "sheet": ("sheet", "cells", "rows"),
    "rows": ("table", "start", "until", "columns"),
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What a cell takes: a fact, or a text as it stands."""

    fact: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class RowsMap:
    """The rows of a table: column of the form by place of the table's column."""

    table: str
    start: int
    until: int
    columns: Mapping[int, int]


@dataclass(slots=True)
class SheetMap:
    """One sheet of the form."""

    sheet: str
    cells: dict[tuple[int, int], Taken] = field(default_factory=dict)
    rows: RowsMap | None = None


@dataclass(slots=True)
class FormMap:
    """A whole map; ``names`` are the cells of defined names."""

    names: list[tuple[str, tuple[int, int], Taken]] = field(default_factory=list)
    sheets: list[SheetMap] = field(default_factory=list)


class MapReader:
    """Reads one map; ``faults`` holds what was wrong with it, each with its place."""

    def __init__(self, sheets: Collection[str], names: Mapping[str, str]) -> None:
        """``sheets`` and ``names`` are those of the form, names with what they stand for."""
        self._sheets, self._names = sheets, names
        self.faults: list[tuple[Pointer, Message]] = []

    def read(self, value: Any) -> FormMap:
        """The map, as far as it could be read."""
        found = FormMap()
        root = self._mapping(value, (), "map")
        for name, taken in self._entries(root.get("names"), ("names",)):
            self._name(name, self._taken(taken, ("names", name), sheet=False), found)
        entries = root.get("sheets", [])
        if not isinstance(entries, list):
            self._fault(("sheets",), "fill.map_list", field="sheets")
            return found
        for place, each in enumerate(entries):
            self._sheet(each, ("sheets", place), found)
        return found

    def _name(self, name: str, taken: Taken, found: FormMap) -> None:
        place = _NAMED(self._names.get(name, ""))
        sheet = place and place["sheet"].strip("'").replace("''", "'")
        if not place or sheet not in self._sheets:
            self._fault(("names", name), "fill.map_name", found=name, known=tuple(self._names))
            return
        found.names.append((str(sheet), (int(place["row"]), column_number(place["column"])), taken))

    def _sheet(self, value: Any, pointer: Pointer, found: FormMap) -> None:
        entry = self._mapping(value, pointer, "sheet")
        name = str(entry.get("sheet"))
        if name not in self._sheets:
            self._fault(pointer, "fill.map_no_sheet", found=name, known=tuple(self._sheets))
            return
        if any(each.sheet == name for each in found.sheets):
            self._fault((*pointer, "sheet"), "fill.map_sheet_twice", sheet=name)
        sheet = SheetMap(name)
        found.sheets.append(sheet)
        for cell, taken in self._entries(entry.get("cells"), (*pointer, "cells")):
            place = place_of(cell)
            if place is None:
                self._fault((*pointer, "cells", cell), "fill.map_cell", cell=cell)
                continue
            sheet.cells[place] = self._taken(taken, (*pointer, "cells", cell), sheet=True)
        if "rows" in entry:
            sheet.rows = self._rows(entry["rows"], (*pointer, "rows"))

    def _rows(self, value: Any, pointer: Pointer) -> RowsMap | None:
        entry = self._mapping(value, pointer, "rows")
        table = TABLES.get(str(entry.get("table")))
        start = entry.get("start")
        until = entry.get("until", start)
        if table is None:
            self._fault(pointer, "fill.map_table", table=str(entry.get("table")), known=tuple(TABLES))
            return None
        if not isinstance(start, int) or not isinstance(until, int) or not 0 < start <= until:
            self._fault(pointer, "fill.map_start")
            return None
        columns = self._entries(entry.get("columns"), (*pointer, "columns"))
        places = {}
        for letter, name in columns:
            column, place = self._column(letter, (*pointer, "columns", letter)), _place(table, name)
            if place is None:
                known = tuple(each.id for each in table.columns)
                self._fault(
                    (*pointer, "columns", letter),
                    "fill.map_column",
                    column=str(name),
                    table=table.id,
                    known=known,
                )
            elif column:
                places[column] = place
        return RowsMap(table.id, start, until, places)

    def _column(self, letter: str, pointer: Pointer) -> int:
        place = place_of(f"{letter}1")
        if place is None:
            self._fault(pointer, "fill.map_letter", letter=letter)
            return 0
        return column_number(letter.lstrip("$"))

    def _taken(self, value: Any, pointer: Pointer, *, sheet: bool) -> Taken:
        facts = FACTS if sheet else FACTS[:-1]
        match value:
            case str() if value in facts:
                return Taken(fact=value)
            case {"text": str(text)} if len(value) == 1:
                return Taken(text=text)
        self._fault(pointer, "fill.map_fact", found=str(value), known=facts)
        return Taken()

    def _mapping(self, value: Any, pointer: Pointer, what: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            self._fault(pointer, "fill.map_mapping", known=_KEYS[what])
            return {}
        for name in value:
            if name not in _KEYS[what]:
                self._fault((*pointer, name), "fill.map_key", key=name, known=_KEYS[what])
        return value

    def _entries(self, value: Any, pointer: Pointer) -> Iterator[tuple[str, Any]]:
        if isinstance(value, dict):
            yield from value.items()
        elif value is not None:
            self._fault(pointer, "fill.map_entries", field=str(pointer[-1]))

    def _fault(self, pointer: Pointer, name: str, /, **words: Word) -> None:
        self.faults.append((pointer, say(name, **words)))


def _place(table: Table, name: object) -> int | None:
    """A column of a table by its id or by its heading."""
    ways: tuple[Callable[[Any], str], ...] = (lambda each: str(each.id), lambda each: even(each.title))
    for way in ways:
        for place, column in enumerate(table.columns):
            if isinstance(name, str) and way(column) in {name, even(name)}:
                return place
    return None
