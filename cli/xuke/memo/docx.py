"""A paper as a Word document, from a styled base file; the only place that knows python-docx."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pkgutil import get_data
from typing import Any
from zipfile import BadZipFile

from xuke.memo.paper import Block, Grid, Text
from xuke.tables.archive import normalised
from xuke.words.zh import gongwen as zh


class BadBase(ValueError):  # noqa: N818
    """A base file that is no Word document, or lacks styles; ``styles`` names those."""

    def __init__(self, styles: Sequence[str] = ()) -> None:
        super().__init__("、".join(styles))
        self.styles = tuple(styles)


def base_file() -> bytes:
    """The base file that ships with the tool."""
    return get_data("xuke.memo", "base.docx") or b""


def docx_of(blocks: Sequence[Block], base: bytes) -> bytes:
    """The document; equal blocks on an equal base give equal bytes."""
    document = _opened(base)
    _emptied(document)
    for block in blocks:
        match block:
            case Text():
                _paragraph(document, block)
            case Grid():
                _table(document, block)
    _named(document, blocks)
    result = BytesIO()
    document.save(result)
    return normalised(result.getvalue())


def _opened(base: bytes) -> Any:
    from docx import Document  # noqa: PLC0415
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415

    try:
        document = Document(BytesIO(base))
    except (BadZipFile, KeyError, PackageNotFoundError, ValueError):
        raise BadBase from None
    known = {style.name for style in document.styles}
    lacking = [name for name in (*zh.STYLES.values(), zh.TABLE, zh.LEAD) if name not in known]
    if lacking:
        raise BadBase(lacking)
    return document


def _emptied(document: Any) -> None:
    """Without the sample text of the base; its page stays, which the last element describes."""
    body = document.element.body
    for element in list(body)[:-1]:
        body.remove(element)


def _named(document: Any, blocks: Sequence[Block]) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = "xuke"
    properties.title = next((block.text for block in blocks if isinstance(block, Text)), "")[:255]
    properties.revision = 1
    properties.comments = properties.keywords = properties.subject = properties.category = ""


def _paragraph(document: Any, block: Text) -> None:
    first, *rest = block.text.split("\n")
    paragraph = document.add_paragraph(style=zh.STYLES[block.style])
    if block.lead:
        paragraph.add_run(block.lead, style=zh.LEAD)
    paragraph.add_run(first)
    for line in rest:
        document.add_paragraph(line, style=zh.STYLES[block.style])


def _table(document: Any, grid: Grid) -> None:
    rows = [*([grid.heads] if grid.heads else []), *grid.rows]
    table = document.add_table(len(rows), len(grid.widths))
    table.autofit = False
    table.style = zh.TABLE if grid.framed else None
    for column, width in zip(table.columns, _widths(document, grid), strict=True):
        column.width = width
    goes_on = [*(None in row for row in rows[1:]), False]
    # A cell asked for by its number costs a search; all of them at once do not.
    for place, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        is_head = place == 0 and bool(grid.heads)
        _fill(row, texts, zh.STYLES["head" if is_head else "cell" if grid.framed else "seal"])
        _keep(row, is_head=is_head, goes_on=goes_on[place])
        below = rows[place + 1] if goes_on[place] else ()
        _merge(row, texts, below)
    document.add_paragraph(style=zh.STYLES["cell"])


def _widths(document: Any, grid: Grid) -> list[int]:
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    return [room * share // sum(grid.widths) for share in grid.widths]


def _fill(row: Any, texts: Sequence[str | None], style: str) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        first, *rest = (text or "").split("\n")
        cell.paragraphs[0].style = style
        cell.paragraphs[0].add_run(first)
        for line in rest:
            cell.add_paragraph(line, style=style)


def _merge(row: Any, texts: Sequence[str | None], below: Sequence[str | None]) -> None:
    """Cells that go on from the row above become one with it."""
    for place, cell in enumerate(row.cells):
        if texts[place] is None:
            cell._tc.vMerge = "continue"
        elif below and below[place] is None:
            cell._tc.vMerge = "restart"


def _keep(row: Any, *, is_head: bool, goes_on: bool) -> None:
    """A row never breaks over two pages, nor leaves the one that goes on with it; headings are repeated."""
    from docx.oxml import OxmlElement  # noqa: PLC0415

    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))
    for paragraph in (each for cell in row.cells for each in cell.paragraphs) if goes_on else ():
        paragraph.paragraph_format.keep_with_next = True


def docx_texts(data: bytes) -> list[str]:
    """Every paragraph that a reader of the document sees, those of tables among them."""
    return list(_texts(_opened(data)))


def _texts(document: Any) -> Iterator[str]:
    for each in document.iter_inner_content():
        if hasattr(each, "rows"):
            yield from (cell.text for row in each.rows for cell in dict.fromkeys(row.cells))
        else:
            yield each.text
