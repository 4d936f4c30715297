"""Charts of a table: which rows and columns they draw, and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from xuke.tables.layout import Bars, Row, Show, Table
from xuke.tables.sheet import Chart

FORMATS = {Show.PERCENT: "0%"}

#: Points of a row without a height of its own, under the default font.
DEFAULT_ROW = 14.25


@dataclass(frozen=True, slots=True)
class Frame:
    """Where charts may stand: below row ``last``, on one page of so many points.

    The body begins below row ``head``; ``origins`` are the rows of the table that it shows.
    """

    head: int
    last: int
    origins: Sequence[int]
    width: float
    height: float


def charts_of(table: Table, rows: Sequence[Row], frame: Frame) -> tuple[Chart, ...]:
    """The charts of a table, one below the other; none that would draw nothing."""
    height = frame.height / max(len(table.charts), 1)
    step = int(height / DEFAULT_ROW)
    found: list[Chart] = []
    for bars in table.charts:
        spans = [
            place for place, origin in enumerate(frame.origins) if rows[origin].groups[:1] == (bars.group,)
        ]
        places = [table.place(name) for name in bars.series]
        cells = (rows[frame.origins[span]].cells[place] for span in spans for place in places)
        if any(cell is not None for cell in cells):
            anchor = frame.last + 1 + step * len(found)
            size = frame.width, (step - 1) * DEFAULT_ROW
            found.append(_chart(table, bars, frame.head + spans[0] + 1, len(spans), anchor, size))
    return tuple(found)


def _chart(table: Table, bars: Bars, first: int, count: int, anchor: int, size: tuple[float, float]) -> Chart:
    places = [table.place(name) for name in bars.series]
    series = tuple((place + 1, table.columns[place].title) for place in places)
    form = FORMATS.get(bars.show, "General")
    names = table.place(bars.names) + 1
    return Chart(bars.title, names, series, first, first + count - 1, form, anchor, *size)
