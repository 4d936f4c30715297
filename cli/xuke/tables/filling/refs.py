"""References to cells in formulas and ranges, when rows are put in below a pattern row."""

import re
from typing import NamedTuple

from xuke.model.place import letters

_REFERENCE = re.compile(
    r'"(?:[^"]|"")*"'
    r"|(?<![\w.$\]!])(?P<sheet>(?:'(?:[^']|'')+'|[\w.]+)!)?"
    r"(?:(?P<c1>\$?[A-Za-z]{1,3})(?P<r1>\$?[0-9]{1,7})(?::(?P<c2>\$?[A-Za-z]{1,3})(?P<r2>\$?[0-9]{1,7}))?"
    r"|(?P<w1>\$?[0-9]{1,7}):(?P<w2>\$?[0-9]{1,7}))(?![\w(.!])"
)

_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})").fullmatch


class Shift(NamedTuple):
    """``more`` rows put in below row ``until``, the last of those made from row ``start``."""

    sheet: str
    start: int
    until: int
    more: int

    def row(self, row: int) -> int:
        """Where a row goes."""
        return row + self.more if row > self.until else row

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where a run of rows goes; one that holds the last row of the body grows with it."""
        return self.row(first), last + self.more if last >= self.until else last


def column_number(letters: str) -> int:
    """A column counted from 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def place_of(text: str) -> tuple[int, int] | None:
    """Row and column of a cell as it is written, such as ``$B$5``; None for anything else."""
    found = _PLACE(text)
    return (int(found[2]), column_number(found[1])) if found else None


def shifted(formula: str, shift: Shift, home: str) -> str:
    """A formula of the sheet ``home`` after the shift."""
    return _REFERENCE.sub(lambda found: _moved(found, shift, home), formula)


def _moved(found: re.Match[str], shift: Shift, home: str) -> str:
    named = found["sheet"]
    sheet = named[:-1].strip("'").replace("''", "'") if named else home
    if sheet != shift.sheet:
        return found[0]
    if found["w1"]:
        return (named or "") + _run(found["w1"], found["w2"], shift)
    if found["r1"] is None:
        return found[0]
    if found["r2"] is None:
        return (
            (named or "") + found["c1"] + _dollar(found["r1"]) + str(shift.row(int(found["r1"].lstrip("$"))))
        )
    first, last = _run(found["r1"], found["r2"], shift).split(":")
    return f"{named or ''}{found['c1']}{first}:{found['c2']}{last}"


def _run(first: str, last: str, shift: Shift) -> str:
    top, bottom = shift.span(int(first.lstrip("$")), int(last.lstrip("$")))
    return f"{_dollar(first)}{top}:{_dollar(last)}{bottom}"


def _dollar(text: str) -> str:
    return "$" if text.startswith("$") else ""


def translated(formula: str, rows: int, columns: int = 0) -> str:
    """A formula copied so many rows down and columns to the right: what is not fixed by ``$`` goes along."""
    return _REFERENCE.sub(lambda found: _copied(found, rows, columns), formula)


def _copied(found: re.Match[str], rows: int, columns: int) -> str:
    if found["r1"] is None and found["w1"] is None:
        return found[0]
    if found["w1"]:
        return (found["sheet"] or "") + ":".join(_down(found[name], rows) for name in ("w1", "w2"))
    first = _right(found["c1"], columns) + _down(found["r1"], rows)
    rest = ":" + _right(found["c2"], columns) + _down(found["r2"], rows) if found["r2"] else ""
    return (found["sheet"] or "") + first + rest


def _down(text: str, rows: int) -> str:
    return text if text.startswith("$") else str(int(text) + rows)


def _right(text: str, columns: int) -> str:
    return text if text.startswith("$") or not columns else letters(column_number(text) + columns)


def area(text: str, shift: Shift) -> str:
    """A list of ranges parted by blanks, as conditional formats have it; a single cell grows too."""
    return " ".join(_area(each, shift) for each in text.split())


def _area(text: str, shift: Shift) -> str:
    first, _, last = text.partition(":")
    one, other = place_of(first), place_of(last or first)
    if one is None or other is None:
        return shifted(text, shift, shift.sheet)
    top, bottom = shift.span(one[0], other[0])
    start, end = re.sub("[0-9]+", str(top), first), re.sub("[0-9]+", str(bottom), last or first)
    return start if start == end else f"{start}:{end}"
