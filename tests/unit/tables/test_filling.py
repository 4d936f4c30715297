"""Filling in place: references, parts that hang on rows, and archives as programs write them."""

import re
import zipfile
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table

from paperform import NAME, PATTERN, form
from xuke.tables.filling import parts
from xuke.tables.filling.book import FormRefusedError, SheetFill, filled
from xuke.tables.filling.refs import Shift, area, place_of, shifted, translated
from xuke.tables.filling.sheet import FormSheet

SHIFT = Shift("甲", 6, 7, 10)

HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("A7", "A7"),
        ("A8+$B$9", "A18+$B$19"),
        ("SUM(A6:A7)", "SUM(A6:A17)"),
        ("SUM(A1:A5)", "SUM(A1:A5)"),
        ("SUM(A8:A9)", "SUM(A18:A19)"),
        ("SUM(A1:$C$20)", "SUM(A1:$C$30)"),
        ("SUM(8:8)+$9:$10", "SUM(18:18)+$19:$20"),
        ("甲!A8+'甲'!A8+乙!A8+'[1]甲'!A8+[1]甲!A8", "甲!A18+'甲'!A18+乙!A8+'[1]甲'!A8+[1]甲!A8"),
        ('IF(A8="A8","""A9",LOG10(A8))', 'IF(A18="A8","""A9",LOG10(A18))'),
        ("名称8+A8B", "名称8+A8B"),
        ("TRUE", "TRUE"),
    ],
)
def test_references_follow_their_cells(formula, expected):
    assert shifted(formula, SHIFT, "甲") == expected


def test_references_of_another_sheet_move_only_where_it_is_named():
    assert shifted("A8+甲!A8+甲!$8:$8", SHIFT, "乙") == "A8+甲!A18+甲!$18:$18"


@pytest.mark.parametrize(
    ("formula", "rows", "columns", "expected"),
    [
        ("F7-G$7+$H7", 3, 0, "F10-G$7+$H10"),
        ("SUM(A1:$B$2)", 1, 1, "SUM(B2:$B$2)"),
        ("甲!A1+7:8+$9:$9", 1, 0, "甲!A2+8:9+$9:$9"),
        ('"A1"&A1', 1, 0, '"A1"&A2'),
    ],
)
def test_a_copied_formula_goes_along_where_nothing_fixes_it(formula, rows, columns, expected):
    assert translated(formula, rows, columns) == expected


def test_ranges_of_looks_grow_with_the_body():
    assert area("A7 B1:B3 C6:D7 E9", SHIFT) == "A7:A17 B1:B3 C6:D17 E19"
    assert area("A:A", SHIFT) == "A:A"
    assert (place_of("$B$12"), place_of("B")) == ((12, 2), None)


def sheet_of(body, rest=""):
    data = f"{HEAD}<sheetData>{body}</sheetData>{rest}</worksheet>"
    return FormSheet("甲", data.encode(), frozenset({"1"}))


def test_rows_and_cells_without_numbers_get_theirs():
    found = sheet_of('<row r="3"><c r="B3"/><c/></row> <row><c/></row>')
    found.put(4, 2, 5)
    assert (
        '<row r="3"><c r="B3"/><c r="C3"/></row> <row r="4"><c r="A4"/><c r="B4"><v>5</v></c></row>'
        in told(found)
    )
    assert '<row r="1"><c r="A1"/></row>' in told(sheet_of("<row><c/></row>"))


def told(sheet):
    return sheet.written().decode("utf-8")


def test_cells_are_put_in_their_place_with_the_look_of_their_row():
    found = sheet_of('<row r="2" s="1" spans="1:9"><c r="C2" t="s"><v>0</v></c></row>')
    found.put(2, 1, date(2018, 9, 25))
    found.put(2, 3, "甲 & 乙")
    found.put(2, 4, None)
    found.put(1, 1, date(2018, 9, 25))
    found.put(9, 1, 1.5)
    text = told(found)
    assert (
        '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">2018年9月25日</t></is></c></row>'
        in text
    )
    assert '<row r="2" s="1"><c r="A2" s="1"><v>43368</v></c><c r="C2" t="inlineStr">' in text
    assert "甲 &amp; 乙" in text
    assert '<row r="9"><c r="A9"><v>1.5</v></c></row>' in text


