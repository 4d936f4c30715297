"""划转事项目录: what moves to the bureau, by which memorandum, and who supervises it."""

from collections.abc import Iterator

from xuke.model.record import Kind
from xuke.model.views import Item, Memo, Part
from xuke.tables.columns import derived, handling_text, item_columns, item_line
from xuke.tables.layout import Book, Cell, Line, Show, Table
from xuke.tables.present import date_text, joined
from xuke.words.zh import tables as zh


def lines(book: Book) -> Iterator[Line]:
    """Items of which at least one business item moves."""
    moved = (item for item in book.register.licences if item.transferred)
    for place, item in enumerate(moved, 1):
        yield item_line(place, item)


def _extent(book: Book, item: Item) -> Cell:
    del book
    return zh.WHOLE if item.extent == "whole" else zh.PARTIAL


def _moved(book: Book, item: Item) -> Cell:
    del book
    return joined(handling_text(each) for each in item.transferred) or zh.ALL_HANDLINGS


def memorandum_text(book: Book, code: str) -> str:
    """Numbers of the memoranda that list an item, drafts named as such."""
    return joined(_number(*each) for each in book.register.memoranda_listing(code))


def _number(memo: Memo, entry: Part) -> str:
    if memo.text("status") == "draft":
        return zh.DRAFT_MEMORANDUM
    paper = memo.paper_of(memo.covering(entry.text("code")) or entry)
    number = memo.text("number") or zh.UNNUMBERED_MEMORANDUM
    if paper is memo:
        return number
    # What a supplement adds is agreed by that supplement, and by nothing before it is signed.
    words = {"memorandum": number, "number": paper.text("number")}
    known = zh.BY_SUPPLEMENT if words["number"] else zh.BY_UNNUMBERED_SUPPLEMENT
    return (known if paper.has("date") else zh.DRAFT_SUPPLEMENT).format(**words)


def _memorandum(book: Book, item: Item) -> Cell:
    return memorandum_text(book, item.code)


def _supervisor(book: Book, item: Item) -> Cell:
    entries = book.register.supervision_of(item.code)
    return joined(_unit(book, each.text("supervisor"), each.text("section")) for each in entries)


def _taking_section(book: Book, item: Item) -> Cell:
    bureau = book.register.bureau
    found = (each.disposition.text("section") for each in item.transferred)
    return joined(book.register.section_name(bureau, each) for each in found if each)


def _unit(book: Book, department: str, section: str) -> str:
    register = book.register
    return register.department_name(department) + register.section_name(department, section)


def _moved_on(book: Book, item: Item) -> Cell:
    del book
    days = sorted({each.effective for each in item.transferred if each.effective})
    return days[0] if len(days) == 1 else joined(map(date_text, days))


TRANSFERS = Table(
    id="transfers",
    title=zh.TRANSFERS,
    columns=(
        *item_columns(),
        derived("extent", zh.EXTENT, 9, _extent),
        derived("handlings", zh.MOVED_HANDLINGS, 16, _moved),
        derived("memorandum", zh.MEMORANDUM, 15, _memorandum),
        derived("supervisor", zh.SUPERVISOR, 19, _supervisor),
        derived("section", zh.TAKING_SECTION, 14, _taking_section),
        derived("effective", zh.MOVED_ON, 14, _moved_on, Show.DATE),
    ),
    lines=lines,
    reads=(Kind.ITEM, Kind.DEPARTMENT, Kind.MEMORANDUM, Kind.SUPERVISION),
    kind=Kind.ITEM,
    seals=(zh.GIVER_SEAL, zh.TAKER_SEAL),
)
