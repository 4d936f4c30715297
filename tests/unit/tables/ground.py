"""Workbooks of the small workspace, of edits of it, and of what a test writes itself."""

import dataclasses
from io import BytesIO
from pathlib import Path

from xuke.sources.load import load
from xuke.sources.tree import File
from xuke.tables.book import BookRequest, filing_book, open_book
from xuke.tables.layouts import TABLES

SMALL = Path(__file__).parents[2] / "workspaces" / "small"

ITEMS = "catalogue/lan/items/fagai.yaml"
DUTIES = "catalogue/lan/duties/fagai.yaml"
MEMO = "memoranda/lan/fagai.yaml"
REFORM = "catalogue/lan/reform.yaml"
STAFFING = "catalogue/lan/staffing.yaml"


class Files:
    """A tree in memory."""

    def __init__(self, texts):
        self.texts = texts

    def files(self):
        for path in sorted(self.texts):
            yield File(path, self.texts[path].encode("utf-8"))


def small(*edits):
    """The small workspace after some replacements; an empty old text adds to the file."""
    paths = sorted(path for path in SMALL.rglob("*.yaml"))
    texts = {path.relative_to(SMALL).as_posix(): path.read_text("utf-8") for path in paths}
    for path, old, new in edits:
        assert not old or texts[path].count(old) == 1, (path, old)
        texts[path] = texts[path].replace(old, new) if old else texts.get(path, "") + new
    done = load(Files(texts))
    assert not done.diagnostics, done.diagnostics
    return done.snapshot


def ask(snapshot=None, *tables, **changes):
    """A request for the filed edition, changed as told."""
    request = BookRequest(
        snapshot=snapshot or small(),
        jurisdiction="lan",
        edition="filed",
        tables=tables or tuple(TABLES),
        since=None,
        commit="c0ffee",
        is_dirty=False,
        date=None,
        version="0.1.0",
        unit="兰县行政审批局",
    )
    return dataclasses.replace(request, **changes)


def rows(table, snapshot=None, **changes):
    """The rows of one table, each as a mapping from column to cell."""
    book = open_book(ask(snapshot, table, **changes))
    names = [column.id for column in TABLES[table].columns]
    return [dict(zip(names, row.cells, strict=True)) for row in book.rows(TABLES[table])]


def column(table, name, snapshot=None, **changes):
    """One column of a table."""
    return [row[name] for row in rows(table, snapshot, **changes)]


def remarks(table, snapshot=None, **changes):
    """The remarks under a table."""
    return list(TABLES[table].remarks(open_book(ask(snapshot, table, **changes))))


def opened(request):
    """The workbook of a request, read back."""
    # Late: the product decides with which parser it writes.
    from openpyxl import load_workbook  # noqa: PLC0415

    return load_workbook(BytesIO(filing_book(request)))


def texts(sheet):
    """All texts of a sheet, by row."""
    return [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()]


def item(code, name="事项", competent="fagai", more=""):
    """An item as a list entry of its file."""
    return f'''  - code: "{code}"
    name: {name}
    type: "01"
    competent: {competent}
    organ: {competent}
    level: county
{more}'''


def many(count, name="事项"):
    """The small workspace with so many items more, all of one department."""
    entries = "".join(item(f"5301040{place:02d}000", f"{name}{place}") for place in range(10, 10 + count))
    return small((ITEMS, "", entries))
