"""What a file handed in really is, and whether its archive is sound, before any library opens it."""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as DeflateError  # noqa: N812

from xuke.model.diagnostic import Word, say

MEBI = 1 << 20

#: Bytes of a file and of all that it holds; how far a member larger than ``MEBI`` may be packed.
LARGEST, INFLATED, RATIO = 20 * MEBI, 200 * MEBI, 200

#: Members of an archive; a workbook has some dozens.
MOST_MEMBERS = 5000

_CHUNK = 1 << 18

_ENCRYPTED = 0x1

#: Members whose text is streamed; what else an archive holds (pictures) is never unpacked.
_TEXTS = (".xml", ".rels", ".vml")

_ODS = b"application/vnd.oasis.opendocument.spreadsheet"

_TEXT_NAMES = (".csv", ".txt", ".tsv")

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

#: Streams of a compound file by the name in its directory, and what such a file is.
_STREAMS = (
    ("EncryptedPackage", "X001.encrypted"),
    ("WordDocument", "X001.word"),
    ("Workbook", "X001.old"),
    ("Book", "X001.old"),
)

#: First bytes of files that are no workbooks, in small letters.
_HEADS = (
    (b"mime-version:", "X001.html"),
    (b"%pdf", "X001.other"),
    (b"{\\rtf", "X001.word"),
    (b"\x89png", "X001.other"),
    (b"\xff\xd8\xff", "X001.other"),
    (b"gif8", "X001.other"),
    (b"rar!", "X001.other"),
    (b"7z\xbc\xaf", "X001.other"),
    (b"\x1f\x8b", "X001.other"),
    (b"\xff\xfe", "X001.unicode"),
    (b"\xfe\xff", "X001.unicode"),
)

_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<")
_SHEET_XML = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet|mso-application", re.IGNORECASE)


class Format(StrEnum):
    """The kinds of files that are read."""

    XLSX = "xlsx"
    ODS = "ods"
    CSV = "csv"


class UnreadableError(Exception):
    """A file that is not read at all; the message says what it is and the way out."""

    def __init__(self, name: str, /, **words: Word) -> None:
        super().__init__(name)
        self.message = say(name, **words)


def format_of(name: str, data: bytes) -> Format:
    """What a file is by its content; its name only tells whether a text was meant as a table."""
    if PurePath(name).name.startswith("~$"):
        raise UnreadableError("X001.owner")
    if not data:
        raise UnreadableError("X001.empty")
    if len(data) > LARGEST:
        raise UnreadableError("X001.large", most=LARGEST // MEBI)
    if data.startswith(b"PK"):
        return _archived(data)
    return _plain(name, data)


def _plain(name: str, data: bytes) -> Format:
    if data.startswith(_COMPOUND):
        streams = (what for stream, what in _STREAMS if stream.encode("utf-16-le") in data)
        raise UnreadableError(next(streams, "X001.other"))
    head = data[:4096].lower()
    for start, what in _HEADS:
        if head.startswith(start):
            raise UnreadableError(what)
    if _MARKUP.match(head):
        raise UnreadableError("X001.xml" if _SHEET_XML.search(head) else "X001.html")
    if b"\0" in data:
        raise UnreadableError("X001.other")
    if PurePath(name).suffix.lower() not in _TEXT_NAMES:
        raise UnreadableError("X001.text")
    return Format.CSV


def _archived(data: bytes) -> Format:
    with opened(data) as archive:
        names = {each.casefold() for each in archive.namelist()}
        if "xl/workbook.xml" in names:
            return Format.XLSX
        if "mimetype" in names and _head(archive, "mimetype").startswith(_ODS):
            return Format.ODS
    for member, what in (("encryptedpackage", "X001.encrypted"), ("xl/workbook.bin", "X001.binary")):
        if member in names:
            raise UnreadableError(what)
    is_text = any(each.startswith("word/") for each in names)
    raise UnreadableError("X001.word" if is_text else "X001.other")


def _head(archive: ZipFile, name: str) -> bytes:
    with _guarded(name), archive.open(name) as member:
        return member.read(200)


def opened(data: bytes) -> ZipFile:
    """The archive of a workbook, its directory checked; nothing of it is unpacked yet."""
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        raise UnreadableError("X001.truncated") from None
    _check_directory(archive.infolist())
    return archive


def _check_directory(members: list[ZipInfo]) -> None:
    seen: set[str] = set()
    for each in members:
        if each.filename.casefold() in seen:
            raise UnreadableError("X001.twice", member=each.filename)
        seen.add(each.filename.casefold())
        if _escapes(each.filename):
            raise UnreadableError("X001.escapes", member=each.filename)
        if each.flag_bits & _ENCRYPTED:
            raise UnreadableError("X001.encrypted")
        if each.file_size > MEBI and each.file_size > RATIO * max(each.compress_size, 1):
            raise UnreadableError("X001.packed", member=each.filename, most=RATIO)
    if len(members) > MOST_MEMBERS:
        raise UnreadableError("X001.members", most=MOST_MEMBERS)
    if sum(each.file_size for each in members) > INFLATED:
        raise UnreadableError("X001.inflated", most=INFLATED // MEBI)


def _escapes(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\")) or ":" in name or "\0" in name


class _guarded:  # noqa: N801
    """Turns whatever unpacking and parsing raise about one member into one refusal."""

    def __init__(self, member: str) -> None:
        self._member = member

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if kind is not None and issubclass(kind, _FAULTS):
            raise UnreadableError("X001.damaged", member=self._member) from None


#: What zipfile, zlib and expat raise for a member that is not what it says.
_FAULTS = (
    BadZipFile,
    DeflateError,
    EOFError,
    ExpatError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    UnicodeError,
    ValueError,
    OverflowError,
)


def streamed(archive: ZipFile, member: str, parser: XMLParserType) -> None:
    """Parse one member piece by piece; a DOCTYPE, which could define entities, is refused."""
    parser.StartDoctypeDeclHandler = _refuse_doctype
    with _guarded(member), archive.open(member) as file:
        for piece in iter(lambda: file.read(_CHUNK), b""):
            parser.Parse(piece)
        parser.Parse(b"", True)


def _refuse_doctype(*_: object) -> None:
    raise UnreadableError("X001.doctype")


def parser_of(start: Callable[[str, dict[str, str]], None] | None = None) -> XMLParserType:
    """A streaming parser; names come as ``namespace name``, attributes without one as they are."""
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    return parser


def texts_of(archive: ZipFile) -> Iterator[str]:
    """The members that hold XML, in the order of the archive."""
    return (each for each in archive.namelist() if each.lower().endswith(_TEXTS))
