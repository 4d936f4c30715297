"""Several tables under headings, with remarks: for a terminal or as Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from xuke.calendar.working_days import UnknownYear
from xuke.figures.dues import no_calendar
from xuke.figures.stated import percentage
from xuke.model.diagnostic import Label, Message, Word, say
from xuke.model.limit import Limit, limit_said
from xuke.report.grid import grid_lines
from xuke.words.markdown import plain, row
from xuke.words.render import Language, label, render


@dataclass(frozen=True, slots=True)
class Section:
    """A table and what is to be said about it; without headings, remarks only."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    remarks: Sequence[str] = ()


def text_lines(title: str, sections: Sequence[Section], widest: int | None = None) -> Iterator[str]:
    """The sections one below another; cells wider than ``widest`` cells of the screen are broken."""
    yield title
    for each in sections:
        yield from ("", each.title)
        if each.headings:
            yield from grid_lines(each.headings, each.rows, widest)
        yield from each.remarks


def markdown_lines(title: str, sections: Sequence[Section]) -> Iterator[str]:
    """The sections as Markdown that shows every sign as it is."""
    yield f"# {plain(title)}"
    for each in sections:
        yield from ("", f"## {plain(each.title)}")
        if each.headings:
            yield from ("", row(each.headings), row(["---"] * len(each.headings)))
            yield from (row([plain(cell) for cell in cells]) for cells in each.rows)
        for remark in each.remarks:
            yield from ("", plain(remark))


def told(word: Word, language: Language) -> str:
    """A word in a language."""
    match word:
        case Message():
            return render(word, language)
        case Label():
            return label(word, language)
    return str(word)


def number(value: float | Decimal | None) -> str:
    """A number without needless zeros; empty for none."""
    if value is None:
        return ""
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return f"{exact.to_integral_value() if exact == exact.to_integral_value() else exact:f}"


def percent(share: Fraction | None, decimals: int = 1) -> str:
    """A share as a percentage; empty for none."""
    return "" if share is None else percentage(share, decimals)


def limit_text(limit: Limit, language: Language) -> str:
    """A limit as it is read."""
    return render(limit_said(limit), language)


def day_text(day: date | UnknownYear | None, language: Language) -> str:
    """A day, or why there is none."""
    match day:
        case UnknownYear():
            return render(no_calendar(day), language)
        case None:
            return render(say("stats.no_day"), language)
    return str(day)
