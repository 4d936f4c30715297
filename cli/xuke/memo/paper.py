"""A paper as a list of blocks, before it takes the form of Word, Markdown or a page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from xuke.words.zh import gongwen as zh


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; ``style`` is a key of the style names, ``lead`` a heading on its first line."""

    style: str
    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; ``widths`` are shares of the line, ``framed`` draws its borders.

    A cell that is None goes on from the row above.
    """

    heads: Sequence[str]
    rows: Sequence[Sequence[str | None]]
    widths: Sequence[int]
    framed: bool = True


Block: TypeAlias = Text | Grid


class Faulty(ValueError):  # noqa: N818
    """A text with a character that no paper can hold; ``sign`` is its code point."""

    def __init__(self, text: str, sign: str) -> None:
        super().__init__(sign)
        self.text, self.sign = text, sign


def texts_of(block: Block) -> Iterator[str]:
    """Every text of a block, in reading order."""
    match block:
        case Text(_, text, lead):
            yield lead + text
        case Grid(heads, rows):
            yield from heads
            for row in rows:
                yield from (cell or "" for cell in row)


def checked(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, refused where one holds a control character or half a character."""
    for text in (text for block in blocks for text in texts_of(block)):
        for sign in text:
            if _is_forbidden(ord(sign)):
                raise Faulty(text, f"U+{ord(sign):04X}")
    return blocks


def _is_forbidden(code: int) -> bool:
    is_control = (code < 0x20 and code not in {0x09, 0x0A}) or 0x7F <= code < 0xA0
    return is_control or 0xD800 <= code < 0xE000 or code in {0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF}


def day_text(day: date | None) -> str:
    """A day as papers print it (2018年9月25日); room for one where there is none."""
    return zh.DATE.format(year=day.year, month=day.month, day=day.day) if day else zh.NO_DATE


def numeral(number: int) -> str:
    """A number from 1 to 9999 in Chinese: 十二, 一百零五, 一百一十二."""
    digits = str(number)
    ranks = zh.RANKS[-len(digits) :]
    named = (
        zh.NUMERALS[int(digit)] + (rank if digit != "0" else "")
        for digit, rank in zip(digits, ranks, strict=True)
    )
    nought, one = zh.NUMERALS[0], zh.NUMERALS[1]
    text = re.sub(f"{nought}+", nought, "".join(named)).rstrip(nought)
    return text.removeprefix(one) if text.startswith(one + zh.RANKS[-2]) else text


def sentence(text: str) -> str:
    """A clause as it stands, closed where it is not."""
    return text if text.rstrip()[-1:] in zh.ENDS else zh.SENTENCE.format(text=text)
