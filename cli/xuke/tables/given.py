"""The rows of a block as statements: what each cell says of which field, and what says nothing."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, Message, say
from xuke.model.place import Location, cell_at
from xuke.tables.facts import Place
from xuke.tables.inputs.cells import Blank, Reading, Stated, Wrong, read
from xuke.tables.inputs.field import Field, Form
from xuke.tables.inputs.names import Names
from xuke.tables.inputs.stamp import RowKey, SheetStamp, digest_of
from xuke.tables.inputs.table import InputSheet
from xuke.tables.layout import Cell
from xuke.tables.mapping import OTHERS
from xuke.tables.match import Block
from xuke.tables.numbers import LOST, code_digits, shown_number
from xuke.tables.reading import Entry, Sort
from xuke.tables.spots import Line
from xuke.tables.whose import Owners
from xuke.words.zh import books as zh

#: The finding of a cell that says no value of its field, by the form of the field.
_WRONG = {Form.CODE: "X003", Form.DATE: "X009"}


@dataclass(frozen=True, slots=True)
class Said:
    """What one cell, or a constant of the map, says of a field."""

    field: Field
    reading: Reading
    place: Location
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``said`` has no blank cells, ``fields`` are all that its block has columns for."""

    input: InputSheet
    line: Line
    said: tuple[Said, ...]
    fields: frozenset[Field]
    is_unique: bool = False
    first_counts: bool = False
    #: The address and the key of a row that came back as it was handed out: it says nothing else.
    handed: RowKey = ()

    @property
    def place(self) -> Location:
        """The cell of its key, or its first one."""
        return self.line.place

    def stated(self, name: str) -> str:
        """The text that a field is stated to be, by its name with that of an address (``.code``)."""
        if self.handed:
            return dict(zip(self.input.naming, self.handed, strict=True)).get(name, "")
        it = self.input.named.get(name)
        found = (each.reading for each in self.said if each.field is it)
        return next((str(each.value) for each in found if isinstance(each, Stated)), "")


@dataclass(slots=True)
class Told:
    """What is told beside the rows: findings stop the import, notes do not."""

    findings: list[Diagnostic] = field(default_factory=list)
    notes: list[tuple[Location, Message]] = field(default_factory=list)

    def find(self, code: str, place: Location, message: Message, *also: Location) -> None:
        """Add a finding."""
        self.findings.append(Diagnostic(code, ALL[code], place, message, also=also))

    def note(self, place: Location, message: Message) -> None:
        """Add a note."""
        self.notes.append((place, message))


