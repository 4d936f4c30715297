"""The XML of an OpenDocument spreadsheet: the facts of every sheet, repeated rows and cells counted out."""

from xml.parsers.expat import XMLParserType
from zipfile import ZipFile

from xuke.tables.facts import MOST_MERGES, Facts, Fault, Starts
from xuke.tables.ooxml import LAST_ROW, Scanned
from xuke.tables.precheck import UnreadableError, parser_of, streamed, texts_of

_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
_TABLE, _OFFICE, _STYLE, _TEXT = (f"{_NAMES}:{name}:1.0 " for name in ("table", "office", "style", "text"))
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"

CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"

_NUMBERS = {"float", "percentage", "currency"}


def scan(archive: ZipFile) -> Scanned:
    """Stream every text of an archive once; what is beyond a limit ends it."""
    _refuse_encrypted(archive)
    parser = parser_of()
    scanner = _Scanner(parser)
    parser.StartElementHandler, parser.EndElementHandler = scanner.start, scanner.end
    streamed(archive, CONTENT, parser)
    for member in texts_of(archive):
        if member not in {CONTENT, MANIFEST}:
            streamed(archive, member, parser_of())
    return Scanned(scanner.sheets)


def _refuse_encrypted(archive: ZipFile) -> None:
    def start(name: str, _: dict[str, str]) -> None:
        if name.endswith(" encryption-data"):
            raise UnreadableError("X001.encrypted")

    streamed(archive, MANIFEST, parser_of(start))


class _Scanner:
    """Follows tables, rows and cells."""

    def __init__(self, parser: XMLParserType) -> None:
        self._parser = parser
        self.sheets: list[Facts] = []
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._row = self._column = self._columns = 0
        self._rows = self._repeated = 1
        self._attrs: dict[str, str] = {}
        self._has_text = False
        self._starts: Starts = {
            _STYLE + "style": self._begin_style,
            _STYLE + "table-properties": self._table_properties,
            _TABLE + "table": self._begin_table,
            _TABLE + "table-column": self._begin_column,
            _TABLE + "table-row": self._begin_row,
            _TABLE + "table-cell": self._begin_cell,
            _TABLE + "covered-table-cell": self._begin_cell,
            _TEXT + "p": self._begin_text,
        }

    def start(self, name: str, attrs: dict[str, str]) -> None:
        """Handle the beginning of an element."""
        handle = self._starts.get(name)
        if handle is not None:
            handle(attrs)

    def end(self, name: str) -> None:
        """Handle the end of an element."""
        if name in {_TABLE + "table-cell", _TABLE + "covered-table-cell"}:
            self._end_cell()
        elif name == _TABLE + "table-row":
            self._row += self._rows
        elif name == _TEXT + "p":
            self._parser.CharacterDataHandler = None

    def _begin_style(self, attrs: dict[str, str]) -> None:
        self._style = attrs.get(_STYLE + "name", "")

    def _table_properties(self, attrs: dict[str, str]) -> None:
        if attrs.get(_TABLE + "display") == "false":
            self._hidden_styles.add(self._style)

    def _begin_table(self, attrs: dict[str, str]) -> None:
        is_hidden = attrs.get(_TABLE + "style-name") in self._hidden_styles
        self.sheets.append(Facts(attrs.get(_TABLE + "name", ""), is_hidden))
        self._row = self._columns = 0

    def _begin_column(self, attrs: dict[str, str]) -> None:
        count = _count(attrs, "number-columns-repeated")
        if attrs.get(_TABLE + "visibility", "visible") != "visible":
            self.sheets[-1].hidden_columns.append((self._columns, self._columns + count - 1))
        self._columns += count

    def _begin_row(self, attrs: dict[str, str]) -> None:
        self._rows = _count(attrs, "number-rows-repeated")
        self._column = 0
        # A hidden stretch to the last row of a sheet hides nothing.
        if attrs.get(_TABLE + "visibility", "visible") != "visible" and self._rows <= MOST_MERGES:
            self.sheets[-1].hidden_rows.update(range(self._row, self._row + self._rows))

    def _begin_cell(self, attrs: dict[str, str]) -> None:
        self._attrs, self._has_text = attrs, False
        self._repeated = _count(attrs, "number-columns-repeated")

    def _begin_text(self, _: dict[str, str]) -> None:
        if self._attrs:
            self._parser.CharacterDataHandler = self._see_text

    def _see_text(self, _: str) -> None:
        self._has_text = True

    def _end_cell(self) -> None:
        facts, attrs = self.sheets[-1], self._attrs
        facts.see()
        fault = _fault(attrs, self._has_text)
        if fault or attrs.get(_OFFICE + "value-type") or self._has_text:
            self._note(facts, attrs, fault)
        self._merge(facts, attrs)
        self._column += self._repeated
        self._attrs = {}

    def _note(self, facts: Facts, attrs: dict[str, str], fault: Fault | None) -> None:
        facts.see(self._rows * self._repeated)
        facts.count(self._row, self._column + self._repeated - 1, self._rows)
        for row in range(self._row, self._row + self._rows):
            for column in range(self._column, self._column + self._repeated):
                if fault is not None:
                    facts.faults[row, column] = fault
                elif attrs.get(_OFFICE + "value-type") in _NUMBERS:
                    facts.numbers[row, column] = attrs.get(_OFFICE + "value", ""), "0"

    def _merge(self, facts: Facts, attrs: dict[str, str]) -> None:
        columns, rows = _count(attrs, "number-columns-spanned"), _count(attrs, "number-rows-spanned")
        if columns * rows > 1:
            facts.merge((self._row, self._column, self._row + rows - 1, self._column + columns - 1))


def _fault(attrs: dict[str, str], has_text: bool) -> Fault | None:
    formula = attrs.get(_TABLE + "formula", "")
    if "DISPIMG(" in formula.upper():
        return Fault.IMAGE
    if "'file:" in formula or "'http" in formula:
        return Fault.LINK
    if attrs.get(_CALC) == "error":
        return Fault.ERROR
    return Fault.FORMULA if formula and not has_text and not attrs.get(_OFFICE + "value-type") else None


def _count(attrs: dict[str, str], name: str) -> int:
    count = int(attrs.get(_TABLE + name, 1))
    if not 0 < count <= LAST_ROW:
        raise ValueError(name)
    return count