def test_shared_formulas_are_written_out():
    body = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:B2" si="0">C1*2</f><v>1</v></c>'
        '<c r="B1"><f t="shared" si="0"/></c></row><row r="2"><c r="A2"><f t="shared" si="0"/></c></row>'
    )
    text = told(sheet_of(body))
    assert '<c r="A1"><f>C1*2</f><v>1</v></c><c r="B1"><f>D1*2</f></c>' in text
    assert '<c r="A2"><f>C2*2</f></c>' in text


def test_growing_moves_everything_that_speaks_of_rows():
    rest = (
        '<mergeCells count="2"><mergeCell ref="A6:B6"/><mergeCell ref="C1:C9"/></mergeCells>'
        '<hyperlinks><hyperlink ref="A9"/></hyperlinks><autoFilter ref="A5:B7"/>'
        '<rowBreaks count="2"><brk id="2" max="9"/><brk id="7" max="9"/></rowBreaks>'
        '<extLst xmlns:xm="m"><ext><xm:f>A9</xm:f><xm:sqref>A7</xm:sqref></ext></extLst>'
    )
    found = sheet_of(
        '<row r="6"><c r="A6" vm="1"><f>B6</f><v>1</v></c></row><row r="9"><c r="A9"/></row>', rest
    )
    found.grow(Shift("甲", 6, 7, 2))
    text = told(found)
    assert '<row r="8"><c r="A8"><f>B8</f><v>1</v></c></row><row r="9"><c r="A9"><f>B9</f>' in text
    assert '<row r="11"><c r="A11"/></row>' in text
    assert re.findall('mergeCell ref="([^"]*)"', text) == ["A6:B6", "C1:C11", "A8:B8", "A9:B9"]
    assert '<mergeCells count="4">' in text
    assert '<hyperlink ref="A11"/>' in text
    assert '<autoFilter ref="A5:B9"/>' in text
    assert '<brk id="2" max="9"/><brk id="9" max="9"/>' in text
    assert "<xm:f>A11</xm:f><xm:sqref>A7:A9</xm:sqref>" in text


def test_results_of_formulas_are_forgotten():
    found = sheet_of('<row r="1"><c r="A1" t="str"><f>B1</f><v>x</v></c><c r="B1"><v>1</v></c></row>')
    assert found.forget_results()
    assert '<c r="A1"><f>B1</f></c><c r="B1"><v>1</v></c>' in told(found)
    assert not sheet_of('<row r="1"><c r="A1"><f/></c></row>'.replace("<f/>", "")).forget_results()


def test_markup_comes_back_as_it_was():
    rest = (
        '<x:ext xmlns:x="u" mc:Ignorable="x" xmlns:mc="m" a="1&#10;2&quot;"><!-- c --><![CDATA[a<b]]></x:ext>'
    )
    text = told(sheet_of("", rest))
    assert '<x:ext xmlns:x="u" xmlns:mc="m" mc:Ignorable="x" a="1&#10;2&quot;">a&lt;b</x:ext>' in text


def fill(count=5, **changes):
    rows = tuple((n, n) for n in range(1, count + 1))
    return SheetFill(NAME, changes.pop("cells", {}), PATTERN, PATTERN, (1, 6), rows)


def refused(data, *fills):
    with pytest.raises(FormRefusedError) as caught:
        filled("form.xlsx", data, fills)
    return caught.value.message


def test_links_to_the_outside_are_no_parts():
    data = form(lambda book: setattr(book[NAME]["A1"], "hyperlink", "https://example.com/"))
    with ZipFile(BytesIO(data)) as archive:
        found = parts.relations(archive, "xl/worksheets/sheet1.xml")
        assert [each.type for each in found.values()] == ["drawing"]
        assert parts.relations(archive, "xl/worksheets/sheet2.xml") == {}


def test_what_would_be_left_behind_stops_the_filling():
    def comment(book):
        book[NAME]["A10"].comment = Comment("签字", "a")

    message = refused(form(comment), fill())
    assert message.name == "fill.stops"
    assert dict(message.words)["what"].name == "fill.part_comments"
    assert filled("form.xlsx", form(comment), [fill(1)])


