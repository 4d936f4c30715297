"""Drawn sheets to the bytes of a workbook; the only place that knows openpyxl."""

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import ZipFile

from xuke.model.place import letters
from xuke.tables.layout import Cell
from xuke.tables.sheet import Chart, Check, Limit, Look, Sheet, Style, Visibility
from xuke.words.width import width
from xuke.words.zh import tables as zh

# With lxml, openpyxl writes other bytes for the same workbook; it looks once, when it is first imported.
os.environ["OPENPYXL_LXML"] = "False"

#: The style array of each look, ready to be shared by cells.
Styles = Mapping[Look, Any]

PAPER_A4 = 9

#: The corner of every sheet.
LAST_COLUMN, LAST_ROW = 16_384, 1_048_576

DEFAULT_FONT = "宋体"

#: Margins in inches.
SIDE, TOP, BOTTOM, FOOTER = 0.5, 0.7, 0.8, 0.4

#: Colours of cells with a warning and with an error.
FILLS = {False: "FFFFEB9C", True: "FFFFC7CE"}
#: Width of a note and what fits in a line of it, height of a line and of the highest note, in pixels.
NOTE_WIDTH, NOTE_UNITS, NOTE_LINE, NOTE_HIGHEST = 260, 44, 15, 400

#: Points of a centimetre.
POINTS = 72 / 2.54


def written(sheets: Iterable[Sheet], names: Mapping[str, str] | None = None) -> bytes:
    """A workbook of these sheets, in order; ``names`` are defined names with what they stand for."""
    from openpyxl import Workbook  # noqa: PLC0415
    from openpyxl.workbook.defined_name import DefinedName  # noqa: PLC0415

    workbook = Workbook()
    styles = _styles(workbook)
    for sheet in sheets:
        _write(workbook.create_sheet(sheet.name), sheet, styles)
    workbook.remove(workbook.worksheets[0])
    for name, text in (names or {}).items():
        workbook.defined_names[name] = DefinedName(name, attr_text=text)
    return _saved(workbook)


def _saved(workbook: Any) -> bytes:
    """The archive is not packed, as openpyxl would: it is unpacked at once to be put in order."""
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415

    workbook.properties.creator = "xuke"
    result = BytesIO()
    ExcelWriter(workbook, ZipFile(result, "w")).save()
    return result.getvalue()


def _styles(workbook: Any) -> Styles:
    """Each look once; a style set cell by cell would cost more than writing."""
    from openpyxl.styles import Font  # noqa: PLC0415

    # The default font decides how wide a column is; this one is as wide everywhere.
    workbook._fonts[0] = workbook._named_styles["Normal"].font = Font(name=DEFAULT_FONT, size=11)
    scratch = workbook.worksheets[0]
    for row, look in enumerate(Look, 1):
        _dress(scratch.cell(row, 1), look.value)
    return {look: scratch.cell(row, 1)._style for row, look in enumerate(Look, 1)}


def _dress(cell: Any, style: Style) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side  # noqa: PLC0415

    thin = Side(style="thin") if style.has_border else Side()
    cell.font = Font(name=style.font, size=style.size, color=style.color or None)
    if style.fill:
        cell.fill = PatternFill("solid", fgColor=style.fill)
    if style.is_open:
        cell.protection = Protection(locked=False)
    cell.alignment = Alignment(horizontal=style.horizontal, vertical="center", wrap_text=style.wraps)
    cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    cell.number_format = style.format


def _write(target: Any, sheet: Sheet, styles: Styles) -> None:
    for place, units in enumerate(sheet.widths, 1):
        column = target.column_dimensions[letters(place)]
        column.width, column.hidden = units, place in sheet.hidden
    _write_cells(target, sheet, styles)
    _write_merges(target, sheet)
    target.sheet_state = sheet.visibility
    if sheet.visibility is not Visibility.VISIBLE:
        return
    _set_paper(target, sheet)
    _open(target, sheet, styles)
    if sheet.has_filter:
        last = letters(len(sheet.widths))
        target.auto_filter.ref = f"A{sheet.head}:{last}{sheet.end}"
    for note in sheet.notes:
        target.cell(note.row, note.column).comment = _comment(note.text)
    for chart in sheet.charts:
        target.add_chart(_drawn(target, chart), f"A{chart.anchor}")


