"""The workbook as bytes: what a reader of the file finds, and that nothing of the moment is in it."""

import csv
import gc
import hashlib
import os
import subprocess
import sys
from datetime import date, datetime
from io import StringIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from ground import DUTIES, ITEMS, REFORM, ask, item, many, opened, rows, small, texts

from xuke.model.register import Register
from xuke.tables.book import csv_of, filing_book, open_book
from xuke.tables.layouts import ALL, TABLES
from xuke.tables.present import date_text, told
from xuke.tables.stamp import digest

DANGEROUS = ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "=1+1"]

SCRIPT = """
import hashlib, locale, sys
sys.path.insert(0, sys.argv[1])
from xuke.tables.book import filing_book
from ground import ask, small
for edition in ("filed", "working"):
    print(hashlib.sha256(filing_book(ask(since=small(), edition=edition))).hexdigest())
"""


def digests(**environment):
    here = str(Path(__file__).parent)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, here],
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
        timeout=60,
    )
    return done.stdout.decode().split()


def test_equal_requests_give_equal_bytes_wherever_they_run():
    # Elsewhere than here: tests import openpyxl before the product can tell it how to write.
    first = digests(TZ="Asia/Shanghai", PYTHONHASHSEED="1", LC_ALL="C", OPENPYXL_LXML="True")
    assert digests(TZ="America/New_York", PYTHONHASHSEED="2", LC_ALL="C.UTF-8") == first
    assert len(set(first)) == 2


def dangerous():
    entries = "".join(item(f"5301040{place}000", f'"{name}"') for place, name in enumerate(DANGEROUS, 10))
    return small((ITEMS, "", entries))


@pytest.mark.parametrize("edition", ["filed", "working"])
def test_text_stays_text(edition):
    book = opened(ask(dangerous(), edition=edition))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    found = {cell.value: cell for cell in book["行政许可事项清单"]["C"]}
    for name in DANGEROUS:
        assert (found[name].data_type, found[name].number_format) == ("s", "@")


@pytest.mark.parametrize("edition", ["filed", "working"])
def test_every_text_cell_has_the_text_format(edition):
    for sheet in opened(ask(since=small(), edition=edition)):
        for row in sheet.iter_rows():
            assert {cell.number_format for cell in row if cell.data_type == "s"} <= {"@"}, sheet.title


def test_codes_are_text_and_numbers_are_numbers():
    sheet = opened(ask(None, "items"))["行政许可事项清单"]
    row = next(row for row in sheet.iter_rows() if row[0].value == 1)
    assert row[0].data_type == "n"
    assert (row[3].value, row[3].data_type) == ("530104001000", "s")


def body(sheet, head):
    """The rows below the headings, each merged cell's value in all its rows."""
    values = {(cell.row, cell.column): cell.value for row in sheet.iter_rows() for cell in row}
    for area in sheet.merged_cells.ranges:
        for row, column in area.cells:
            values[row, column] = values[area.min_row, area.min_col]
    return [
        [values[row, column] for column in range(1, sheet.max_column + 1)]
        for row in range(head + 1, sheet.max_row + 1)
    ]


def head_of(sheet, table):
    title = table.columns[0].title
    return next(row[0].row for row in sheet.iter_rows() if row[0].value == title)


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.id)
def test_the_filed_sheet_shows_every_cell(table):
    since = small((ITEMS, "name: 政府投资项目审批", "name: 旧名"))
    sheet = opened(ask(None, table.id, since=since))[table.title]
    found = body(sheet, head_of(sheet, table))
    for place, row in enumerate(rows(table.id, since=since)):
        expected = [date_text(cell) if isinstance(cell, date) else cell for cell in row.values()]
        assert found[place] == expected


def test_above_the_headings_stand_annex_title_note_unit_and_date():
    sheet = opened(ask(None, "supervision", "items", date=date(2018, 9, 25)))["行政许可事项清单"]
    assert texts(sheet)[:4] == [
        ["附件2"],
        ["兰县行政许可事项清单"],
        ["演示数据，不得作为正式备案材料"],
        ["填报单位（盖章）：兰县行政审批局", "填报日期：2018年9月25日"],
    ]
    assert (sheet["A2"].font.name, sheet["A2"].font.sz, sheet["A2"].alignment.horizontal) == (
        "方正小标宋简体",
        22,
        "center",
    )
    assert (sheet["A5"].font.name, sheet["A5"].font.sz, sheet["A5"].border.left.style) == ("黑体", 12, "thin")
    assert (sheet["C6"].font.name, sheet["C6"].font.sz, sheet["C6"].alignment.wrap_text) == (
        "仿宋_GB2312",
        11,
        True,
    )
    assert "A2:M2" in [str(area) for area in sheet.merged_cells.ranges]


