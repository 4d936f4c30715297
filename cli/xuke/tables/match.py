"""Which row of a sheet holds the headings of which table, and which column holds which field."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from unicodedata import normalize

from xuke.model.place import letters
from xuke.tables.facts import Place
from xuke.tables.inputs import INPUTS, input_table
from xuke.tables.inputs.field import Field
from xuke.tables.inputs.table import InputSheet
from xuke.tables.mapping import SheetMap
from xuke.tables.reading import Entry, ReadSheet, Sort

#: Marks of footnotes and of duty around a heading; no part of its name.
_MARKS = re.compile(r"[*＊※★]|[\u2460-\u2473]|[（(\[【](?:必填|选填|可选|[0-9]+)[）)\]】]")

#: What parts the headings of a group and of a column.
_JOINTS = re.compile(r"[\s·•/／:：>]+")

_LETTERS = re.compile(r"[A-Z]{1,3}")

#: A row of headings names at least so many fields, and so much of what is known best.
FEWEST, SHARE = 2, 0.6

#: A longer text is no heading.
LONGEST = 60


def plain_heading(text: str) -> str:
    """A heading as it is compared: without marks, blanks and joints, in narrow signs."""
    return _JOINTS.sub("", normalize("NFKC", _MARKS.sub("", text))).lower()


@dataclass(frozen=True, slots=True)
class Block:
    """The rows below one row of headings; all counted from 0, ``end`` is the first row after them."""

    sheet: ReadSheet
    input: InputSheet
    head: int
    end: int
    #: The fields of each column.
    columns: Mapping[int, tuple[Field, ...]]
    #: Headings that name no field, by column.
    unknown: Mapping[int, str] = field(default_factory=dict)
    #: Columns that name a field which another column has named.
    twice: tuple[tuple[int, int], ...] = ()
    map: SheetMap | None = None

    def column(self, name: str) -> int:
        """Where a field stands, by its name with that of an address (``.code``); -1 where it does not."""
        it = self.input.named.get(name)
        return next((at for at, fields in self.columns.items() if any(each is it for each in fields)), -1)


@dataclass(frozen=True, slots=True)
class _Head:
    """A candidate: the last row of the headings, and what each column is called."""

    row: int
    texts: Mapping[int, tuple[str, ...]]
    #: The texts of the row itself, without those merged over it.
    own: frozenset[str]


@cache
def _names(name: str) -> Mapping[str, int]:
    """The columns of an input sheet by every heading that names just one of them."""
    table = next(each for known in INPUTS for each in input_table(known).sheets if each.id == name)
    found: dict[str, set[int]] = {}
    for rank in range(4):
        ranked: dict[str, set[int]] = {}
        for place, each in enumerate(table.columns):
            for text in _called(each)[rank]:
                ranked.setdefault(plain_heading(text), set()).add(place)
        # A narrower name counts only where no wider one is the same.
        found = {**ranked, **found}
    return {text: min(places) for text, places in found.items() if len(places) == 1}


def _called(it: Field) -> tuple[tuple[str, ...], ...]:
    return (it.heading,), it.synonyms, (it.title,), (it.id,)


#: What a sheet may be: each table whose headings stand on it, with the rows of those.
Headed = Sequence[tuple[InputSheet, Sequence[_Head]]]


def headed(sheet: ReadSheet, inputs: Sequence[InputSheet]) -> Headed:
    """The tables whose headings a sheet has; the cells are looked through once for all of them."""
    found = [*_candidates(sheet, inputs)]
    return [(each, heads) for each in inputs if (heads := _heads(each, found))]


def blocks_of(sheet: ReadSheet, found: Headed) -> list[Block]:
    """The blocks of one sheet; none where no row looks like headings of one of the tables."""
    if not found:
        return []
    best = max(found, key=lambda pair: (_score(pair[0], pair[1][0]), pair[0].title == sheet.name))
    return [*_blocks(sheet, *best)]


def rivals(sheet: ReadSheet, found: Headed) -> list[InputSheet]:
    """Tables whose headings fit a sheet equally well, and better than all others."""
    scores = [(_score(table, heads[0]), table) for table, heads in found]
    most = max((score for score, _ in scores), default=0)
    same = [table for score, table in scores if score == most]
    named = [each for each in same if each.title == sheet.name]
    return named or same


def _score(table: InputSheet, head: _Head) -> int:
    return len(set(_fields(table, head).values()))


def _fields(table: InputSheet, head: _Head) -> dict[int, int]:
    """The place of the field that each column names."""
    names = _names(table.id)
    found = {}
    for column, texts in head.texts.items():
        place = next((names[text] for text in texts if text in names), None)
        if place is not None:
            found[column] = place
    return found


def _heads(table: InputSheet, found: Sequence[_Head]) -> list[_Head]:
    """The rows of headings in order: those that name nearly as many fields as the best one."""
    names = _names(table.id)
    candidates = [each for each in found if not names.keys().isdisjoint(each.own)]
    candidates = [head for head in candidates if _score(table, head) >= FEWEST]
    candidates = [head for head in candidates if _score(table, head) * 3 >= len(head.texts)]
    most = max((_score(table, each) for each in candidates), default=0)
    kept: list[_Head] = []
    for head in candidates:
        score = _score(table, head)
        if score < most * SHARE:
            continue
        if kept and head.row - kept[-1].row == 1:
            # The two rows of one heading; of two that say the same the lower one counts.
            if score >= _score(table, kept[-1]):
                kept[-1] = head
            continue
        kept.append(head)
    return kept


def _candidates(sheet: ReadSheet, inputs: Sequence[InputSheet]) -> Iterator[_Head]:
    """The rows in which a cell names a field of one of the tables."""
    known = {text for each in inputs for text in _names(each.id)}
    texts = {text for _, text, _ in sheet.entries.values() if len(text) < LONGEST}
    naming = {each for each in texts if plain_heading(each) in known}
    rows = {row for (row, _), each in sheet.entries.items() if each[1] in naming and _may_head(each)}
    wide = _spread(sheet) if rows else {}
    for row in sorted(rows):
        plain = {column: plain_heading(each.text) for column, each in sheet.row(row) if _may_head(each)}
        yield _Head(row, dict(_called_here(sheet, wide, row, plain)), frozenset(plain.values()))


def _may_head(entry: Entry) -> bool:
    return entry.sort is Sort.TEXT and len(entry.text) < LONGEST


def _called_here(
    sheet: ReadSheet, wide: Mapping[Place, Place], row: int, texts: Mapping[int, str]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """What each column is called in a row, or above it in a heading merged over both rows."""
    for column in range(sheet.width):
        if column in texts:
            yield column, _with_group(sheet, wide, row, column, texts[column])
            continue
        first = wide.get((row, column), (row, column))
        entry = sheet.entries.get(first)
        if first[0] < row and first[1] == column and entry and entry.sort is Sort.TEXT:
            yield column, (plain_heading(entry.text),)


def _spread(sheet: ReadSheet) -> dict[Place, Place]:
    """The first cell of each merged range near the headings, by every cell that it covers."""
    return {
        (row, column): (top, left)
        for top, left, bottom, right in sheet.merges
        if bottom - top < 4 and right - left < sheet.width
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }


def _with_group(
    sheet: ReadSheet, wide: Mapping[Place, Place], row: int, column: int, text: str
) -> tuple[str, ...]:
    """What a column may be called: with the heading above it, or by its own alone."""
    above = sheet.entries.get(wide.get((row - 1, column), (row - 1, column)))
    joined = (plain_heading(above.text) + text,) if above and above.sort is Sort.TEXT else ()
    return (*joined, text)


def _blocks(sheet: ReadSheet, table: InputSheet, heads: Sequence[_Head]) -> Iterator[Block]:
    ends = [*(head.row for head in heads[1:]), sheet.height]
    for head, end in zip(heads, ends, strict=True):
        fields = _fields(table, head)
        first: dict[int, int] = {}
        for column, place in fields.items():
            first.setdefault(place, column)
        columns = {column: (table.columns[place],) for place, column in first.items()}
        twice = tuple((first[place], column) for column, place in fields.items() if first[place] != column)
        unknown = {
            column: sheet.entries[head.row, column].text
            for column in head.texts
            if column not in fields and (head.row, column) in sheet.entries
        }
        yield Block(sheet, table, head.row, end, columns, unknown, twice)


def mapped(sheet: ReadSheet, mine: SheetMap) -> list[Block]:
    """The block that a map describes; none where its headings are not there."""
    head = _mapped_head(sheet, mine)
    if head is None:
        return []
    fields = {each.id: each for each in mine.input.fields}
    named = {**fields, **dict(zip(mine.input.ids, mine.input.columns, strict=True))}
    by_text = {plain_heading(entry.text): column for column, entry in sheet.row(head)}
    columns: dict[int, tuple[Field, ...]] = {}
    for heading, names in mine.columns.items():
        column = by_text.get(plain_heading(heading), _column(heading))
        if column is not None:
            columns[column] = tuple(named[name] for name in names)
    unknown = {column: entry.text for column, entry in sheet.row(head) if column not in columns}
    return [Block(sheet, mine.input, head, sheet.height, columns, unknown, map=mine)]


def _mapped_head(sheet: ReadSheet, mine: SheetMap) -> int | None:
    """The row that the map names, or the first one that holds all the headings it names."""
    if mine.head:
        return mine.head - 1
    wanted = {plain_heading(text) for text in mine.columns if not _LETTERS.fullmatch(text)}
    for row in range(sheet.height):
        if wanted <= {plain_heading(entry.text) for _, entry in sheet.row(row)}:
            return row
    return None


def _column(heading: str) -> int | None:
    if not _LETTERS.fullmatch(heading):
        return None
    column = 0
    for letter in heading:
        column = column * 26 + ord(letter) - 64
    return column - 1


def missing(mine: SheetMap, sheet: ReadSheet) -> list[str]:
    """The headings of a map that no row of a sheet holds together."""
    known = {plain_heading(entry.text) for entry in sheet.entries.values()}
    return [
        text for text in mine.columns if not _LETTERS.fullmatch(text) and plain_heading(text) not in known
    ]


def map_of(blocks: Iterable[Block]) -> list[SheetMap]:
    """What was recognised, as maps; letters stand for columns whose heading is not the only such."""
    return [_map_of(each) for each in blocks]


def _map_of(block: Block) -> SheetMap:
    if block.map is not None:
        return block.map
    texts = [entry.text for _, entry in block.sheet.row(block.head)]
    ids = dict(zip(block.input.columns, block.input.ids, strict=True))
    columns = {
        _heading(block, column, texts): tuple(ids[each] for each in fields)
        for column, fields in block.columns.items()
    }
    return SheetMap(block.sheet.name, block.input, block.head + 1, columns)


def _heading(block: Block, column: int, texts: Sequence[str]) -> str:
    entry = block.sheet.entries.get((block.head, column))
    is_sure = entry is not None and texts.count(entry.text) == 1 and not _LETTERS.fullmatch(entry.text)
    return entry.text if entry is not None and is_sure else letters(column + 1)
