"""What a file handed in is, before any library opens it."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest

from books import archive, book_of, rebuilt, refusal, replaced
from xuke.tables import precheck
from xuke.tables.precheck import Format, UnreadableError, format_of, opened
from xuke.tables.reading import read_book

BOOK = book_of(["事项名称"], ["核准"])
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def test_a_workbook_is_known_by_its_content_and_not_by_its_name():
    assert format_of("a.csv", BOOK) is Format.XLSX
    assert format_of("a.csv", b"a,b\n") is Format.CSV


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("~$a.xlsx", b"\x05user", "X001.owner"),
        ("a.xlsx", b"", "X001.empty"),
        ("a.xls", COMPOUND + "Workbook".encode("utf-16-le"), "X001.old"),
        ("a.et", COMPOUND + "Book".encode("utf-16-le"), "X001.old"),
        ("a.xlsx", COMPOUND + "EncryptedPackage".encode("utf-16-le"), "X001.encrypted"),
        ("a.xlsx", COMPOUND + "WordDocument".encode("utf-16-le"), "X001.word"),
        ("a.msi", COMPOUND, "X001.other"),
        ("a.xls", b"\xef\xbb\xbf \n<html><table>", "X001.html"),
        ("a.xls", b"MIME-Version: 1.0\n", "X001.html"),
        ("a.xls", b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "X001.xml"),
        ("a.xlsx", "编码,名称\n".encode(), "X001.text"),
        ("a.csv", "编码,名称\n".encode("utf-16"), "X001.unicode"),
        ("a.csv", b"\x81\n\xff\xff", "X001.encoding"),
        ("a.csv", b"a\0b", "X001.other"),
        ("a.csv", b'a,b\n"c,d\n', "X001.csv"),
        ("a.pdf", b"%PDF-1.7", "X001.other"),
        ("a.xlsx", BOOK[: len(BOOK) // 2], "X001.truncated"),
        ("a.xlsx", archive(("word/document.xml", "<x/>")), "X001.word"),
        ("a.xlsx", archive(("ppt/presentation.xml", "<x/>")), "X001.other"),
        ("a.xlsx", archive(("EncryptedPackage", "x")), "X001.encrypted"),
        ("a.xlsb", archive(("xl/workbook.bin", "x")), "X001.binary"),
        ("a.odt", archive(("mimetype", "application/vnd.oasis.opendocument.text")), "X001.other"),
    ],
)
def test_what_is_no_workbook_is_told_by_name(name, data, message):
    assert refusal(name, data) == message


def test_a_file_beyond_the_limit_is_not_looked_at(monkeypatch):
    monkeypatch.setattr(precheck, "LARGEST", 10)
    assert refusal("a.xlsx", b"x" * 11) == "X001.large"


def test_two_members_of_one_name_are_refused():
    with pytest.warns(UserWarning, match="Duplicate"):
        data = archive(("xl/workbook.xml", "<x/>"), ("xl/workbook.xml", "<y/>"))
    assert refusal("a.xlsx", data) == "X001.twice"
    assert refusal("a.xlsx", archive(("xl/workbook.xml", ""), ("XL/Workbook.xml", ""))) == "X001.twice"


@pytest.mark.parametrize("name", ["../a.xml", "/a.xml", "xl\\..\\a.xml", "c:/a.xml"])
def test_a_member_that_leads_out_is_refused(name):
    assert refusal("a.xlsx", rebuilt(BOOK, extra=[(name, "x")])) == "X001.escapes"


def test_a_member_that_is_encrypted_is_told():
    data = bytearray(archive(("xl/workbook.xml", "<x/>")))
    place = data.rindex(b"PK\x01\x02")
    data[place + 8] |= 1
    assert refusal("a.xlsx", bytes(data)) == "X001.encrypted"


def test_a_member_packed_beyond_reason_is_refused():
    assert refusal("a.xlsx", rebuilt(BOOK, extra=[("xl/a.xml", b" " * (2 << 20))])) == "X001.packed"


def test_an_archive_that_would_fill_the_disk_is_refused(monkeypatch):
    monkeypatch.setattr(precheck, "INFLATED", 1000)
    assert refusal("a.xlsx", BOOK) == "X001.inflated"


def test_an_archive_of_too_many_members_is_refused(monkeypatch):
    monkeypatch.setattr(precheck, "MOST_MEMBERS", 3)
    assert refusal("a.xlsx", BOOK) == "X001.members"


def test_a_doctype_is_refused_in_any_part():
    evil = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    assert refusal("a.xlsx", rebuilt(BOOK, extra=[("docProps/custom.xml", evil)])) == "X001.doctype"


def test_a_part_that_is_no_xml_is_damage():
    assert refusal("a.xlsx", replaced(BOOK, "xl/worksheets/sheet1.xml", "</row>", "")) == "X001.damaged"


def test_a_part_whose_bytes_were_hurt_is_damage():
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as new:
        new.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    data = target.getvalue().replace(b"vnd.oasis", b"vnd.OASIS", 1)
    assert refusal("a.ods", data) == "X001.damaged"


def test_a_sheet_of_the_strict_standard_is_told():
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    assert refusal("a.xlsx", rebuilt(BOOK, lambda _, data: data.replace(main, strict))) == "X001.strict"


def fate(data):
    """A book, or the name of the refusal; nothing else may come of a file."""
    try:
        return read_book("a.xlsx", data)
    except UnreadableError as error:
        return error.message.name.startswith("X001.")


def test_every_cut_and_every_hurt_byte_ends_in_a_refusal_or_a_book():
    for place in range(0, len(BOOK), 97):
        for data in (BOOK[:place], BOOK[:place] + bytes([BOOK[place] ^ 0x55]) + BOOK[place + 1 :]):
            assert fate(data)


def test_a_hurt_part_inside_a_sound_archive_ends_in_a_refusal_or_a_book():
    with ZipFile(BytesIO(BOOK)) as whole:
        content = {name: whole.read(name) for name in whole.namelist()}
    for member, text in content.items():
        for place in range(0, len(text), 41):
            hurt = text[:place] + bytes([text[place] ^ 0x15]) + text[place + 1 :]
            data = rebuilt(BOOK, lambda name, old, m=member, h=hurt: h if name == m else old)
            assert fate(data)


def test_an_archive_is_closed_to_what_cannot_be_unpacked():
    data = bytearray(archive(("mimetype", "x" * 50)))
    place = data.rindex(b"PK\x01\x02")
    data[place + 10] = 99
    data[data.index(b"PK\x03\x04") + 8] = 99
    assert refusal("a.ods", bytes(data)) == "X001.damaged"
    with opened(BOOK) as whole:
        assert "xl/workbook.xml" in whole.namelist()