def _write_cells(target: Any, sheet: Sheet, styles: Styles) -> None:
    for row, drawn in enumerate(sheet.rows, 1):
        target.row_dimensions[row].height = round(drawn.height, 2)
        for column, cell in enumerate(drawn.cells, 1):
            if cell is not None:
                _fill(target.cell(row, column), cell[0], styles[cell[1]])


def _fill(cell: Any, value: Cell, style: Any) -> None:
    cell._style = style
    if isinstance(value, str):
        # The setter would take a leading = for a formula.
        cell._value, cell.data_type = value, "s"
    elif value is not None:
        cell._value, cell.data_type = value, "d" if isinstance(value, date) else "n"


def _write_merges(target: Any, sheet: Sheet) -> None:
    """Ranges as they are, their cells being drawn already: ``merge_cells`` would style each anew."""
    from openpyxl.worksheet.cell_range import CellRange  # noqa: PLC0415

    for top, left, bottom, right in sheet.merges:
        target.merged_cells.ranges.add(CellRange(None, left, top, right, bottom))


def _set_paper(target: Any, sheet: Sheet) -> None:
    """A4 landscape, one page wide, headings on every page, page number below."""
    from openpyxl.worksheet.pagebreak import Break  # noqa: PLC0415

    setup = target.page_setup
    setup.paperSize, setup.orientation = PAPER_A4, "landscape"
    if sheet.is_one_page_wide:
        setup.fitToWidth, setup.fitToHeight = 1, 0
        target.sheet_properties.pageSetUpPr.fitToPage = True
    margins = target.page_margins
    margins.left = margins.right = SIDE
    margins.top, margins.bottom, margins.header, margins.footer = TOP, BOTTOM, FOOTER, FOOTER
    target.print_options.horizontalCentered = True
    target.oddFooter.center.text, target.oddFooter.center.size = zh.FOOTER, 14
    target.oddFooter.center.font = DEFAULT_FONT
    target.print_title_rows = f"{sheet.head - sheet.heads + 1}:{sheet.head}"
    target.freeze_panes = f"{letters(sheet.still + 1)}{sheet.head + 1}"
    for row in sheet.breaks:
        target.row_breaks.append(Break(id=row))


def _open(target: Any, sheet: Sheet, styles: Styles) -> None:
    """Columns that users fill; sorting, filtering, rows and widths stay theirs."""
    if not sheet.blank:
        return
    for place, look in enumerate(sheet.blank, 1):
        target.column_dimensions[letters(place)]._style = styles[look]
    # Rows can only be deleted where every cell is open, those far to the right too.
    rest = target.column_dimensions[letters(len(sheet.blank) + 1)]
    rest.min, rest.max, rest._style = len(sheet.blank) + 1, LAST_COLUMN, styles[Look.OPEN_PLAIN]
    lock = target.protection
    lock.sheet = True
    for name in ("sort", "autoFilter", "insertRows", "deleteRows", "formatColumns", "formatRows"):
        setattr(lock, name, False)
    for check in sheet.checks:
        target.add_data_validation(_validation(check))


