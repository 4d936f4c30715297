"""填报说明: where the data comes from, and how each table is computed."""

from collections.abc import Iterator

from xuke.model.record import Kind
from xuke.tables.columns import derived
from xuke.tables.layout import LAYOUT_VERSION, Book, Line, Show, Table
from xuke.tables.present import SCHEMAS
from xuke.words.labels import enum_label, property_title
from xuke.words.zh import tables as zh

#: The kinds whose records are counted, in the order of the tables.
COUNTED = (
    Kind.DEPARTMENT,
    Kind.ITEM,
    Kind.MEMORANDUM,
    Kind.SUPERVISION,
    Kind.POWER,
    Kind.POST,
    Kind.DOCUMENT,
)


def lines(book: Book) -> Iterator[Line]:
    """Facts about the data first, then one row a table."""
    facts = (*_facts(book), *_tables(book))
    for place, fact in enumerate(facts, 1):
        yield Line(fact, place, (str(place),))


def _facts(book: Book) -> Iterator[tuple[str, str]]:
    request = book.request
    form = zh.NOTE_DIRTY if request.is_dirty else zh.NOTE_CLEAN
    yield zh.NOTE_PROVENANCE, zh.AND.join(_origins(book))
    yield zh.NOTE_COMMIT, form.format(commit=request.commit or zh.NO_COMMIT)
    if request.since is not None:
        yield zh.NOTE_SINCE, zh.NOTE_SINCE_TEXT
    yield zh.NOTE_TOOL, zh.NOTE_TOOL_TEXT.format(version=request.version, layout=LAYOUT_VERSION)
    yield zh.NOTE_EDITION, zh.EDITIONS[request.edition]
    yield zh.NOTE_COUNTS, zh.JOINT.join(_counts(book))


def _origins(book: Book) -> list[str]:
    path = ("provenance",)
    return [enum_label("reform", path, origin, False) for origin in sorted(filter(None, book.origins))]


def _counts(book: Book) -> Iterator[str]:
    for kind in COUNTED:
        what = property_title(SCHEMAS[kind], (), False)
        yield zh.COUNT_OF.format(what=what, count=len(book.register.of(kind)))


def _tables(book: Book) -> Iterator[tuple[str, str]]:
    for table in book.tables:
        if table.id != NOTES.id:
            yield zh.NOTE_TABLE.format(title=table.title, count=len(book.rows(table))), zh.COMPUTED[table.id]


NOTES = Table(
    id="notes",
    title=zh.NOTES,
    columns=(
        derived("subject", zh.SUBJECT, 36, lambda _, fact: fact[0]),
        derived("content", zh.CONTENT, 100, lambda _, fact: fact[1], Show.TEXT),
    ),
    lines=lines,
    reads=COUNTED,
)
