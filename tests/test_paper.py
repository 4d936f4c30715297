"""A filing as LibreOffice prints it."""

import re

import pytest
from openpyxl import load_workbook

from paper import missing, pages_of, pdf_of, pictures_of, sizes_of
from xuke.sources.load import load
from xuke.sources.tree import WorkTree
from xuke.tables.book import BookRequest, filing_book
from xuke.tables.layouts import TABLES

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
]

A4_LANDSCAPE = (842, 595)


@pytest.fixture(scope="module")
def printed(tmp_path_factory, pytestconfig):
    """The filed workbook of the reference workspace, and the folder that it is printed in."""
    folder = tmp_path_factory.mktemp("paper")
    snapshot = load(WorkTree(pytestconfig.rootpath)).snapshot
    request = BookRequest(
        snapshot, "yaoan", "filed", tuple(TABLES), None, "c0ffee", True, None, "0.1.0", "姚安县行政审批局"
    )
    book = folder / "book.xlsx"
    book.write_bytes(filing_book(request))
    return book, pdf_of(book, folder)


def test_a_page_ends_where_the_workbook_says_and_nowhere_else(printed):
    book, pdf = printed
    expected = sum(len(sheet.row_breaks.brk) + 1 for sheet in load_workbook(book))
    assert len(pages_of(pdf)) == expected


def test_every_page_is_a4_landscape(printed):
    sizes = {(round(width), round(height)) for width, height in sizes_of(printed[1])}
    assert sizes == {A4_LANDSCAPE}


def test_every_sheet_is_one_page_wide_and_repeats_its_headings(printed):
    book, pdf = printed
    firsts = [sheet.cell(int(sheet.freeze_panes[1:]) - 1, 1).value for sheet in load_workbook(book)]
    for page in pages_of(pdf):
        assert any(heading in page for heading in firsts)


def test_titles_notes_and_page_numbers_are_on_paper(printed):
    pages = pages_of(printed[1])
    text = "".join(pages)
    for table in TABLES.values():
        assert table.needs_base or f"姚安县{table.title}" in text
    assert text.count("演示数据，不得作为正式备案材料") == len(TABLES) - 1
    for number, page in enumerate(pages, 1):
        assert f"—{number}—" in page.replace(" ", "")


def test_every_item_is_on_paper_with_its_code(printed):
    book, pdf = printed
    text = "".join(pages_of(pdf))
    sheet = load_workbook(book)[TABLES["items"].title]
    codes = [row[3].value for row in sheet.iter_rows() if re.fullmatch("[0-9]{12}", str(row[3].value))]
    assert codes
    assert [code for code in codes if code not in text] == []


def test_a_page_becomes_a_picture(printed, tmp_path):
    pictures = pictures_of(printed[1], tmp_path, 2)
    assert len(pictures) == 2
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)
