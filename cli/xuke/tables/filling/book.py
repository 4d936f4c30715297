"""A form with its cells and rows filled in; every other member of its archive stays byte for byte."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from xuke.model.diagnostic import Message, Word, say
from xuke.model.place import letters
from xuke.tables.filling import parts
from xuke.tables.filling.refs import Shift
from xuke.tables.filling.sheet import FormSheet
from xuke.tables.layout import Cell
from xuke.tables.precheck import Format
from xuke.tables.reading import read_book


@dataclass(frozen=True, slots=True)
class SheetFill:
    """What goes into a sheet; rows and columns are counted from 1.

    ``rows`` go to rows ``start`` to ``until`` and to rows put in below, made like ``start``.
    """

    sheet: str
    cells: Mapping[tuple[int, int], Cell]
    start: int = 0
    until: int = 0
    columns: tuple[int, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()

    @property
    def shift(self) -> Shift:
        """How far what stands below moves."""
        more = len(self.rows) - (self.until - self.start + 1) if self.start else 0
        return Shift(self.sheet, self.start, self.until, max(more, 0))


class FormRefusedError(Exception):
    """A form that cannot be filled without losing something; the message says what."""

    def __init__(self, name: str, /, **words: Word) -> None:
        super().__init__(name)
        self.message: Message = say(name, **words)


def filled(name: str, data: bytes, fills: Sequence[SheetFill]) -> bytes:
    """The form with these sheets filled; UnreadableError or FormRefusedError where that cannot be."""
    if read_book(name, data).format is not Format.XLSX:
        raise FormRefusedError("fill.not_xlsx")
    with ZipFile(BytesIO(data)) as archive:
        changed = _Filling(archive).of(fills)
        return _archived(archive, changed)


class _Filling:
    """The members that change, while they change."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._members = parts.sheets(archive)
        self._dates = parts.date_styles(archive)
        self._changed: dict[str, bytes | None] = {}
        self._has_formulas = False

    def of(self, fills: Sequence[SheetFill]) -> Mapping[str, bytes | None]:
        """Every changed member; None for one that is gone."""
        for each in fills:
            self._fill(each)
        for each in fills:
            if each.shift.more:
                self._move_others(each)
        if self._has_formulas:
            self._compute_anew()
        return self._changed

    def _now(self, member: str) -> bytes:
        return self._changed.get(member) or self._archive.read(member)

    def _fill(self, fill: SheetFill) -> None:
        member, shift = self._members[fill.sheet], fill.shift
        if shift.more:
            for what in parts.stops(self._archive, member, shift):
                raise FormRefusedError("fill.stops", sheet=fill.sheet, what=say(f"fill.part_{what}"))
        sheet = FormSheet(fill.sheet, self._now(member), self._dates)
        _refuse_covered(sheet, fill)
        for (row, column), value in fill.cells.items():
            sheet.put(row, column, value)
        if shift.more:
            sheet.grow(shift)
        for row, cells in enumerate(fill.rows, fill.start):
            for column, value in zip(fill.columns, cells, strict=True):
                sheet.put(row, column, value)
        self._keep(member, sheet)

    def _keep(self, member: str, sheet: FormSheet) -> None:
        self._has_formulas = sheet.forget_results() or self._has_formulas
        self._changed[member] = sheet.written()

    def _move_others(self, fill: SheetFill) -> None:
        """What other parts say of rows that moved."""
        own, shift = self._members[fill.sheet], fill.shift
        for member, moved in parts.moved_drawings(self._archive, own, shift):
            self._changed[member] = moved
        names = {member: name for name, member in self._members.items() if member != own}
        for member in self._archive.namelist():
            if member in names or member.startswith("xl/charts/chart") or member == parts.WORKBOOK:
                data = self._now(member)
                moved = parts.moved_formulas(data, shift, names.get(member, member))
                if moved != data and member in names:
                    sheet = FormSheet(names[member], data, self._dates)
                    sheet.follow(shift)
                    self._keep(member, sheet)
                elif moved != data:
                    self._changed[member] = moved

    def _compute_anew(self) -> None:
        self._changed[parts.WORKBOOK] = parts.calculated(self._now(parts.WORKBOOK))
        chains = [
            each.member
            for each in parts.relations(self._archive, parts.WORKBOOK).values()
            if each.type == "calcChain"
        ]
        for member in chains:
            types, rels = parts.without_chain(self._now(parts.TYPES), self._now(parts.RELATIONS), member)
            self._changed |= {member: None, parts.TYPES: types, parts.RELATIONS: rels}


def _refuse_covered(sheet: FormSheet, fill: SheetFill) -> None:
    """Refuse a cell that nobody would see."""
    body = [(row, column) for row in range(fill.start, fill.until + 1) for column in fill.columns]
    for row, column in (*fill.cells, *(body if fill.start else ())):
        if covered := sheet.covered_by(row, column):
            cell = f"{letters(column)}{row}"
            raise FormRefusedError("fill.covered", sheet=fill.sheet, cell=cell, merge=covered)


def _archived(archive: ZipFile, changed: Mapping[str, bytes | None]) -> bytes:
    """The members in their order, with their names and times."""
    result = BytesIO()
    with ZipFile(result, "w") as new:
        for info in archive.infolist():
            data = changed.get(info.filename, b"") if info.filename in changed else archive.read(info)
            if data is not None:
                new.writestr(info, data)
    return result.getvalue()
