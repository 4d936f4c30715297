"""The XML of an Excel workbook: its sheets in order, number formats, and the facts of every sheet."""

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from xml.parsers.expat import XMLParserType
from zipfile import ZipFile

from xuke.tables.facts import Facts, Fault, Range, Starts
from xuke.tables.precheck import UnreadableError, parser_of, streamed, texts_of

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

WORKBOOK = "xl/workbook.xml"

#: Excel's last row and column.
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

_TRUE = {"1", "true"}
_REF = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LINK = re.compile(r"\[[0-9]+\]|\[[^\]]+\.xl")


@dataclass(slots=True)
class Workbook:
    """What the parts around the sheets say."""

    sheets: list[tuple[str, str, bool]]
    is_1904: bool = False
    is_strict: bool = False


@dataclass(slots=True)
class Scanned:
    """All sheets of a workbook in order; ``has_macros`` tells of a program inside."""

    sheets: list[Facts]
    is_1904: bool = False
    has_macros: bool = False


def scan(archive: ZipFile) -> Scanned:
    """Stream every text of an archive once; what is beyond a limit ends it."""
    names = {each.casefold(): each for each in archive.namelist()}
    book = _workbook(archive, names[WORKBOOK])
    if book.is_strict:
        raise UnreadableError("X001.strict")
    targets = _targets(archive, names.get("xl/_rels/workbook.xml.rels"))
    formats = formats_of(archive)
    sheets, read = [], set()
    for name, relation, is_hidden in book.sheets:
        member = names.get(targets.get(relation, "").casefold(), "")
        if member and "/worksheets/" in member:
            sheets.append(_sheet(archive, member, Facts(name, is_hidden), formats))
            read.add(member)
    for member in texts_of(archive):
        if member not in read:
            streamed(archive, member, parser_of())
    return Scanned(sheets, book.is_1904, "xl/vbaproject.bin" in names)


def _workbook(archive: ZipFile, member: str) -> Workbook:
    found = Workbook([])

    def start(name: str, attrs: dict[str, str]) -> None:
        space, _, local = name.partition(" ")
        found.is_strict = found.is_strict or space == STRICT
        if local == "sheet":
            state = attrs.get("state", "visible")
            found.sheets.append((attrs["name"], attrs.get(RELATION, ""), state != "visible"))
        elif local == "workbookPr":
            found.is_1904 = attrs.get("date1904") in _TRUE

    streamed(archive, member, parser_of(start))
    return found


def _targets(archive: ZipFile, member: str | None) -> dict[str, str]:
    """The member of each relation of the workbook."""
    found: dict[str, str] = {}

    def start(name: str, attrs: dict[str, str]) -> None:
        if name == f"{PACKAGE} Relationship" and attrs.get("TargetMode") != "External":
            target = posixpath.join("/xl", attrs["Target"])
            found[attrs["Id"]] = posixpath.normpath(target).lstrip("/")

    if member:
        streamed(archive, member, parser_of(start))
    return found


def formats_of(archive: ZipFile) -> list[str]:
    """The number format of each cell style: its code, or the number of a built-in one."""
    names = {each.casefold(): each for each in archive.namelist()}
    return _formats(archive, names.get("xl/styles.xml"))


