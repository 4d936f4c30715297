"""Rows as a table for a terminal, as CSV, or as JSON; the only door to tabulate."""

import csv
import io
from collections.abc import Iterator, Sequence

from xuke.words.inert import inert


def grid_lines(
    headings: Sequence[str], rows: Sequence[Sequence[str]], widest: int | None = None
) -> Iterator[str]:
    """A plain table; widths count cells of the screen, and codes stay as they are."""
    from tabulate import tabulate  # noqa: PLC0415

    limits = None if widest is None else [widest] * len(headings)
    text = tabulate(rows, headers=headings, tablefmt="simple", disable_numparse=True, maxcolwidths=limits)
    yield from text.splitlines()


def csv_lines(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Comma-separated values, quoted where needed, never formulas; one record may take several lines."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(map(inert, row) for row in (headings, *rows))
    # Not splitlines: a value may hold U+2028, which is no line of the file.
    yield from text.getvalue().removesuffix("\n").split("\n")