def test_the_date_is_blank_where_none_is_given():
    sheet = opened(ask(None, "items"))["行政许可事项清单"]
    assert texts(sheet)[3][1] == "填报日期：    年  月  日"


def published():
    snapshot = small()
    for record in snapshot.records.values():
        record.home.document.value["provenance"] = "published"
    return snapshot


def test_what_must_be_said_of_the_data_stands_on_every_sheet():
    snapshot = published()
    snapshot.get("lan", "supervision", "jg-touzi").home.document.value["provenance"] = "unattributed"
    book = opened(ask(snapshot, is_dirty=True))
    assert {texts(sheet)[2][0] for sheet in book} == {"未发布来源；未提交"}


def test_a_clean_and_published_table_says_nothing():
    sheet = opened(ask(published(), "items"))["行政许可事项清单"]
    assert texts(sheet)[2][0].startswith("填报单位")


def test_what_is_compared_with_counts_as_shown():
    since = small()
    sheet = opened(ask(published(), "changes", since=since))["调整对照表"]
    assert texts(sheet)[2] == ["演示数据，不得作为正式备案材料"]


def test_every_sheet_ends_with_signatures_and_the_transfers_with_seals():
    book = opened(ask())
    for sheet in book:
        last = texts(sheet)[-1]
        assert "".join(last).replace(" ", "") == "填表人：审核人：单位负责人：联系电话："
    assert texts(book["划转事项目录"])[-2] == ["移交单位（盖章）：", "接收单位（盖章）："]


def test_an_empty_table_says_so():
    assert ["本表无内容"] in texts(opened(ask(None, "powers"))["权责清单"])


@pytest.mark.parametrize("edition", ["filed", "working"])
def test_every_sheet_is_set_for_paper(edition):
    for sheet in opened(ask(since=small(), edition=edition)):
        if sheet.sheet_state == "hidden":
            continue
        head = sheet.freeze_panes[1:]
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == f"${int(head) - 1}:${int(head) - 1}"
        assert sheet.oddFooter.center.text == "— &P —"
        assert all(sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1))


def test_cells_of_a_department_are_merged_but_never_across_a_page():
    sheet = opened(ask(many(60), "items"))["行政许可事项清单"]
    ends = [each.id for each in sheet.row_breaks.brk]
    assert len(ends) > 1
    areas = [area for area in sheet.merged_cells.ranges if area.min_col == area.max_col == 2]
    assert len(areas) == len(ends) + 1
    for area in sheet.merged_cells.ranges:
        assert not [end for end in ends if area.min_row <= end < area.max_row]
    assert {sheet.cell(area.min_row, 2).value for area in areas} == {"县发改局"}


def test_pages_hold_what_fits():
    sheet = opened(ask(many(60), "items"))["行政许可事项清单"]
    edges = [0, *(each.id for each in sheet.row_breaks.brk), sheet.max_row]
    heights = [
        sum(sheet.row_dimensions[row].height for row in range(start + 1, end + 1))
        for start, end in pairwise(edges)
    ]
    width = sum(each.width * 6 + 3.75 for each in sheet.column_dimensions.values())
    assert max(heights) * min(1, 769 / width) < 595 - 108
    assert min(heights[:-1]) * min(1, 769 / width) > 250


def test_a_row_higher_than_a_page_is_folded_and_nothing_of_it_is_lost():
    long = "".join(f"第{number}条规定申请人应当提交的材料。" for number in range(200))
    power = '  - code: "1"\n    name: 权力\n    type: "01"\n    department: fagai\n'
    text = f"powers:\n{power}    accountability: {long}\n"
    sheet = opened(ask(small((DUTIES, "", text)), "powers"))["权责清单"]
    place = TABLES["powers"].place("accountability") + 1
    found = [sheet.cell(row, place).value for row in range(6, sheet.max_row)]
    assert "".join(filter(None, found)) == long
    assert len(list(filter(None, found))) > 1
    assert max(sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)) <= 409
    working = opened(ask(small((DUTIES, "", text)), "powers", edition="working"))["权责清单"]
    assert working.cell(6, place).value == long
    assert working.row_dimensions[6].height <= 409


def test_the_working_edition_is_flat_and_carries_keys_and_a_stamp():
    book = opened(ask(None, "items", "notes", edition="working", is_dirty=True))
    sheet = book["行政许可事项清单"]
    assert not [area for area in sheet.merged_cells.ranges if 5 < area.min_row <= 10]
    assert not sheet.row_breaks.brk
    assert sheet.auto_filter.ref == "A5:N10"
    assert sheet.column_dimensions["N"].hidden
    assert [sheet.cell(row, 14).value for row in (5, 6, 8, 9)] == [
        "记录键",
        "lan/item/530104001000",
        "lan/item/530104003000",
        "lan/item/530104003000",
    ]
    assert book["_xuke"].sheet_state == "hidden"
    assert texts(book["_xuke"])[:6] == [
        ["workspace", "format", "1"],
        ["workspace", "jurisdiction", "lan"],
        ["workspace", "commit", "c0ffee", "dirty"],
        ["workspace", "xuke", "0.1.0"],
        ["workspace", "layout", "1"],
        ["table", "items", "5", " ".join(column.id for column in TABLES["items"].columns)],
    ]