def _formats(archive: ZipFile, member: str | None) -> list[str]:
    codes: dict[str, str] = {}
    found: list[str] = []
    inside = [False]

    def start(name: str, attrs: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if local == "numFmt":
            codes[attrs["numFmtId"]] = attrs.get("formatCode", "")
        elif local in {"cellXfs", "cellStyleXfs", "dxfs"}:
            inside[0] = local == "cellXfs"
        elif local == "xf" and inside[0]:
            number = attrs.get("numFmtId", "0")
            found.append(codes.get(number, number))

    if member:
        streamed(archive, member, parser_of(start))
    return found


def _sheet(archive: ZipFile, member: str, facts: Facts, formats: list[str]) -> Facts:
    parser = parser_of()
    scanner = _Scanner(parser, facts, formats)
    parser.StartElementHandler = scanner.start
    streamed(archive, member, parser)
    scanner.finish()
    return facts


class _Scanner:
    """Follows rows and cells; the text of a value is only gathered where it is a number or a formula."""

    def __init__(self, parser: XMLParserType, facts: Facts, formats: list[str]) -> None:
        self._parser, self._facts = parser, facts
        self._formats = {str(style): form for style, form in enumerate(formats)}
        self._row = self._column = -1
        self._sort = self._style = ""
        self._value: list[str] = []
        self._formula: list[str] | None = None
        self._has_value = self._gathers = False
        self._starts: Starts = {
            f"{MAIN} c": self._cell,
            f"{MAIN} v": self._begin_value,
            f"{MAIN} is": self._inline,
            f"{MAIN} f": self._begin_formula,
            f"{MAIN} row": self._begin_row,
            f"{MAIN} col": self._column_of,
            f"{MAIN} mergeCell": self._merge,
        }

    def start(self, name: str, attrs: dict[str, str]) -> None:
        """Handle one element; all others only end the text of a value."""
        handle = self._starts.get(name)
        if handle is not None:
            if self._gathers:
                self._gathers, self._parser.CharacterDataHandler = False, None
            handle(attrs)

    def _begin_row(self, attrs: dict[str, str]) -> None:
        self.finish()
        self._row = int(attrs["r"]) - 1 if "r" in attrs else self._row + 1
        self._column = -1
        if not 0 <= self._row < LAST_ROW:
            raise ValueError(self._row)
        if attrs.get("hidden") in _TRUE:
            self._facts.hidden_rows.add(self._row)

    def _cell(self, attrs: dict[str, str]) -> None:
        if self._has_value or self._formula is not None:
            self.finish()
        self._facts.see()
        self._sort, self._style = attrs.get("t", "n"), attrs.get("s", "0")
        self._column = _column_in(attrs["r"]) if "r" in attrs else self._column + 1

    def _begin_value(self, _: dict[str, str]) -> None:
        if self._sort == "s":
            self._note_text()
            return
        self._has_value = True
        self._value = []
        self._gather(self._value)

    def _inline(self, _: dict[str, str]) -> None:
        if self._sort == "inlineStr":
            self._note_text()
        else:
            self._has_value = True

    def _begin_formula(self, _: dict[str, str]) -> None:
        self._formula = []
        self._gather(self._formula)

    def _gather(self, texts: list[str]) -> None:
        self._gathers, self._parser.CharacterDataHandler = True, texts.append

    def finish(self) -> None:
        """Note the cell that ends here."""
        if self._formula is not None:
            self._note_formula("".join(self._formula))
            self._formula = None
        if self._has_value:
            self._note_value()
            self._has_value = False

    def _note_formula(self, text: str) -> None:
        place = self._row, self._column
        is_empty = not any(self._value) or not self._has_value
        if "DISPIMG(" in text.upper():
            self._facts.faults[place] = Fault.IMAGE
        elif _LINK.search(text):
            self._facts.faults[place] = Fault.LINK
        elif is_empty and self._sort != "str":
            self._facts.faults[place] = Fault.FORMULA
        else:
            return
        self._facts.count(*place)

    def _note_value(self) -> None:
        if self._sort == "n":
            self._note_number("".join(self._value))
        elif self._sort == "e":
            self._facts.faults.setdefault((self._row, self._column), Fault.ERROR)
            self._facts.count(self._row, self._column)
        else:
            self._note_text()

    def _note_number(self, text: str) -> None:
        if text:
            place = self._row, self._column
            self._facts.numbers[place] = text.strip(), self._formats.get(self._style, "0")
            self._facts.count(*place)

    def _note_text(self) -> None:
        place = self._row, self._column
        form = self._formats.get(self._style, "0")
        if form != "0":
            self._facts.formats[place] = form
        self._facts.count(*place)

    def _column_of(self, attrs: dict[str, str]) -> None:
        if attrs.get("hidden") in _TRUE:
            self._facts.hidden_columns.append((int(attrs["min"]) - 1, int(attrs["max"]) - 1))

    def _merge(self, attrs: dict[str, str]) -> None:
        self._facts.merge(_range(attrs["ref"]))


def _range(ref: str) -> Range:
    first, _, last = ref.partition(":")
    return (*_place(first), *_place(last or first))


def _place(ref: str) -> tuple[int, int]:
    found = _REF.fullmatch(ref)
    if found is None:
        raise ValueError(ref)
    return int(found[2]) - 1, _column(found[1])


def _column_in(ref: str) -> int:
    return _column(ref.rstrip("0123456789"))


@lru_cache(LAST_COLUMN)
def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    if not 0 < column <= LAST_COLUMN:
        raise ValueError(letters)
    return column - 1
