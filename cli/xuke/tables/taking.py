"""A workbook that was read, taken apart: its stamp, its blocks, and the rows of every table in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from xuke.model.diagnostic import Label, Message, say
from xuke.model.place import cell_at, letters, whole
from xuke.model.register import Register
from xuke.tables.given import Given, Row, Told
from xuke.tables.inputs import INPUTS, input_table
from xuke.tables.inputs.lists import NAME as LISTS
from xuke.tables.inputs.names import Names
from xuke.tables.inputs.stamp import NAME, VERSION, SheetStamp, Stamp, stamp_of
from xuke.tables.inputs.table import InputSheet
from xuke.tables.keys import CODED
from xuke.tables.layouts import TABLES
from xuke.tables.mapping import SheetMap, derived_title
from xuke.tables.match import Block, blocks_of, headed, mapped, missing, rivals
from xuke.tables.reading import ReadBook, ReadSheet
from xuke.tables.whose import Owners, sections_in
from xuke.words.zh import inputs as zh_inputs
from xuke.words.zh import tables as zh_tables

#: Sheets of ours that hold no rows.
_OURS = frozenset({NAME, LISTS, zh_inputs.HELP})

#: Where the title of a table stands.
_TITLE_ROWS, _TITLE_COLUMNS = 4, 4


@dataclass(frozen=True, slots=True)
class Taken:
    """One workbook: the blocks found in it, by the table that they fill."""

    book: ReadBook
    stamp: Stamp | None
    blocks: Mapping[str, tuple[Block, ...]]
    told: Told = field(default_factory=Told)


def take(book: ReadBook, maps: Sequence[SheetMap] = ()) -> Taken:
    """Find the stamp and the tables; what stands against the workbook as a whole is told."""
    told = Told()
    stamp = _stamp(book)
    if book.has_macros:
        told.find("X004", whole(book.name), say("X004.macro"))
    if stamp is not None and stamp.version != VERSION:
        name = "X001.older" if stamp.version < VERSION else "X001.newer"
        told.find("X001", whole(book.name), say(name, version=stamp.version, known=VERSION))
        return Taken(book, stamp, {}, told)
    found = [block for sheet in book.sheets for block in _blocks(book, sheet, stamp, maps, told)]
    for block in found:
        _check_block(book.name, block, told)
    if not found and not told.findings:
        told.find("X002", whole(book.name), say("X002.none"))
    tables = {name: tuple(each for each in found if _table_of(each.input) == name) for name in INPUTS}
    return Taken(book, stamp, {name: blocks for name, blocks in tables.items() if blocks}, told)


def _table_of(sheet: InputSheet) -> str:
    return next(name for name in INPUTS if sheet in input_table(name).sheets)


def _stamp(book: ReadBook) -> Stamp | None:
    sheet = next((each for each in book.sheets if each.name == NAME), None)
    if sheet is None:
        return None
    rows = range(sheet.height)
    columns = range(sheet.width)
    texts = ([_text(sheet, row, column) for column in columns] for row in rows)
    return stamp_of(texts)


def _text(sheet: ReadSheet, row: int, column: int) -> str:
    entry = sheet.entries.get((row, column))
    return entry.text if entry else ""


def _blocks(
    book: ReadBook, sheet: ReadSheet, stamp: Stamp | None, maps: Sequence[SheetMap], told: Told
) -> Iterator[Block]:
    mine = [each for each in maps if each.name in {"", sheet.name}]
    if sheet.name in _OURS or not sheet.entries or (maps and not mine):
        return
    tables = [stamp.table] if stamp and stamp.table in INPUTS else list(INPUTS)
    inputs = [each for name in tables for each in input_table(name).sheets]
    _tell_hidden(book.name, sheet, told)
    place = cell_at(book.name, sheet.name, 1, 1)
    derived = _derived(sheet)
    if derived is not None and not mine:
        told.find("X001", place, derived)
        return
    heads = [] if mine else headed(sheet, inputs)
    found = mapped(sheet, mine[0]) if mine else blocks_of(sheet, heads)
    same = rivals(sheet, heads)
    if mine and not found:
        told.find("X002", place, say("X002.map", known=tuple(missing(mine[0], sheet))))
    elif len(same) > 1:
        told.find("X002", place, say("X002.rivals", known=tuple(each.title for each in same)))
        return
    elif not found:
        told.note(place, say("books.no_table", sheet=sheet.name))
    yield from found


def _derived(sheet: ReadSheet) -> Message | None:
    titles = {name: each.title for name, each in TABLES.items() if name not in INPUTS}
    for row in range(min(_TITLE_ROWS, sheet.height)):
        for _, entry in list(sheet.row(row))[:_TITLE_COLUMNS]:
            found = derived_title(titles, entry.text.strip())
            if found is not None:
                return found
    return None


def _tell_hidden(path: str, sheet: ReadSheet, told: Told) -> None:
    if sheet.is_hidden:
        told.find("X010", cell_at(path, sheet.name, 1, 1), say("X010.sheet", sheet=sheet.name))
    if sheet.hidden:
        row, column = min(sheet.hidden)
        rows = sorted({str(row + 1) for row, _ in sheet.hidden}, key=int)
        columns = sorted({letters(column + 1) for _, column in sheet.hidden})
        place = cell_at(path, sheet.name, row + 1, column + 1)
        told.find(
            "X010", place, say("X010.cells", count=len(sheet.hidden), rows=_few(rows), columns=_few(columns))
        )


def _few(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(texts[:9]) + (("...",) if len(texts) > 9 else ())


def _check_block(path: str, block: Block, told: Told) -> None:
    head = block.head + 1
    for first, second in block.twice:
        text = block.sheet.entries[block.head, second].text
        place = cell_at(path, block.sheet.name, head, second + 1)
        told.find(
            "X002", place, say("X002.twice", heading=text), cell_at(path, block.sheet.name, head, first + 1)
        )
    fields = {each for fields in block.columns.values() for each in fields}
    needed = [*block.input.address[:1]]
    if block.input.is_main and block.input.kind in CODED:
        needed += [each for each in block.input.fields if each.id == block.input.key]
    constants = block.map.constants if block.map else {}
    for each in needed:
        if each not in fields and each.id not in constants:
            label = Label(each.schema, each.path)
            told.find("X002", cell_at(path, block.sheet.name, head, 1), say("X002.missing", field=label))
    for column, text in block.unknown.items():
        if text.strip() != zh_tables.NUMBER:
            place = cell_at(path, block.sheet.name, head, column + 1)
            told.note(place, say("books.unknown_column", heading=text.strip()))


def rows_of(taken: Taken, table: str, register: Register) -> list[Row]:
    """The rows of one table in a workbook; what they cannot say is told."""
    blocks = taken.blocks[table]
    names = Names(register, sections_in(blocks))
    owners = Owners(blocks, register, names)
    found: list[Row] = []
    for block in blocks:
        stamp = taken.stamp.sheet(block.input.id) if taken.stamp else None
        gone = _gone(stamp, owners) if block.input.address else frozenset[str]()
        found += Given(taken.book.name, block, names, owners, taken.told, stamp, gone).rows()
    return found


def _gone(stamp: SheetStamp | None, owners: Owners) -> frozenset[str]:
    """Records that were handed out and are neither in the register any more nor on the main sheet."""
    return frozenset(each.key[0] for each in (stamp.rows if stamp else ()) if each.key) - owners.keys()
