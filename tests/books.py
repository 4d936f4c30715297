"""Workbooks as tests hand them in: made by openpyxl, and taken apart where no program writes such."""

import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from xuke.tables.precheck import UnreadableError
from xuke.tables.reading import read_book
from xuke.words.render import Language, render

DAY = datetime.date(2018, 9, 25)


def saved(workbook):
    """The bytes of a workbook."""
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def sheet(rows=(), title="表", *, book=None):
    """A workbook of one sheet of rows, and the sheet."""
    book = book or Workbook()
    made = book.active
    made.title = title
    for row in rows:
        made.append(row)
    return made


def book_of(*rows, title="表"):
    """The bytes of a workbook of one sheet of rows."""
    return saved(sheet(rows, title).parent)


def rebuilt(data, change=None, extra=()):
    """The same archive, each member passed through ``change(name, content)``; None drops it."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name)) if change else old.read(name)
            if content is not None:
                new.writestr(name, content)
        for name, content in extra:
            new.writestr(name, content)
    return target.getvalue()


def replaced(data, member, old, new):
    """The same archive with a text replaced in one member."""

    def change(name, content):
        if name != member:
            return content
        content = content.replace(b"<v />", b"<v></v>").replace(b" />", b"/>")
        assert old.encode() in content, content[:500]
        return content.replace(old.encode(), new.encode(), 1)

    return rebuilt(data, change)


def archive(*members):
    """An archive of these members."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name, content in members:
            new.writestr(name, content)
    return target.getvalue()


_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    ' office:version="1.3"><office:automatic-styles><style:style style:name="ta1" style:family="table">'
    '<style:table-properties table:display="true"/></style:style>'
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/>'
    "</style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet>"
    "</office:body></office:document-content>"
)


def ods_of(tables, manifest=""):
    """An OpenDocument spreadsheet of these tables."""
    return archive(
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f"{manifest}</manifest:manifest>",
        ),
        ("styles.xml", "<x/>"),
        ("content.xml", _ODS.format(tables=tables)),
    )


def refusal(name, data):
    """The name of the message with which a file is refused; it has words in every language."""
    with pytest.raises(UnreadableError) as caught:
        read_book(name, data)
    for language in Language:
        assert render(caught.value.message, language)
    return caught.value.message.name
