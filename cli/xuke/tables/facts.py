"""What the XML of a sheet says beyond its values: numbers as written, formulas, merges, what is hidden."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from xuke.tables.precheck import UnreadableError

#: Limits of a sheet: rows with content, columns, merged ranges, cells, and the rectangle that they span.
MOST_ROWS, MOST_COLUMNS, MOST_MERGES, MOST_CELLS, MOST_AREA = 50_000, 256, 20_000, 3_000_000, 6_000_000

#: Row and column, counted from 0.
Place = tuple[int, int]

#: First row, first column, last row, last column, all within.
Range = tuple[int, int, int, int]


class Fault(StrEnum):
    """Why the value of a cell cannot be taken; the value is the second half of a message's name."""

    FORMULA = "formula"
    LINK = "link"
    IMAGE = "image"
    ERROR = "error"


@dataclass(slots=True)
class Facts:
    """One sheet, as far as the library that reads its values does not tell."""

    name: str
    is_hidden: bool = False
    #: Numbers as written, and their format.
    numbers: dict[Place, tuple[str, str]] = field(default_factory=dict)
    #: Number formats of texts, where they are not the usual one.
    formats: dict[Place, str] = field(default_factory=dict)
    faults: dict[Place, Fault] = field(default_factory=dict)
    merges: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[Place] = field(default_factory=list)
    rows: int = 0
    height: int = 0
    width: int = 0
    cells: int = 0

    def count(self, row: int, column: int, repeated: int = 1) -> None:
        """Note a cell with content; ``repeated`` rows of them at once."""
        if row < self.height and column < self.width:
            return
        if row >= self.height:
            self.rows += repeated
            self.height = row + repeated
        self.width = max(self.width, column + 1)
        self._limit("X001.rows", self.rows, MOST_ROWS)
        self._limit("X001.columns", self.width, MOST_COLUMNS)
        if self.height * self.width > MOST_AREA:
            raise UnreadableError("X001.area", sheet=self.name, row=row + 1, most=MOST_ROWS)

    def see(self, cells: int = 1) -> None:
        """Note cells, with or without content."""
        self.cells += cells
        if self.cells > MOST_CELLS:
            self._limit("X001.cells", self.cells, MOST_CELLS)

    def merge(self, found: Range) -> None:
        """Note a merged range."""
        self.merges.append(found)
        self._limit("X001.merges", len(self.merges), MOST_MERGES)

    def _limit(self, name: str, count: int, most: int) -> None:
        if count > most:
            raise UnreadableError(name, sheet=self.name, most=most)

    def hides(self, place: Place) -> bool:
        """Whether a cell stands in a hidden row or column."""
        row, column = place
        return row in self.hidden_rows or any(first <= column <= last for first, last in self.hidden_columns)


#: What is done at the beginning of an element, by its name.
Starts = dict[str, Callable[[dict[str, str]], None]]
