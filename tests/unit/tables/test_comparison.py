"""Two versions as a workbook."""

from io import BytesIO
from zipfile import ZipFile

from ground import ITEMS, ask, item, small, texts

from xuke.diff.compare import compare
from xuke.diff.comparison import comparison
from xuke.tables.comparison import comparison_book
from xuke.tables.sheet import Look

LONG = "申请材料齐全、符合法定形式，经现场核查合格，并且一次告知需要补正的全部内容。" * 60
FORMULA = '=HYPERLINK("http://x.invalid","点")'
STATE = "      state: excluded\n      exclusion: anquan"
GONE = item("530104009000", "旧事项")


def made(base=(), *edits, remarks=("说明",)):
    old, new = small(*base), small(*edits)
    found = comparison(compare(old, new))
    return comparison_book(ask(new, since=old), found, remarks)


def opened(data):
    from openpyxl import load_workbook  # noqa: PLC0415

    return load_workbook(BytesIO(data)).worksheets


def cells(sheet, heading):
    """What stands below a heading, cell by cell."""
    (head,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == heading]
    return [sheet.cell(row, head.column) for row in range(head.row + 1, sheet.max_row + 1)]


def test_the_summary_adds_up_and_says_what_is_compared():
    summary, _ = opened(
        made(
            [(ITEMS, "", GONE)], (ITEMS, STATE, "      state: transferred"), remarks=("原版本：甲", "对得上")
        )
    )
    rows = texts(summary)
    head = next(row for row in rows if row[0] == "序号")
    assert head == [
        *("序号", "主管部门", "调整前事项数", "减少", "增加", "调整后事项数"),
        *("新增", "承接", "取消、删除", "划转", "收回", "其他变更", "有变动的事项", "有变动的其他记录"),
    ]
    (found,) = [row for row in rows if row[0] == 1]
    assert found[2:] == [5, 1, 0, 4, 0, 0, 1, 1, 0, 0, 2, 0]
    (total,) = [row for row in rows if row[0] == "合计"]
    assert total[1] - total[2] + total[3] == total[4]
    assert total[5:11] == found[6:12]
    assert sum(total[5:11]) == total[11]
    assert rows[-3:-1] == [["原版本：甲"], ["对得上"]]


def test_departments_without_a_change_stand_together():
    other = item("530154001000", competent="qixiang")
    summary, _ = opened(made([(ITEMS, "", other)], (ITEMS, "", other + GONE)))
    rows = texts(summary)
    assert ["其余部门（1 个）", 1, 0, 0, 1, *[0] * 8] in rows
    assert [row[2:6] for row in rows if row[0] == 1] == [[4, 0, 1, 5]]
    unknown, _ = opened(made((), (ITEMS, "", item("530154001000", competent="nobody"))))
    assert next(row for row in texts(unknown) if row[0] == 1)[:2] == [1, "nobody"]


def test_a_changed_cell_is_coloured_and_has_the_old_value_as_a_note():
    _, changes = opened(made((), (ITEMS, "name: 政府投资项目审批", "name: 政府投资审批")))
    (new,) = [cell for cell in cells(changes, "调整后") if cell.value == "政府投资审批"]
    old = changes.cell(new.row, new.column - 1)
    assert old.value == new.comment.text == "政府投资项目审批"
    assert new.fill.fgColor.rgb.endswith(Look.CHANGED.value.fill)
    assert old.comment is None
    assert old.fill.fill_type is None


def test_what_is_new_has_no_note_and_what_is_gone_has_its_name():
    _, changes = opened(made([(ITEMS, "", GONE)], (ITEMS, "", item("530104005000", "新事项"))))
    notes = {cell.value: cell.comment and cell.comment.text for cell in cells(changes, "调整后")[:2]}
    assert notes == {"新事项": None, None: "旧事项"}


def test_a_long_cell_has_its_note_where_it_begins():
    place = '  - code: "530104004000"\n'
    base = [(ITEMS, place, place + f"    conditions: {LONG}甲\n")]
    data = made(base, (ITEMS, place, place + f"    conditions: {LONG}乙\n"))
    _, changes = opened(data)
    noted = [cell for cell in cells(changes, "调整后") if cell.comment]
    assert [cell.comment.text for cell in noted] == [f"{LONG}甲"]
    assert len(noted[0].value) < len(LONG)
    with ZipFile(BytesIO(data)) as archive:
        (drawn,) = (archive.read(name) for name in archive.namelist() if name.endswith(".vml"))
    assert b"height:400px" in drawn


def test_text_that_looks_like_a_formula_stays_text():
    data = made([(ITEMS, "name: 政府投资项目审批", f"name: '{FORMULA}'")])
    _, changes = opened(data)
    (old,) = [cell for cell in cells(changes, "调整前") if cell.value == FORMULA]
    assert old.data_type == "s"
    with ZipFile(BytesIO(data)) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_pages_are_one_wide_and_repeat_their_headings():
    for sheet in opened(made((), (ITEMS, "name: 政府投资项目审批", "name: 政府投资审批"))):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows


def test_equal_requests_give_equal_bytes():
    edits = [(ITEMS, "name: 政府投资项目审批", "name: 政府投资审批")]
    assert made((), *edits) == made((), *edits)


def test_nothing_changed_is_said():
    _, changes = opened(made())
    assert ["本表无内容"] in texts(changes)
