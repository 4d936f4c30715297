"""Tables of a report as sheets: numbers that can be reckoned with, names that Excel allows, charts."""

import zipfile
from io import BytesIO

from ground import ask
from openpyxl import load_workbook

from xuke.tables.plain import Leaf, bars, plain_book

HEADINGS = ("部门", "事项", "比例", "变化", "备注")
ROWS = (
    ("发改局", "12", "37.5%", "-1.25", "12 件"),
    ("国土局", "0345", "100%", "3", ""),
    ("合计", "", "50%", "1", "共 2 个"),
)


def sheets(*leaves, first=()):
    return load_workbook(BytesIO(plain_book(ask(), leaves, first))).worksheets


def cells(sheet, first):
    """The rows from the one that begins with a text."""
    rows = [[cell.value for cell in row[: len(HEADINGS)]] for row in sheet.iter_rows()]
    start = next(place for place, row in enumerate(rows) if row[0] == first)
    return rows[start : start + len(ROWS)]


def test_figures_are_numbers_and_shares_and_all_else_stays_text():
    (sheet,) = sheets(Leaf("统计", HEADINGS, ROWS, ["口径"], has_figures=True))
    first, second, last = cells(sheet, "发改局")
    assert first == ["发改局", 12, 0.375, -1.25, "12 件"]
    assert second[:4] == ["国土局", 345, 1, 3]
    assert last == ["合计", None, 0.5, 1, "共 2 个"]
    texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert any("口径" in str(each) for each in texts)


def test_without_figures_only_counts_are_numbers():
    (sheet,) = sheets(Leaf("清单", HEADINGS, ROWS[:1]))
    shown = cells(sheet, "发改局")[0]
    assert [str(each) for each in shown] == list(ROWS[0])
    (counted,) = sheets(Leaf("清单", HEADINGS[:2], [["甲", "3"], ["乙", "40"]]))
    assert [row[1].value for row in counted.iter_rows() if row[0].value in {"甲", "乙"}] == [3, 40]


def test_names_of_sheets_are_short_and_no_two_alike():
    name = "很长的名字" * 8
    found = [each.title for each in sheets(*[Leaf(name, HEADINGS[:1], [["甲"]])] * 3)]
    assert found[0] == name[:31]
    assert len(set(found)) == 3
    assert all(len(each) <= 31 for each in found)


def test_filing_tables_go_first_and_charts_draw_what_is_charted():
    chart = bars("各部门事项", 1)
    leaf = Leaf("统计", HEADINGS, ROWS, charts=(chart,), charted=2, has_figures=True)
    book = plain_book(ask(), [leaf], ("items",))
    assert len(load_workbook(BytesIO(book)).worksheets) == 2
    with zipfile.ZipFile(BytesIO(book)) as archive:
        drawings = [archive.read(name).decode() for name in archive.namelist() if "charts/chart" in name]
    assert len(drawings) == 1
    assert "各部门事项" in drawings[0]
