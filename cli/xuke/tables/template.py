"""The workbook that departments fill in: one table with its lists, notes, drop-downs and stamp."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from xuke.model.memory import no_collection
from xuke.model.owners import SENDER
from xuke.model.place import letters
from xuke.model.record import Kind, Snapshot
from xuke.model.register import Register
from xuke.model.views import View
from xuke.tables.archive import normalised
from xuke.tables.inputs import input_table
from xuke.tables.inputs.draw import HEAD, Block, Row, drawn, help_sheet
from xuke.tables.inputs.lists import RECORD_KEYS, RECORD_OWNERS, Lists
from xuke.tables.inputs.names import Names
from xuke.tables.inputs.records import Unfit, cells_of, owner_of, rows_of, unfit
from xuke.tables.inputs.stamp import NAME, RowStamp, SheetStamp, Stamp, digest, stamp_lines
from xuke.tables.inputs.table import InputSheet, InputTable
from xuke.tables.paper import origin_note
from xuke.tables.ranks import in_order
from xuke.tables.sheet import Drawn, Look, Sheet, Visibility
from xuke.tables.workbook import written
from xuke.words.zh import inputs as zh
from xuke.words.zh import tables


@dataclass(frozen=True, slots=True)
class TemplateRequest:
    """All that an input workbook depends on; ``department`` is empty where all are asked."""

    snapshot: Snapshot
    jurisdiction: str
    table: str
    department: str
    is_blank: bool
    commit: str
    is_dirty: bool
    version: str


class Template:
    """A workbook while it is drawn."""

    def __init__(self, request: TemplateRequest) -> None:
        self.request = request
        self.register = Register(request.snapshot, request.jurisdiction)
        self.names = Names(self.register)
        self.lists = Lists(self.names)

    @cached_property
    def table(self) -> InputTable:
        """The table that is asked for."""
        return input_table(self.request.table)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of its records."""
        return tuple(dict.fromkeys(sheet.kind for sheet in self.table.sheets))

    def records(self, kind: Kind) -> list[View]:
        """The records that fill the form, by the official order of their departments."""
        if self.request.is_blank:
            return []
        if kind is Kind.DEPARTMENT:
            found: list[View] = list(self.register.departments.values())
        else:
            found = in_order(self.register, kind, SENDER.get(kind, ""))
        return [each for each in found if self._is_asked(each)]

    def _is_asked(self, it: View) -> bool:
        name = self.request.department
        if not name or (it.key.kind is Kind.DEPARTMENT and it.id == name):
            return True
        field = SENDER.get(it.key.kind)
        if field:
            return it.text(field) == name
        return it.key.kind is Kind.MEASURE and name in (*it.texts("lead"), *it.texts("responsible"))

    @property
    def count(self) -> int:
        """Records in the form."""
        return sum(len(self.records(kind)) for kind in self.kinds)

    @property
    def title(self) -> str:
        """The jurisdiction and the table, and the department if one is asked."""
        name = self.request.department
        whose = self.register.department_name(name) if name else ""
        return self._title(self.table.sheets[0]) + whose

    def unfit(self) -> list[Unfit]:
        """Fields that would not come back from the workbook, which should not be written then."""
        records = [each.record for kind in self.kinds for each in self.records(kind)]
        return list(unfit(self.table, records, self.names))

    def rows(self, sheet: InputSheet) -> Iterator[Row]:
        """The rows of a sheet, each with the key that its stamp holds."""
        for record in self.records(sheet.kind):
            owner = owner_of(sheet, record.fields)
            for address, element in rows_of(sheet, record.fields):
                cells = cells_of(sheet, address, element, self.names, owner)
                yield Row((*address, str(element.get(sheet.key, ""))), cells)

    def book(self) -> bytes:
        """The bytes of the workbook (xlsx); equal requests give equal bytes."""
        with no_collection():
            return self._book()

    def _book(self) -> bytes:
        blocks = [
            Block(sheet, tuple(self.rows(sheet)), self._title(sheet), self.note)
            for sheet in self.table.sheets
        ]
        sheets = [drawn(block, self.lists) for block in blocks]
        extra = (help_sheet(self.table, self.lists), self.lists.sheet(), self._stamp(blocks))
        return normalised(written([*sheets, *extra], dict(self._names())))

    def _title(self, sheet: InputSheet) -> str:
        return zh.TITLE.format(place=self.register.title, title=sheet.title)

    @cached_property
    def note(self) -> str:
        """What stands under every title: who fills in, what the data are, and how to fill in."""
        name = self.request.department
        whose = zh.FOR_DEPARTMENT.format(name=self.register.department_name(name)) if name else ""
        origins = {each.record.provenance for kind in self.kinds for each in self.records(kind)}
        return tables.JOINT.join(filter(None, (whose, origin_note(origins, self.request.is_dirty), zh.RULES)))

    def _names(self) -> Iterator[tuple[str, str]]:
        yield from self.lists.names()
        main = self.table.sheets[0]
        owners = {field.owner for sheet in self.table.sheets[1:] for field in sheet.fields} - {""}
        for owner in owners:
            for name, field in ((RECORD_KEYS, main.key), (RECORD_OWNERS, owner)):
                letter = letters(main.place(field) + 1)
                yield name, f"'{main.title}'!${letter}:${letter}"

    def _stamp(self, blocks: Sequence[Block]) -> Sheet:
        lines = list(stamp_lines(self._stamped(blocks)))
        drawn_lines = tuple(Drawn(15.0, tuple((text or None, Look.TEXT) for text in line)) for line in lines)
        return Sheet(NAME, (16.0,) * max(map(len, lines)), drawn_lines, visibility=Visibility.VERY_HIDDEN)

    def _stamped(self, blocks: Sequence[Block]) -> Stamp:
        request, workspace = self.request, self.request.snapshot.workspace
        return Stamp(
            table=request.table,
            format=str(workspace.fields.get("format", "")) if workspace else "",
            commit=request.commit,
            is_dirty=request.is_dirty,
            jurisdiction=request.jurisdiction,
            department=request.department,
            tool=request.version,
            sheets=tuple(map(_sheet_stamp, blocks)),
        )


def _sheet_stamp(block: Block) -> SheetStamp:
    sheet = block.sheet
    columns = sheet.ids
    rows = (RowStamp(row.key, digest(dict(zip(columns, row.cells, strict=True)))) for row in block.rows)
    return SheetStamp(sheet.id, sheet.title, HEAD, columns, tuple(rows))