def test_the_stamp_pins_every_row():
    book = opened(ask(None, "items", edition="working"))
    stamped = {line[1]: line[-1] for line in texts(book["_xuke"]) if line[0] == "items"}
    sheet, columns = book["行政许可事项清单"], TABLES["items"].columns
    for row in range(6, 11):
        shown = [told(sheet.cell(row, place).value, column.show) for place, column in enumerate(columns, 1)]
        assert stamped[str(row)] == hashlib.sha256("\x1f".join(shown).encode()).hexdigest()


def test_a_digest_changes_with_any_cell():
    table = TABLES["items"]

    first, second = open_book(ask(None, "items")).rows(table)[:2]
    assert digest(first, table) != digest(second, table)


def test_the_stamp_does_without_settings_and_commit():
    snapshot = small()
    snapshot.records.pop(snapshot.workspace.key)
    book = opened(ask(snapshot, "items", edition="working", commit=""))
    assert texts(book["_xuke"])[:3] == [
        ["workspace", "format"],
        ["workspace", "jurisdiction", "lan"],
        ["workspace", "commit"],
    ]


def test_dates_are_real_in_the_working_edition_and_official_text_in_the_filed_one():
    place = TABLES["transfers"].place("effective") + 1
    working = opened(ask(None, "transfers", edition="working"))["划转事项目录"].cell(6, place)
    filed = opened(ask(None, "transfers"))["划转事项目录"].cell(6, place)
    assert (working.value, working.data_type) == (datetime(2018, 12, 30), "d")  # noqa: DTZ001
    assert filed.value == "2018年12月30日"


def test_statistics_have_two_charts_on_a_page_of_their_own():
    promised = "        value: 5\n        unit: working_day\n"
    before = small((ITEMS, promised, f"{promised}    baseline:\n      days: 15\n"))
    sheet = opened(ask(before, "statistics"))["统计汇总"]
    rate, days = sheet._charts
    assert rate.series[0].val.numRef.f == "'统计汇总'!$I$6"
    assert rate.series[0].cat.numRef.f == "'统计汇总'!$B$6"
    assert [each.tx.v for each in days.series] == ["改革前时限合计", "改革后时限合计"]
    assert rate.anchor._from.row == sheet.row_breaks.brk[-1].id


def test_what_nobody_states_has_no_chart():
    sheet = opened(ask(None, "statistics"))["统计汇总"]
    (rate,) = sheet._charts
    assert rate.series[0].val.numRef.f == "'统计汇总'!$I$6"


def test_no_department_no_chart_and_no_page_for_one():
    snapshot = small()
    for key in [key for key in snapshot.records if key.kind == "item"]:
        snapshot.records.pop(key)
    sheet = opened(ask(snapshot, "statistics"))["统计汇总"]
    assert (sheet._charts, sheet.row_breaks.brk) == ([], [])


def test_an_unnamed_jurisdiction_goes_by_its_folder():
    unnamed = small((REFORM, "  name: 兰县\n  level", "  name: null\n  level"))
    assert Register(unnamed, "lan").title == "lan"
    assert texts(opened(ask(unnamed, "items"))["行政许可事项清单"])[1] == ["lan行政许可事项清单"]


def test_csv_without_a_version_to_compare_with_has_headings_only():
    assert csv_of("changes", ask()).count("\n") == 1
    assert list(TABLES["changes"].remarks(open_book(ask()))) == []


def test_csv_has_all_cells_as_text():
    found = list(csv.reader(StringIO(csv_of("transfers", ask()))))
    assert found[0] == [column.title for column in TABLES["transfers"].columns]
    assert found[1][:5] == ["1", "县发改局", "政府投资项目审批", "530104001000", "整体划转"]
    assert found[1][-1] == "2018-12-30"
    assert len(found) == 3


def test_the_collector_is_left_as_it_was():
    filing_book(ask(None, "notes"))
    assert gc.isenabled()
    gc.disable()
    filing_book(ask(None, "notes"))
    assert not gc.isenabled()
    gc.enable()


def test_the_archive_is_stored_in_fixed_order(tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(filing_book(ask(None, "items")))
    with ZipFile(path) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {each.compress_type for each in archive.infolist()} == {0}
        assert b"1980-01-01T00:00:00Z" in archive.read("docProps/core.xml")
