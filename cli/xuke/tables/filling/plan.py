"""What a map puts into a form, from the filing tables of a jurisdiction."""

from collections.abc import Mapping

from xuke.tables.filling.book import SheetFill
from xuke.tables.filling.mapping import FormMap, SheetMap, Taken
from xuke.tables.layout import Book, Cell
from xuke.tables.layouts import TABLES


def tables_of(mapped: FormMap) -> tuple[str, ...]:
    """The tables whose rows a map asks for, each once."""
    return tuple(dict.fromkeys(each.rows.table for each in mapped.sheets if each.rows))


def fills_of(mapped: FormMap, book: Book) -> list[SheetFill]:
    """The cells and rows of each sheet, a sheet that only names speak of among them."""
    sheets = {each.sheet: each for each in mapped.sheets}
    named: dict[str, dict[tuple[int, int], Taken]] = {}
    for sheet, place, taken in mapped.names:
        named.setdefault(sheet, {})[place] = taken
    wanted = dict.fromkeys((*sheets, *named))
    return [_fill(sheets.get(name) or SheetMap(name), named.get(name, {}), book) for name in wanted]


def _fill(sheet: SheetMap, named: Mapping[tuple[int, int], Taken], book: Book) -> SheetFill:
    found = sheet.rows
    rows = book.rows(TABLES[found.table]) if found else ()
    taken = {**named, **sheet.cells}
    cells = {place: _value(each, book, len(rows)) for place, each in taken.items()}
    if found is None:
        return SheetFill(sheet.sheet, cells)
    places = tuple(found.columns.values())
    lines = tuple(tuple(row.cells[place] for place in places) for row in rows)
    return SheetFill(sheet.sheet, cells, found.start, found.until, tuple(found.columns), lines)


def _value(taken: Taken, book: Book, rows: int) -> Cell:
    request = book.request
    facts: Mapping[str, Cell] = {
        "place": book.register.title,
        "unit": request.unit,
        "date": request.date,
        "commit": request.commit or None,
        "rows": rows,
    }
    return facts[taken.fact] if taken.fact else taken.text