def _comment(text: str) -> Any:
    """A note as large as its text, up to a size that still leaves the table in sight."""
    from openpyxl.comments import Comment  # noqa: PLC0415

    lines = sum(1 + width(line) // NOTE_UNITS for line in text.split("\n"))
    height = min(NOTE_LINE * (lines + 1), NOTE_HIGHEST)
    return Comment(text, "xuke", height=height, width=NOTE_WIDTH)


def _validation(check: Check) -> Any:
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    letter = letters(check.column)
    is_least = check.limit in {Limit.DATE, Limit.WHOLE, Limit.DECIMAL}
    kind: Any = None if check.limit is Limit.NOTE else str(check.limit)
    return DataValidation(
        type=kind,
        operator="greaterThanOrEqual" if is_least else None,
        formula1=check.formula or None,
        allow_blank=True,
        showInputMessage=True,
        promptTitle=check.title,
        prompt=check.note,
        showErrorMessage=bool(check.error),
        errorStyle=None if check.is_strict else "warning",
        errorTitle=check.title,
        error=check.error or None,
        sqref=f"{letter}{check.first}:{letter}{LAST_ROW}",
    )


def _drawn(target: Any, chart: Chart) -> Any:
    from openpyxl.chart import BarChart, Reference, Series  # noqa: PLC0415

    bars: Any = BarChart()
    bars.title = chart.title
    bars.width, bars.height = chart.width / POINTS, chart.height / POINTS
    bars.y_axis.number_format = chart.format
    # An axis that begins higher makes small differences look large.
    bars.y_axis.scaling.min = 0
    bars.x_axis.delete = bars.y_axis.delete = False
    bars.legend = bars.legend if len(chart.series) > 1 else None
    for column, title in chart.series:
        values = Reference(target, min_col=column, min_row=chart.first, max_row=chart.last)
        bars.series.append(Series(values, title=title))
    bars.set_categories(Reference(target, min_col=chart.names, min_row=chart.first, max_row=chart.last))
    return bars


class Note(NamedTuple):
    """A finding at a cell; ``sheet`` and ``cell`` are empty for one about the whole workbook."""

    sheet: str
    cell: str
    code: str
    text: str
    is_error: bool


def noted(data: bytes, notes: Sequence[Note], title: str, heads: tuple[str, ...]) -> bytes:
    """A copy of a workbook with notes at its cells, listed on a first sheet."""
    from openpyxl import load_workbook  # noqa: PLC0415

    return _noted(load_workbook(BytesIO(data)), notes, title, heads)


def noted_values(
    sheets: Mapping[str, Mapping[tuple[int, int], str]],
    notes: Sequence[Note],
    title: str,
    heads: tuple[str, ...],
) -> bytes:
    """A workbook of texts, by row and column counted from 0, with the same notes."""
    from openpyxl import Workbook  # noqa: PLC0415

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, cells in sheets.items():
        target: Any = workbook.create_sheet(name[:31])
        for (row, column), text in cells.items():
            cell = target.cell(row + 1, column + 1)
            cell._value, cell.data_type = text, "s"
    return _noted(workbook, notes, title, heads)


def _noted(workbook: Any, notes: Sequence[Note], title: str, heads: tuple[str, ...]) -> bytes:
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    fills = {error: PatternFill("solid", fgColor=FILLS[error]) for error in FILLS}
    texts: dict[tuple[str, str], list[str]] = {}
    for note in sorted(notes, key=lambda each: each.is_error):
        if note.sheet[:31] in workbook.sheetnames and note.cell:
            cell = workbook[note.sheet[:31]][note.cell]
            cell.fill = fills[note.is_error]
            lines = texts.setdefault((note.sheet, note.cell), [])
            lines.append(f"{note.code} {note.text}")
            if not _is_covered(cell):
                cell.comment = _comment("\n".join(lines))
    _list(workbook, notes, title, heads)
    return _saved(workbook)


def _is_covered(cell: Any) -> bool:
    """Whether a cell lies under a merged one, where nothing can be noted."""
    return type(cell).__name__ == "MergedCell"


def _list(workbook: Any, notes: Sequence[Note], title: str, heads: tuple[str, ...]) -> None:
    names = {title, *(f"{title}{number}" for number in range(2, 99))} - set(workbook.sheetnames)
    target = workbook.create_sheet(min(names, key=len), 0)
    workbook.active = 0
    for sheet in workbook.worksheets[1:]:
        sheet.sheet_view.tabSelected = False
    target.append(heads)
    for row, note in enumerate(notes, 2):
        where = f"{note.sheet}!{note.cell}" if note.cell else ""
        for column, text in enumerate((note.code, where, note.text), 1):
            cell = target.cell(row, column)
            cell._value, cell.data_type = text, "s"
        if where:
            quoted = note.sheet[:31].replace("'", "''")
            target.cell(row, 2).hyperlink = f"#'{quoted}'!{note.cell}"
    for letter, units in (("A", 8), ("B", 30), ("C", 90)):
        target.column_dimensions[letter].width = units
    target.freeze_panes = "A2"
