"""Workbooks and tables of text that no department should hand in, made by code: name, file name, bytes, code.

The code is that of the finding that has to be told; ``None`` where the file can be read and something else
may be said of its content.
"""

import io
import struct
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZipFile

from books import book_of, rebuilt, replaced

HEAD = ["基本编码", "事项名称", "事项类型", "主管部门"]
ROW = ["530104002000", "固定资产投资项目节能审查", "行政许可", "县发改局"]
BOOK = book_of(HEAD, ROW, title="行政许可事项清单")
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SHEET = "xl/worksheets/sheet1.xml"


@dataclass(frozen=True)
class Bad:
    """One file, and the code that is told of it."""

    name: str
    file: str
    data: bytes
    code: str | None

    def __str__(self):
        return self.name


def archive(*members):
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name, content in members:
            made.writestr(name, content)
    return target.getvalue()


def kinds():
    """Files that are something else than their name says."""
    for name, file, data in (
        ("nothing", "a.xlsx", b""),
        ("one byte", "a.xlsx", b"P"),
        ("a temporary file", "~$a.xlsx", b"\x05user"),
        ("an old workbook", "a.xls", COMPOUND + "Workbook".encode("utf-16-le")),
        ("an old workbook of WPS", "a.et", COMPOUND + "Book".encode("utf-16-le")),
        ("an encrypted one", "a.xlsx", COMPOUND + "EncryptedPackage".encode("utf-16-le")),
        ("an old letter", "a.xlsx", COMPOUND + "WordDocument".encode("utf-16-le")),
        ("another compound", "a.xlsx", COMPOUND),
        ("a page", "a.xls", b"<html><table><tr><td>1</td></tr></table></html>"),
        ("a page with a mark", "a.xlsx", b"\xef\xbb\xbf \n<HTML>"),
        ("a mail", "a.xls", b"MIME-Version: 1.0\n"),
        ("a sheet of XML", "a.xls", b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'),
        ("text", "a.xlsx", "编码,名称\n".encode()),
        ("a PDF", "a.xlsx", b"%PDF-1.7"),
        ("a picture", "a.xlsx", b"\x89PNG\r\n\x1a\n"),
        ("a photo", "a.xlsx", b"\xff\xd8\xff\xe0"),
        ("RTF", "a.xlsx", b"{\\rtf1}"),
        ("a RAR", "a.xlsx", b"Rar!\x1a\x07"),
        ("a 7z", "a.xlsx", b"7z\xbc\xaf\x27\x1c"),
        ("a gzip", "a.xlsx", b"\x1f\x8b\x08"),
        ("a letter", "a.xlsx", archive(("word/document.xml", "<x/>"))),
        ("slides", "a.xlsx", archive(("ppt/presentation.xml", "<x/>"))),
        ("an encrypted archive", "a.xlsx", archive(("EncryptedPackage", "x"))),
        ("a binary workbook", "a.xlsb", archive(("xl/workbook.bin", "x"))),
        ("an empty archive", "a.xlsx", archive()),
        ("an archive of something", "a.xlsx", archive(("a.txt", "x"))),
        (
            "an open document of text",
            "a.ods",
            archive(("mimetype", "application/vnd.oasis.opendocument.text")),
        ),
        (
            "a sheet of nothing",
            "a.ods",
            archive(("mimetype", "application/vnd.oasis.opendocument.spreadsheet")),
        ),
        ("UTF-16", "a.csv", "编码,名称\n".encode("utf-16")),
        ("bytes", "a.xlsx", bytes(range(256)) * 40),
        ("zeros", "a.xlsx", bytes(10_000)),
        ("21 MB", "a.xlsx", b"PK\x03\x04" + bytes(21 << 20)),
    ):
        yield Bad(f"kind: {name}", file, data, "X001")


def cuts():
    """A workbook of which the end did not arrive, or a stretch was spoilt on the way."""
    step = max(len(BOOK) // 30, 1)
    for at in range(1, len(BOOK) - 1, step):
        yield Bad(f"cut at {at}", "a.xlsx", BOOK[:at], "X001")
    for at in range(0, len(BOOK) - 40, len(BOOK) // 20):
        yield Bad(f"spoilt at {at}", "a.xlsx", BOOK[:at] + bytes(40) + BOOK[at + 40 :], None)


def members():
    """Every part of a workbook missing, empty, cut, in another encoding, or with a declaration of types."""
    with ZipFile(io.BytesIO(BOOK)) as opened:
        names = opened.namelist()
    evil = b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]><x>&a;&c;</x>'
    changes = {
        "missing": lambda _: None,
        "empty": lambda _: b"",
        "cut": lambda data: data[: len(data) // 2],
        "DOCTYPE": lambda _: evil,
        "garbage": lambda _: b"\x00\xff<<>>",
        "in UTF-16": lambda data: data.decode("utf-8").encode("utf-16"),
    }
    needed = {"xl/workbook.xml", SHEET, "[Content_Types].xml"}
    for name in names:
        for what, change in changes.items():
            data = rebuilt(BOOK, lambda each, content, n=name, c=change: c(content) if each == n else content)
            code = (
                "X001"
                if what in {"DOCTYPE", "garbage"} or (name in needed and what in {"empty", "cut"})
                else None
            )
            yield Bad(f"{name} {what}", "a.xlsx", data, code)


def tricks():
    """Archives that were made to hang, fill or mislead a reader."""
    for name in ("../a.xml", "/a.xml", "xl\\..\\a.xml", "c:/a.xml", "xl/../../a.xml"):
        yield Bad(f"a member {name}", "a.xlsx", rebuilt(BOOK, extra=[(name, "x")]), "X001")
    yield Bad(
        "a member packed 1000 times", "a.xlsx", rebuilt(BOOK, extra=[("xl/a.xml", b" " * (3 << 20))]), "X001"
    )
    many = [(f"xl/{number}.xml", "<x/>") for number in range(5_001)]
    yield Bad("5,001 members", "a.xlsx", rebuilt(BOOK, extra=many), "X001")
    flagged = bytearray(BOOK)
    flagged[flagged.rindex(b"PK\x01\x02") + 8] |= 1
    yield Bad("an encrypted member", "a.xlsx", bytes(flagged), "X001")
    lying = bytearray(BOOK)
    at = lying.rindex(b"PK\x01\x02") + 24
    lying[at : at + 4] = struct.pack("<I", 5)
    yield Bad("a size that lies", "a.xlsx", bytes(lying), None)
    merge = '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    yield Bad("one huge merge", "a.xlsx", replaced(BOOK, SHEET, "</sheetData>", merge), None)
    small = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(10, 20_020))
    small = f"</sheetData><mergeCells>{small}</mergeCells>"
    yield Bad("20,010 merges", "a.xlsx", replaced(BOOK, SHEET, "</sheetData>", small), "X001")
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    yield Bad("a cell at the far end", "a.xlsx", replaced(BOOK, SHEET, "</sheetData>", far), "X001")
    wide = '<row r="3"><c r="ZZ3" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    yield Bad("a cell in column ZZ", "a.xlsx", replaced(BOOK, SHEET, "</sheetData>", wide), "X001")
    deep = "<a>" * 100_000
    yield Bad("a deep part", "a.xlsx", replaced(BOOK, SHEET, "</sheetData>", f"</sheetData>{deep}"), "X001")
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(3, 50_100))
    yield Bad("50,100 rows", "a.xlsx", replaced(BOOK, SHEET, "</sheetData>", f"{rows}</sheetData>"), "X001")


def texts():
    """Tables of text with commas."""
    good = "基本编码,事项名称,事项类型,主管部门\n530104002000,节能审查,行政许可,县发改局\n"
    for name, data, code in (
        ("nothing", b"", "X001"),
        ("line ends", b"\n\n\n", "X002"),
        ("spaces", b"   \n", "X002"),
        ("a NUL", b"a\0b", "X001"),
        ("no encoding", b"\x81\n\xff\xff", "X001"),
        ("an open quote", '基本编码,事项名称\n"530104,a\n'.encode(), "X001"),
        ("a quote inside", good.replace("节能", '节"能').encode(), None),
        ("no headings", b"1,2,3\n4,5,6\n", "X002"),
        ("headings only", "基本编码,事项名称\n".encode(), None),
        ("headings twice", "基本编码,基本编码,事项名称\n1,2,3\n".encode(), "X002"),
        ("ragged rows", (good + "1\n1,2,3,4,5,6,7\n").encode(), None),
        ("GB18030", good.encode("gb18030"), None),
        ("a mark", good.encode("utf-8-sig"), None),
        ("CRLF", good.replace("\n", "\r\n").encode(), None),
        ("CR", good.replace("\n", "\r").encode(), None),
        ("semicolons", good.replace(",", ";").encode(), None),
        ("tabs", good.replace(",", "\t").encode(), None),
        ("a formula", (good + "=1+1,=cmd|' /C calc'!A1,@x\n").encode(), None),
        ("an exponent", "基本编码,事项名称\n5.30104E+11,节能审查\n".encode(), None),
        ("controls", (good + "\x01,\x1b[31m,\x7f\n").encode(), None),
        ("marks of direction", (good + "\u202e1,\u2066x,\u200b\n").encode(), None),
        ("wide digits", "基本编码,事项名称\n５３０１０４００１０００,节能审查\n".encode(), None),
        ("a long cell", ("基本编码,事项名称\n1," + "x" * 300_000 + "\n").encode(), None),
        ("a long line", ("基本编码,事项名称\n" + "1," * 200_000 + "\n").encode(), "X001"),
        ("many lines", ("基本编码,事项名称\n" + "1,x\n" * 60_000).encode(), "X001"),
        ("many empty lines", ("基本编码,事项名称\n" + ",\n" * 300_000).encode(), None),
        ("21 MB", b"a," * (11 << 20), "X001"),
        ("conflict markers", (f"<<<<<<< a\n{good}=======\n{good}>>>>>>> b\n").encode(), None),
        ("the same code twice", (good + good.partition("\n")[2]).encode(), None),
        ("no code", "基本编码,事项名称\n,节能审查\n".encode(), None),
    ):
        yield Bad(f"text: {name}", "a.csv", data, code)


FAMILIES = (kinds, cuts, members, tricks, texts)
