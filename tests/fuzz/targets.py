"""What is fuzzed: functions that take bytes from outside, and the exceptions that may leave their rooms."""

import sys
from datetime import date
from pathlib import Path

from xuke.document.read import read
from xuke.edit.fix import fixed
from xuke.identifiers.item_code import basic_code, implementation_code
from xuke.identifiers.legacy_code import expected_check, is_shaped
from xuke.model.errors import XukeError
from xuke.model.views import day_of
from xuke.sources.git import Repository
from xuke.sources.load import load
from xuke.sources.tree import File
from xuke.tables.precheck import UnreadableError
from xuke.tables.reading import day_of_serial, read_book
from xuke.words.schemas import code_names

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))


def text(data):
    """The reader of YAML: findings, and every place lies inside of the text."""
    document, found = read("catalogue/lan/items/fagai.yaml", data, code_names())
    lines = data.count(b"\n") + 2
    for each in found:
        assert 1 <= each.location.start.line <= lines
        assert each.location.start <= each.location.end
    if document is not None and isinstance(document.value, dict):
        for name in document.value:
            assert document.locate((name,)).start.line <= lines


class _One:
    """A tree of one file."""

    def __init__(self, data):
        self.data = data

    def files(self):
        yield File("catalogue/lan/items/fagai.yaml", self.data)


def register(data):
    """The loader and all checks: a list of findings."""
    from xuke.check.check import check  # noqa: PLC0415

    check(load(_One(data)), date(2019, 1, 1))


def mending(data):
    """``check --fix``: what is mended needs no more mending."""
    once = fixed("catalogue/lan/items/fagai.yaml", data)
    assert fixed("catalogue/lan/items/fagai.yaml", once.new).new == once.new


def words(data):
    """Dates, codes and numbers as people type them: a value or nothing."""
    for each in data.decode("utf-8", "surrogateescape").splitlines():
        day_of(each)
        basic_code(each)
        implementation_code(each)
        if is_shaped(each):
            expected_check(each)
        day_of_serial(each, False)


def book(data):
    """The reader of workbooks and CSV: a book, or the reason why not."""
    for name in ("a.xlsx", "a.csv"):
        try:
            read_book(name, data)
        except UnreadableError:
            continue


def revision(data):
    """A revision from outside: a hash, or a fault that names it."""
    name = data.decode("utf-8", "surrogateescape").replace("\0", "")[:3_000]
    try:
        found = Repository(ROOT).resolve(name)
    except XukeError:
        return
    assert set(found) <= set("0123456789abcdef")


#: Every target with the files that its corpus starts from.
TARGETS = {
    text: "*.yaml",
    register: "*.yaml",
    mending: "*.yaml",
    words: "*.txt",
    book: "*.xlsx",
    revision: "*.txt",
}
