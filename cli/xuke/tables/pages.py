"""Where pages end: rows by height, cells over several rows cut where a page ends."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple


class Run(NamedTuple):
    """Rows ``start`` to before ``end`` that share one cell of a column, and the height it needs."""

    column: int
    start: int
    end: int
    need: float


class Page(NamedTuple):
    """Rows ``start`` to before ``end``, and the heights that hold all cells on this page."""

    start: int
    end: int
    heights: tuple[float, ...]


def paged(heights: Sequence[float], runs: Sequence[Run], first: float, others: float) -> list[Page]:
    """As many rows a page as fit; ``first`` and ``others`` are what pages can take."""
    found: list[Page] = []
    around = _around(len(heights), runs)
    start, page = 0, Page(0, 0, ())
    for end in range(1, len(heights) + 1):
        larger = _settled(heights, around, start, end)
        room = others if found else first
        if sum(larger.heights) > room and page.end > start:
            found.append(page)
            start = page.end
            larger = _settled(heights, around, start, end)
        page = larger
    return [*found, page] if page.end > start else found


def _around(count: int, runs: Sequence[Run]) -> list[list[Run]]:
    """The runs that each row is part of."""
    around: list[list[Run]] = [[] for _ in range(count)]
    for run in runs:
        for row in range(run.start, run.end):
            around[row].append(run)
    return around


def _settled(heights: Sequence[float], around: list[list[Run]], start: int, end: int) -> Page:
    """Heights of one page, raised where the part of a shared cell on it needs more."""
    found = list(heights[start:end])
    runs = {run for row in range(start, end) for run in around[row]}
    for run in sorted(runs, key=lambda run: (run.end - run.start, run)):
        top, bottom = max(run.start, start), min(run.end, end)
        lack = run.need - sum(found[top - start : bottom - start])
        found[bottom - start - 1] += max(lack, 0)
    return Page(start, end, tuple(found))


def parts(runs: Sequence[Run], pages: Sequence[Page]) -> Iterator[Run]:
    """The runs cut where pages end, without those that are left with one row."""
    ends = [page.end for page in pages]
    for run in runs:
        inner = ends[bisect_right(ends, run.start) : bisect_left(ends, run.end)]
        cuts = [run.start, *inner, run.end]
        for start, end in pairwise(cuts):
            if end - start > 1:
                yield run._replace(start=start, end=end)
