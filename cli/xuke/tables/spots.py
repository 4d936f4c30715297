"""Where a workbook speaks of the register: the row of every record and element, and the cells in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from xuke.model.place import Location, cell_at
from xuke.model.record import Key

#: A field by the names on the way to it; elements of lists by their keys.
Steps = tuple[str, ...]

#: A record, and what is meant in it.
Spot = tuple[Key, Steps]


class Line(NamedTuple):
    """A row: the cell that stands for it, and the column of every field that its sheet has."""

    place: Location
    columns: Mapping[Steps, int] = {}

    def cell(self, within: Steps) -> Location | None:
        """The cell of a field, blank or not; None where the sheet has no such column."""
        column = self.columns.get(within)
        if column is None:
            return None
        return cell_at(self.place.path, self.place.sheet, self.place.start.line, column + 1)


@dataclass(frozen=True, slots=True)
class Spots:
    """The rows of all workbooks of one run, by what they are about."""

    lines: dict[Spot, list[Line]] = field(default_factory=dict)
    #: The first row of every list that has rows.
    lists: dict[Spot, Location] = field(default_factory=dict)
    #: Cells that say again what a cell above says of the same record.
    repeats: dict[Spot, list[Location]] = field(default_factory=dict)

    def see(self, key: Key, steps: Steps, line: Line) -> None:
        """Note the row of a record or of an element in it."""
        self.lines.setdefault((key, steps), []).append(line)

    def add(self, other: "Spots") -> None:
        """Take over what another workbook speaks of."""
        for spot, lines in other.lines.items():
            self.lines.setdefault(spot, []).extend(lines)
        self.lists.update(other.lists)
        self.repeats.update(other.repeats)

    def nearest(self, key: Key, steps: Steps) -> tuple[Location, Spot] | None:
        """The cell of a field or of the nearest thing around it, and what that is."""
        if (key, steps) in self.lists:
            return self.lists[key, steps], (key, steps)
        for count in range(len(steps), -1, -1):
            lines = self.lines.get((key, steps[:count]), [])
            for depth in range(len(steps), count, -1):
                for line in reversed(lines):
                    cell = line.cell(steps[count:depth])
                    if cell:
                        return cell, (key, steps[:depth])
            if lines:
                return lines[-1].place, (key, steps[:count])
        return None

    def known(self) -> dict[Key, list[Steps]]:
        """What is spoken of in each record: itself, its lists and their elements."""
        found: dict[Key, list[Steps]] = {}
        for key, steps in (*self.lines, *self.lists):
            found.setdefault(key, []).append(steps)
        return found

    def fields(self, key: Key, steps: Steps) -> Iterator[Steps]:
        """The fields of a record or an element that have a column."""
        for line in self.lines.get((key, steps), ()):
            yield from ((*steps, *within) for within in line.columns)
