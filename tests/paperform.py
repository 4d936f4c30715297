"""A superior's form as such come: merged headings, a sum, looks, a picture, a block for signatures."""

import struct
import zlib
from io import BytesIO

from openpyxl import Workbook
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

#: The pattern row, and the row of the sum below it.
PATTERN, TOTAL, SIGNED = 7, 8, 10

NAME = "附件1"


def picture():
    """A small PNG."""
    raw = b"".join(b"\0" + b"\xc0\0\0" * 40 for _ in range(20))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 40, 20, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(raw)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def form(change=None):
    """The bytes of the form, changed by a function of its workbook."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = NAME
    _head(sheet)
    _body(sheet)
    _tail(sheet)
    _paper(workbook, sheet)
    other = workbook.create_sheet("说明")
    other["A1"] = "本表由市级部门制发"
    other["A2"] = "=SUM(附件1!F7:F7)"
    if change:
        change(workbook)
    result = BytesIO()
    workbook.save(result)
    return result.getvalue()


def _head(sheet):
    sheet["A1"] = "行政许可事项统计表"
    sheet.merge_cells("A1:H1")
    sheet["A2"] = "填报单位："
    sheet["G2"] = "填报日期："
    texts = {"A4": "序号", "B4": "事项基本情况", "B5": "区级主管部门", "C5": "事项", "H4": "备注"}
    texts |= {"C6": "事项名称", "D6": "基本编码", "E4": "实施情况", "E5": "划转后实施机关"}
    texts |= {"F5": "环节数", "F6": "改革前环节数", "G6": "改革后环节数"}
    for place, text in texts.items():
        sheet[place] = text
    for area in ("A4:A6", "B4:D4", "B5:B6", "C5:D5", "E4:G4", "E5:E6", "F5:G5", "H4:H6"):
        sheet.merge_cells(area)
    for row in sheet["A4:H6"]:
        for cell in row:
            cell.font, cell.alignment = Font(bold=True), Alignment(horizontal="center", vertical="center")


def _body(sheet):
    thin = Side(style="thin")
    for cell in sheet[PATTERN][:8]:
        cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
        cell.fill = PatternFill("solid", fgColor="FFF2CC")
    for column in range(1, 9):
        sheet.cell(PATTERN, column).alignment = Alignment(wrap_text=True)
    sheet["D7"].number_format = "@"
    sheet["H7"] = "=F7-G7"
    sheet.row_dimensions[PATTERN].height = 31.5
    rule = CellIsRule(operator="greaterThan", formula=["20"], fill=PatternFill("solid", bgColor="FF0000"))
    sheet.conditional_formatting.add("F7:G7", rule)
    check = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", prompt="整数\n不带单位")
    check.add("F7")
    sheet.add_data_validation(check)


def _tail(sheet):
    sheet["A8"] = "合计"
    sheet.merge_cells("A8:E8")
    sheet["F8"], sheet["G8"] = "=SUM(F7:F7)", "=SUM($G$7:$G$7)"
    sheet["A10"], sheet["E10"] = "填表人：", "单位负责人："
    sheet.merge_cells("A10:D10")
    sheet.merge_cells("E10:H11")
    sheet.row_dimensions[SIGNED].height = 45


def _paper(workbook, sheet):
    for column, width in zip("ABCDEFGH", (6, 16, 30, 18, 18, 10, 10, 10), strict=True):
        sheet.column_dimensions[column].width = width
    image = Image(BytesIO(picture()))
    sheet.add_image(image, "H1")
    sheet.print_title_rows = "4:6"
    sheet.print_area = "A1:H11"
    sheet.page_setup.orientation = "landscape"
    sheet.freeze_panes = "A7"
    sheet.oddFooter.center.text = "第 &P 页"
    workbook.defined_names["填报单位"] = DefinedName("填报单位", attr_text="附件1!$B$2")
