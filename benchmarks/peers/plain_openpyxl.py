"""A workbook's cells written again by openpyxl alone.

``read BOOK CELLS`` keeps them as JSON, ``write CELLS BOOK`` writes them: values,
styles (each made once and shared), merged cells, widths and heights; no charts, no page set-up.
"""

import json
import sys
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.cell_range import CellRange


def read(book: str, cells: str) -> None:
    """Keep the cells of a workbook as JSON."""
    styles: dict[str, int] = {}
    sheets = [_sheet(sheet, styles) for sheet in load_workbook(book).worksheets]
    value = {"styles": [json.loads(text) for text in styles], "sheets": sheets}
    Path(cells).write_text(json.dumps(value, ensure_ascii=False), "utf-8")


def _sheet(sheet: Any, styles: dict[str, int]) -> dict[str, Any]:
    rows = [
        (cell.row, cell.column, cell.value, styles.setdefault(_style(cell), len(styles)))
        for row in sheet.iter_rows()
        for cell in row
        if cell.has_style or cell.value is not None
    ]
    return {
        "title": sheet.title,
        "cells": [(row, column, _plain(value), style) for row, column, value, style in rows],
        "merged": [str(each) for each in sheet.merged_cells.ranges],
        "widths": {name: each.width for name, each in sheet.column_dimensions.items()},
        "heights": {row: each.height for row, each in sheet.row_dimensions.items() if each.height},
    }


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _style(cell: Any) -> str:
    font, fill, edges, text = cell.font, cell.fill, cell.border, cell.alignment
    return json.dumps(
        {
            "font": {"name": font.name, "size": font.sz, "bold": font.b, "italic": font.i},
            "fill": fill.fgColor.rgb if fill.fill_type == "solid" else None,
            "edges": {side: getattr(edges, side).style for side in ("left", "right", "top", "bottom")},
            "text": {
                "horizontal": text.horizontal,
                "vertical": text.vertical,
                "wrap_text": text.wrap_text,
                "indent": text.indent,
            },
            "number": cell.number_format,
        }
    )


def write(cells: str, book: str) -> None:
    """Write the kept cells as a workbook."""
    value = json.loads(Path(cells).read_text("utf-8"))
    styles = [_made(each) for each in value["styles"]]
    workbook = Workbook()
    workbook.remove(workbook.active)
    for sheet in value["sheets"]:
        _fill(workbook.create_sheet(sheet["title"]), sheet, styles)
    workbook.save(book)


def _made(style: dict[str, Any]) -> tuple[Any, ...]:
    fill = PatternFill("solid", fgColor=style["fill"]) if style["fill"] else PatternFill()
    edges = Border(**{side: Side(style=name) for side, name in style["edges"].items()})
    return Font(**style["font"]), fill, edges, Alignment(**style["text"]), style["number"]


def _fill(target: Any, sheet: dict[str, Any], styles: list[tuple[Any, ...]]) -> None:
    patterns: dict[int, Any] = {}
    for row, column, value, style in sheet["cells"]:
        cell = target.cell(row, column, value)
        if style in patterns:
            cell._style = patterns[style]
        else:
            cell.font, cell.fill, cell.border, cell.alignment, cell.number_format = styles[style]
            patterns[style] = cell._style
    for name, width in sheet["widths"].items():
        target.column_dimensions[name].width = width
    for row, height in sheet["heights"].items():
        target.row_dimensions[int(row)].height = height
    for merged in sheet["merged"]:
        # merge_cells looks through all earlier ranges each time, which is no part of writing.
        target.merged_cells.ranges.add(CellRange(merged))


if __name__ == "__main__":
    {"read": read, "write": write}[sys.argv[1]](*sys.argv[2:])
