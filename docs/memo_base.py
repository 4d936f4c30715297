"""Writes ``cli/xuke/memo/base.docx``: the styles and the page of a memorandum after GB/T 9704.

``python docs/memo_base.py [FILE]``. The same bytes on every run. A page has 22 lines of 28 characters, 225 by
156 mm, with 37 mm above and 28 mm on the left; page numbers stand outside. An office that wants other
fonts changes the styles in Word or WPS and gives the file to ``xuke memo render --base``.
"""

import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from xuke.tables.archive import normalised
from xuke.words.zh import gongwen as zh

TARGET = Path(__file__).parent.parent / "cli" / "xuke" / "memo" / "base.docx"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

#: A line of the grid in twentieths of a point: 22 of them make 225 mm.
LINE = 579
#: What 3号 characters are closer together, so that 28 of them make 156 mm.
CLOSER = -5
#: Two characters of 3号 as set here.
INDENT = 630

SONG, TITLE, HEI, KAI, FANG = "宋体", "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"

#: Each style: font, size in half points, alignment, characters by which the first line is indented, and more.
PARAGRAPHS = {
    "title": (TITLE, 44, "center", 0, "<w:keepNext/>"),
    "number": (FANG, 32, "center", 0, ""),
    "mark": (KAI, 32, "center", 0, ""),
    "party": (FANG, 32, "both", 0, ""),
    "text": (FANG, 32, "both", 2, ""),
    "one": (HEI, 32, "both", 2, "<w:keepNext/>"),
    "three": (FANG, 32, "both", 2, "<w:keepNext/>"),
    "annex": (HEI, 32, "left", 0, "<w:keepNext/><w:pageBreakBefore/>"),
    "annex_title": (TITLE, 44, "center", 0, "<w:keepNext/>"),
    "annexes": (FANG, 32, "left", 2, "<w:keepNext/>"),
    "seal": (FANG, 32, "left", 0, "<w:keepNext/>"),
    "head": (HEI, 24, "center", 0, "<w:keepNext/>"),
    "cell": (FANG, 24, "left", 0, ""),
    "page": (SONG, 28, "right", 0, ""),
}

#: Lines of these are as high as their text needs, and not tied to the grid.
SMALL = {"head", "cell", "page"}


def fonts(name, size):
    """The properties of a run."""
    closer = f'<w:spacing w:val="{CLOSER}"/>' if size == 32 else ""
    face = f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'
    return f'<w:rPr>{face}{closer}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'


def paragraph(name, font, size, align, indent, more):
    """One paragraph style, under the name that an office sees."""
    title = zh.STYLES[name]
    grid = '<w:snapToGrid w:val="0"/>' if name in SMALL else ""
    height = "" if name in SMALL else f'<w:spacing w:line="{LINE}" w:lineRule="exact"/>'
    first = f'<w:ind w:firstLineChars="{indent * 100}" w:firstLine="{INDENT}"/>' if indent else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="memo-{name}"><w:name w:val="{title}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{more}{grid}{height}{first}<w:jc w:val="{align}"/>'
        "</w:pPr>"
        f"{fonts(font, size)}</w:style>"
    )


def borders():
    """Thin lines around and between all cells."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    return f"<w:tblBorders>{lines}</w:tblBorders>"


def styles():
    """styles.xml."""
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in SIDES)
    return (
        f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault>{fonts(FANG, 32)}</w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="Letters"><w:name w:val='
        '"Default Paragraph Font"/></w:style><w:style w:type="table" w:default="1" w:styleId="Plain">'
        '<w:name w:val="Normal Table"/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>'
        f'<w:style w:type="character" w:customStyle="1" w:styleId="memo-lead"><w:name w:val="{zh.LEAD}"/>'
        f"<w:qFormat/>{fonts(KAI, 32)}</w:style>"
        f'<w:style w:type="table" w:customStyle="1" w:styleId="memo-table"><w:name w:val="{zh.TABLE}"/>'
        f'<w:basedOn w:val="Plain"/><w:qFormat/><w:tblPr>{borders()}</w:tblPr></w:style>'
        + "".join(paragraph(name, *each) for name, each in PARAGRAPHS.items())
        + "</w:styles>"
    )


SIDES = (("top", 0), ("left", 60), ("bottom", 0), ("right", 60))


def footer(align):
    """A page number between two dashes, a character in from the outer side."""
    side = "right" if align == "right" else "left"
    number = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    return (
        f'{HEAD}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="memo-page"/>'
        f'<w:ind w:{side}="280"/><w:jc w:val="{align}"/></w:pPr>{number}</w:p></w:ftr>'
    )


def document():
    """document.xml: a sample of every style, on the page of the standard."""
    samples = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="memo-{name}"/></w:pPr><w:r><w:t>{zh.STYLES[name]}</w:t></w:r></w:p>'
        for name in PARAGRAPHS
    )
    return (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{samples}<w:sectPr>'
        '<w:footerReference w:type="default" r:id="odd"/><w:footerReference w:type="even" r:id="even"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"'
        f' w:header="851" w:footer="1304" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="{LINE}"/>'
        "</w:sectPr></w:body></w:document>"
    )


SETTINGS = (
    f'{HEAD}<w:settings xmlns:w="{W}"><w:evenAndOddHeaders/><w:defaultTabStop w:val="420"/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/></w:compat>'
    "</w:settings>"
)

CORE = (
    f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>xuke</dc:creator>'
    '<dcterms:created xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
)

PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def relations(*rows):
    """A part that names other parts: id, kind and target of each."""
    lines = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in rows
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def types():
    """[Content_Types].xml."""
    parts = {
        "/word/document.xml": f"{TYPES}.document.main+xml",
        "/word/styles.xml": f"{TYPES}.styles+xml",
        "/word/settings.xml": f"{TYPES}.settings+xml",
        "/word/odd.xml": f"{TYPES}.footer+xml",
        "/word/even.xml": f"{TYPES}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    lines = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    )


def base():
    """The bytes of the file."""
    members = {
        "[Content_Types].xml": types(),
        "_rels/.rels": relations(
            ("document", f"{R}/officeDocument", "word/document.xml"),
            ("core", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": CORE,
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relations(
            ("styles", f"{R}/styles", "styles.xml"),
            ("settings", f"{R}/settings", "settings.xml"),
            ("odd", f"{R}/footer", "odd.xml"),
            ("even", f"{R}/footer", "even.xml"),
        ),
        "word/styles.xml": styles(),
        "word/settings.xml": SETTINGS,
        "word/odd.xml": footer("right"),
        "word/even.xml": footer("left"),
    }
    result = BytesIO()
    with ZipFile(result, "w", ZIP_STORED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return normalised(result.getvalue())


if __name__ == "__main__":
    Path(*(sys.argv[1:] or [TARGET])).write_bytes(base())
