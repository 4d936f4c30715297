"""One sheet of a form: its cells set, its pattern row copied, and what stands below moved down."""

from bisect import bisect_left
from datetime import date
from typing import cast
from xml.dom.minidom import Element

from xuke.model.place import letters
from xuke.tables.filling import xml
from xuke.tables.filling.refs import Shift, area, place_of, shifted, translated
from xuke.tables.layout import Cell
from xuke.tables.present import date_text

#: The day that spreadsheet programs call 0.
DAY_ZERO = date(1899, 12, 30)

#: What belongs to its cell and would be wrong in a copy: metadata of pictures and rich values.
_OWN = ("vm", "cm")


class FormSheet:
    """The tree of a sheet; rows and cells without a number get theirs."""

    def __init__(self, name: str, data: bytes, date_styles: frozenset[str]) -> None:
        self.name = name
        self._dates = date_styles
        self._document = xml.parsed(data)
        self.root = xml.root_of(self._document)
        (self._data,) = xml.children(self.root, "sheetData")
        self._rows = {self._number(each): each for each in xml.children(self._data, "row")}
        self._expand_shared()

    def _number(self, row: Element) -> int:
        known = row.getAttribute("r")
        number = int(known) if known else self._next(row)
        row.setAttribute("r", str(number))
        column = 0
        for cell in xml.children(row, "c"):
            place = place_of(cell.getAttribute("r"))
            column = place[1] if place else column + 1
            cell.setAttribute("r", f"{letters(column)}{number}")
        return number

    def _next(self, row: Element) -> int:
        before = row.previousSibling
        while before is not None and not isinstance(before, Element):
            before = before.previousSibling
        return int(before.getAttribute("r")) + 1 if isinstance(before, Element) else 1

    def _expand_shared(self) -> None:
        """A shared formula is written out in each of its cells, which may part ways now."""
        masters: dict[str, tuple[tuple[int, int], str]] = {}
        for cell in xml.below(self._data, "c"):
            for formula in xml.children(cell, "f"):
                if formula.getAttribute("t") == "shared":
                    place = place_of(cell.getAttribute("r")) or (1, 1)
                    number, text = formula.getAttribute("si"), xml.text_of(formula)
                    masters.setdefault(number, (place, text))
                    (row, column), master = masters[number]
                    xml.set_text(formula, text or translated(master, place[0] - row, place[1] - column))
                    for name in ("t", "si", "ref"):
                        if formula.hasAttribute(name):
                            formula.removeAttribute(name)

    @property
    def merges(self) -> list[str]:
        """The merged ranges."""
        return [each.getAttribute("ref") for each in xml.below(self.root, "mergeCell")]

    def covered_by(self, row: int, column: int) -> str:
        """The merged range that a cell disappears in; empty for one that is seen."""
        for each in self.merges:
            first, last = _corners(each)
            inside = first[0] <= row <= last[0] and first[1] <= column <= last[1]
            if inside and (row, column) != first:
                return each
        return ""

    def put(self, row: int, column: int, value: Cell) -> None:
        """Set a cell, its look unchanged; nothing is written for a value that is not there."""
        cell = self._cell(row, column)
        while cell.firstChild:
            cell.removeChild(cell.firstChild)
        if cell.hasAttribute("t"):
            cell.removeAttribute("t")
        if isinstance(value, date):
            is_date = cell.getAttribute("s") in self._dates
            value = (value - DAY_ZERO).days if is_date else date_text(value)
        if isinstance(value, str):
            self._put_text(cell, value)
        elif value is not None:
            holder = xml.like(cell, "v")
            cell.appendChild(holder)
            xml.set_text(holder, str(value))

    def _put_text(self, cell: Element, text: str) -> None:
        cell.setAttribute("t", "inlineStr")
        outer, inner = xml.like(cell, "is"), xml.like(cell, "t")
        inner.setAttribute("xml:space", "preserve")
        xml.set_text(inner, text)
        outer.appendChild(inner)
        cell.appendChild(outer)

    def _cell(self, row: int, column: int) -> Element:
        line = self._row(row)
        known = {(place_of(each.getAttribute("r")) or (0, 0))[1]: each for each in xml.children(line, "c")}
        if column not in known:
            cell = xml.like(line, "c")
            cell.setAttribute("r", f"{letters(column)}{row}")
            if line.hasAttribute("s"):
                cell.setAttribute("s", line.getAttribute("s"))
            after = min((each for each in known if each > column), default=None)
            line.insertBefore(cell, known[after] if after else None)
            known[column] = cell
        return known[column]

    def _row(self, row: int) -> Element:
        if row not in self._rows:
            line = xml.like(self._data, "row")
            line.setAttribute("r", str(row))
            numbers = sorted(self._rows)
            place = bisect_left(numbers, row)
            self._data.insertBefore(line, self._rows[numbers[place]] if place < len(numbers) else None)
            self._rows[row] = line
        return self._rows[row]

    def grow(self, shift: Shift) -> None:
        """Put rows in below the body, made like its pattern row, and move what stands below."""
        pattern = self._row(shift.start)
        moved = {shift.row(number): row for number, row in self._rows.items()}
        self._rows = {}
        for number, row in moved.items():
            _renumber(row, number)
            self._rows[number] = row
        self._move_references(shift)
        merges = [each for each in self.merges if _rows_of(each) == (shift.start, shift.start)]
        anchor = pattern if shift.until == shift.start else self._row(shift.until)
        following = cast(Element | None, anchor.nextSibling)
        for number in range(shift.until + 1, shift.until + shift.more + 1):
            row = _copy(pattern, number, number - shift.start)
            self._data.insertBefore(row, following)
            self._rows[number] = row
        self._add_merges(merges, shift)

    def _move_references(self, shift: Shift) -> None:
        for node in xml.below(self.root, "mergeCell"):
            node.setAttribute("ref", _kept_or_moved(node.getAttribute("ref"), shift))
        for node in xml.below(self.root, "f", "formula", "formula1", "formula2"):
            xml.set_text(node, shifted(xml.text_of(node), shift, self.name))
            _move(node, "ref", shift)
        for node in xml.below(self.root, "sqref"):
            xml.set_text(node, area(xml.text_of(node), shift))
        names = ("conditionalFormatting", "dataValidation", "protectedRange", "ignoredError", "selection")
        for node in xml.below(self.root, *names):
            _move(node, "sqref", shift)
        for node in xml.below(self.root, "dimension", "hyperlink", "autoFilter"):
            _move(node, "ref", shift)
        for node in xml.below(self.root, "rowBreaks"):
            for each in xml.children(node, "brk"):
                row = int(each.getAttribute("id"))
                each.setAttribute("id", str(row + shift.more if row >= shift.until else row))

    def _add_merges(self, merges: list[str], shift: Shift) -> None:
        for holder in xml.below(self.root, "mergeCells"):
            for number in range(shift.until + 1, shift.until + shift.more + 1):
                for each in merges:
                    node = xml.like(holder, "mergeCell")
                    node.setAttribute("ref", translated(each, number - shift.start))
                    holder.appendChild(node)
            holder.setAttribute("count", str(len(xml.children(holder, "mergeCell"))))

    def follow(self, shift: Shift) -> None:
        """Formulas that speak of rows of another sheet go where those went."""
        for node in xml.below(self.root, "f", "formula", "formula1", "formula2"):
            xml.set_text(node, shifted(xml.text_of(node), shift, self.name))

    def forget_results(self) -> bool:
        """Drop what formulas came to before, so that every program computes them; whether there are any."""
        found = False
        for cell in xml.below(self._data, "c"):
            if xml.children(cell, "f"):
                found = True
                for value in xml.children(cell, "v"):
                    cell.removeChild(value)
                if cell.hasAttribute("t"):
                    cell.removeAttribute("t")
        return found

    def written(self) -> bytes:
        """The member as it is now."""
        for node in xml.below(self._data, "row"):
            if node.hasAttribute("spans"):
                node.removeAttribute("spans")
        return xml.serialised(self._document)