def test_what_stands_above_does_not_stop_it():
    def change(book):
        book[NAME]["A1"].comment = Comment("说明", "a")

    sheet = load_workbook(BytesIO(filled("form.xlsx", form(change), [fill()])))[NAME]
    assert sheet["A1"].comment.text == "说明"


def test_a_table_object_over_the_body_stops_it():
    def change(book):
        for column, text in enumerate("甲乙丙", 10):
            book[NAME].cell(6, column, text)
        book[NAME].add_table(Table(displayName="t", ref="J6:L9"))

    assert dict(refused(form(change), fill()).words)["what"].name == "fill.part_table"


def test_a_cell_that_nobody_would_see_is_refused():
    assert dict(refused(form(), fill(cells={(1, 3): "x"})).words)["cell"] == "C1"
    merged = form(lambda book: book[NAME].merge_cells("E7:F7"))
    assert dict(refused(merged, fill()).words)["merge"] == "E7:F7"


def test_drawings_and_charts_below_move_along():
    def change(book):
        sheet = book[NAME]
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=6, min_row=6, max_row=7))
        sheet.add_chart(chart, "A14")
        above = BarChart()
        above.add_data(Reference(sheet, min_col=6, min_row=1, max_row=2))
        sheet.add_chart(above, "A1")
        sheet.row_breaks.append(Break(id=9))

    new = filled("form.xlsx", form(change), [fill()])
    with ZipFile(BytesIO(new)) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
        chart = archive.read("xl/charts/chart1.xml").decode()
    rows = [int(found) for found in re.findall(r"<(?:\w+:)?row>(\d+)</", drawing)]
    assert 13 + 4 in rows
    assert 0 in rows
    assert "$F$6:$F$11" in chart


def test_a_form_without_formulas_has_nothing_to_compute():
    def change(book):
        book["说明"]["A2"] = None

    old = form(change)
    new = filled("form.xlsx", old, [SheetFill("说明", {(1, 2): "x"})])
    with ZipFile(BytesIO(old)) as before, ZipFile(BytesIO(new)) as after:
        assert before.read(parts.WORKBOOK) == after.read(parts.WORKBOOK)


def repacked(data, change):
    result = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(result, "w") as new:
        for name in old.namelist():
            content = change(
                name, old.read(name).decode("utf-8") if name.endswith((".xml", ".rels")) else old.read(name)
            )
            new.writestr(name, content)
        new.writestr("xl/calcChain.xml", f"{HEAD.replace('worksheet', 'calcChain')}</calcChain>")
    return result.getvalue()


def test_the_order_of_calculation_is_dropped_with_all_that_names_it():
    def change(name, content):
        if name == parts.TYPES:
            return content.replace(
                "</Types>", '<Override ContentType="x" PartName="/xl/calcChain.xml"/></Types>'
            )
        if name == parts.RELATIONS:
            chain = (
                '<Relationship Id="rId99" Target="calcChain.xml" Type="http://x/calcChain"/></Relationships>'
            )
            return content.replace("</Relationships>", chain)
        if name == parts.WORKBOOK:
            return re.sub("<calcPr[^>]*/>", "", content)
        return content

    new = filled("form.xlsx", repacked(form(), change), [fill()])
    with zipfile.ZipFile(BytesIO(new)) as archive:
        assert "xl/calcChain.xml" not in archive.namelist()
        assert b"calcChain" not in archive.read(parts.TYPES) + archive.read(parts.RELATIONS)
        assert b'</definedNames><calcPr fullCalcOnLoad="1"/>' in archive.read(parts.WORKBOOK)


def test_a_workbook_that_computes_anew_is_left_alone():
    assert (
        parts.calculated(b'<workbook><calcPr fullCalcOnLoad="1"/>')
        == b'<workbook><calcPr fullCalcOnLoad="1"/>'
    )
    assert (
        parts.calculated(b'<workbook><calcPr calcId="1"/>')
        == b'<workbook><calcPr fullCalcOnLoad="1" calcId="1"/>'
    )
