"""A copy of a workbook with its findings at the cells, and all of them listed on a first sheet."""

from collections.abc import Sequence

from xuke.model.diagnostic import Diagnostic, Severity, say
from xuke.tables.archive import normalised
from xuke.tables.facts import Range
from xuke.tables.precheck import Format
from xuke.tables.reading import ReadBook
from xuke.tables.workbook import Note, noted, noted_values
from xuke.words.render import Language, render

#: Cells of a merged range up to which a workbook is changed in place.
MOST_MERGED = 100_000


def annotated(book: ReadBook, data: bytes, found: Sequence[Diagnostic], language: Language) -> bytes:
    """The bytes of the copy (xlsx); a workbook of another format is copied by its values."""
    notes = [_note(each, language) for each in sorted(found, key=lambda each: each.order)]
    title = render(say("books.list_title"), language)
    heads = tuple(render(say(name), language) for name in ("report.code", "books.where", "books.what"))
    # A merged range over a whole sheet would keep openpyxl busy for minutes.
    widest = max((_area(each) for sheet in book.sheets for each in sheet.merges), default=0)
    if book.format is Format.XLSX and widest <= MOST_MERGED:
        return normalised(noted(data, notes, title, heads))
    sheets = {
        sheet.name: {place: entry.text for place, entry in sheet.entries.items()} for sheet in book.sheets
    }
    return normalised(noted_values(sheets, notes, title, heads))


def _area(merged: Range) -> int:
    top, left, bottom, right = merged
    return (bottom - top + 1) * (right - left + 1)


def _note(each: Diagnostic, language: Language) -> Note:
    text = render(each.message, language)
    place = each.location
    return Note(place.sheet, place.cell, each.code, text, each.severity is Severity.ERROR)