def _corners(ref: str) -> tuple[tuple[int, int], tuple[int, int]]:
    first, _, last = ref.partition(":")
    return place_of(first) or (0, 0), place_of(last or first) or (0, 0)


def _rows_of(ref: str) -> tuple[int, int]:
    first, last = _corners(ref)
    return first[0], last[0]


def _kept_or_moved(ref: str, shift: Shift) -> str:
    """A merge within the pattern row stays in it; the copies get their own."""
    return ref if _rows_of(ref) == (shift.start, shift.start) else area(ref, shift)


def _move(node: Element, name: str, shift: Shift) -> None:
    if node.hasAttribute(name):
        node.setAttribute(name, area(node.getAttribute(name), shift))


def _renumber(row: Element, number: int) -> None:
    row.setAttribute("r", str(number))
    for cell in xml.children(row, "c"):
        place = place_of(cell.getAttribute("r")) or (0, 1)
        cell.setAttribute("r", f"{letters(place[1])}{number}")


def _copy(pattern: Element, number: int, rows: int) -> Element:
    """The pattern row with its looks, height and formulas."""
    row = cast(Element, pattern.cloneNode(deep=True))
    _renumber(row, number)
    for cell in xml.children(row, "c"):
        for name in _OWN:
            if cell.hasAttribute(name):
                cell.removeAttribute(name)
        for formula in xml.children(cell, "f"):
            xml.set_text(formula, translated(xml.text_of(formula), rows))
    return row