class Given:
    """Reads the rows of one block."""

    def __init__(
        self,
        path: str,
        block: Block,
        names: Names,
        owners: Owners,
        told: Told,
        stamp: SheetStamp | None = None,
        gone: Collection[str] = (),
    ) -> None:
        self._path, self._block, self._names, self._told, self._gone = path, block, names, told, gone
        self._owners = owners
        self._first = self._merged()
        self._ids = dict(zip(block.input.columns, block.input.ids, strict=True))
        self._order = sorted((self._ids[each], at) for at, fields in block.columns.items() for each in fields)
        self._key = block.column(block.input.key)
        own = set(block.input.fields)
        self._columns = {
            each.within: at for at, fields in block.columns.items() for each in fields if each in own
        }
        self._handed = self._by_digest(stamp)

    def _at(self, row: int, column: int) -> Location:
        return cell_at(self._path, self._block.sheet.name, row + 1, column + 1)

    def _merged(self) -> dict[Place, Place]:
        """The first cell of every cell in a merged range over several rows that fills down."""
        found: dict[Place, Place] = {}
        block = self._block
        for top, left, bottom, _ in block.sheet.merges:
            fields = block.columns.get(left, ())
            if bottom == top or top <= block.head or top >= block.end or not fields:
                continue
            if any(each.fills_down for each in fields):
                found.update({(row, left): (top, left) for row in range(top, min(bottom + 1, block.end))})
            elif any(each.id == block.input.key for each in fields):
                self._told.find("X008", self._at(top, left), say("X008.keys", rows=bottom - top + 1))
            elif (top, left) in block.sheet.entries:
                self._told.note(self._at(top, left), say("books.merged", rows=bottom - top + 1))
        return found

    def rows(self) -> Iterator[Row]:
        """Every row that states something; totals and remarks are told and left out."""
        block = self._block
        for number in range(block.head + 1, block.end):
            handed = self._handed.get(digest_of(self._cells(number))) if self._handed else None
            if handed is not None:
                if handed[0] not in self._gone:
                    yield self._untouched(number, handed)
                continue
            found = dict(block.sheet.row(number))
            if not found or self._is_gone(number):
                continue
            reason = self._aside(found)
            if reason:
                self._told.note(self._at(number, min(found)), say(reason, text=found[min(found)].text))
                continue
            row = self._row(number)
            if row.said:
                yield row

    def _by_digest(self, stamp: SheetStamp | None) -> dict[str, RowKey]:
        """The keys of the rows that were handed out, by their digest; those that have one."""
        mine, count = self._block.map, len(self._block.input.naming)
        if stamp is None or (mine is not None and mine.is_unique):
            return {}
        return {each.digest: each.key for each in stamp.rows if len(each.key) == count and each.key[-1]}

    def _cells(self, number: int) -> Iterator[tuple[str, Cell]]:
        """What stands in a row, by column in the order of their names."""
        entries, first = self._block.sheet.entries, self._first
        for name, column in self._order:
            place = number, column
            entry = entries.get(first.get(place, place) if first else place)
            if entry is not None:
                yield name, cell_of(entry)

    def _untouched(self, number: int, key: RowKey) -> Row:
        return Row(self._block.input, self._line(self._at(number, self._key)), (), frozenset(), handed=key)

    def _is_gone(self, number: int) -> bool:
        """Whether a row is about an element of a record that was removed meanwhile."""
        table = self._block.input
        keys = (column for column, fields in self._block.columns.items() if table.address[0] in fields)
        entry = self._entry(number, next(keys, -1)) if self._gone else None
        return entry is not None and entry.text.strip() in self._gone

    def _aside(self, found: Mapping[int, Entry]) -> str:
        """Why a row is no record: totals, remarks and signatures, which never have a key."""
        texts = [each.text.strip() for _, each in sorted(found.items())]
        keys = [c for c, fields in self._block.columns.items() if any(self._is_key(each) for each in fields)]
        is_remark = len(texts) == 1 and re.match(zh.REMARK, texts[0])
        if is_remark or all(re.match(zh.SIGNATURE, text) for text in texts):
            return "books.remark"
        key = next((found[column].text.strip() for column in keys if column in found), "")
        if key and not re.match(zh.TOTAL, key):
            return ""
        return "books.total" if any(re.match(zh.TOTAL, text) for text in texts[:3]) else ""

    def _is_key(self, it: Field) -> bool:
        return it.id == self._block.input.key or it in self._block.input.address

    def _row(self, number: int) -> Row:
        block = self._block
        entries = {column: self._entry(number, column) for column in block.columns}
        owner = self._owner(number, entries)
        said = [
            said
            for column, entry in entries.items()
            if entry is not None
            for each in block.columns[column]
            if (said := self._said(each, entry, self._at(number, column), owner)) is not None
        ]
        first = self._at(number, min(column for column, _ in block.sheet.row(number)))
        said += self._constants(first, owner)
        fields = frozenset(each for fields in block.columns.values() for each in fields)
        mine = block.map
        unique = (mine.is_unique, mine.first_counts) if mine is not None else (False, False)
        line = self._line(self._key_place(said, first))
        return Row(block.input, line, tuple(said), fields, *unique)

    def _line(self, place: Location) -> Line:
        return Line(place, self._columns)

    def _key_place(self, said: list[Said], first: Location) -> Location:
        found = (each.place for each in said if each.field.id == self._block.input.key)
        return next(found, first)

    def _entry(self, row: int, column: int) -> Entry | None:
        return self._block.sheet.entries.get(self._first.get((row, column), (row, column)))

    def _constants(self, place: Location, owner: str) -> Iterator[Said]:
        mine = self._block.map
        for name, text in mine.constants.items() if mine else ():
            it = next(each for each in self._block.input.fields if each.id == name)
            said = self._said(it, Entry(Sort.TEXT, text), place, owner)
            if said is not None:
                yield said

    def _owner(self, number: int, entries: Mapping[int, Entry | None]) -> str:
        """The department of the row, by which its sections are named."""
        table = self._block.input
        name = next((each.owner for each in table.fields if each.owner), "")
        if table.address:
            keys = (column for column, fields in self._block.columns.items() if table.address[0] in fields)
            entry = next((entries[column] for column in keys), None)
            return self._owners.of(entry.text.strip()) if entry else ""
        for column, fields in self._block.columns.items():
            for each in fields:
                entry = entries[column]
                if each.id == name and entry is not None:
                    found = read(each, self._mapped(each, entry), self._names)
                    return str(found.value) if isinstance(found, Stated) else ""
        return ""

    def _mapped(self, it: Field, entry: Entry) -> Cell:
        mine = self._block.map
        means = mine.values.get(it.id, {}) if mine else {}
        return means.get(entry.text.strip(), means.get(OTHERS, cell_of(entry)))

    def _said(self, it: Field, entry: Entry, place: Location, owner: str) -> Said | None:
        cell = self._mapped(it, entry)
        if entry.sort is Sort.FAULT:
            self._told.find("X004", place, say(f"X004.{entry.text}", field=it.label))
            return Said(it, Blank(), place, entry.text)
        if entry.sort is Sort.NUMBER and cell == cell_of(entry):
            cell = self._number(it, entry, place)
        elif it.form is Form.CODE and LOST.fullmatch(str(cell).strip()):
            self._told.find("X003", place, say("X003.lost", field=it.label, found=str(cell)))
            return Said(it, Blank(), place, entry.text)
        if cell is None:
            return Said(it, Blank(), place, entry.text)
        reading = read(it, cell, self._names, owner)
        if isinstance(reading, Wrong):
            self._told.find(_WRONG.get(it.form, "X005"), place, reading.message)
        return None if isinstance(reading, Blank) else Said(it, reading, place, entry.text)

    def _number(self, it: Field, entry: Entry, place: Location) -> Cell:
        """A number as its field takes it; a code is only rebuilt where its length is known."""
        if it.form is Form.CODE or (it.form is Form.REFERENCE and it.refers == "item"):
            code = code_digits(it, entry)
            if isinstance(code, Message):
                self._told.find("X003", place, code)
                return None
            self._told.note(place, say("books.rebuilt", field=it.label, found=entry.text, code=code))
            return code
        if it.form is not Form.TEXT:
            return cell_of(entry)
        text = shown_number(entry)
        if isinstance(text, Message):
            self._told.find("X003", place, text)
            return None
        return text


def cell_of(entry: Entry) -> Cell:
    """An entry as the readers of cells take it."""
    if entry.sort is Sort.TEXT:
        return entry.text
    match entry.sort:
        case Sort.NUMBER:
            try:
                number = float(entry.text)
            except ValueError:
                return entry.text
            return int(number) if number.is_integer() and abs(number) < 1e15 else number
        case Sort.DATE if len(entry.text) == 10:
            return date.fromisoformat(entry.text)
        case Sort.BOOL:
            return entry.text == "true"
    return entry.text
