"""What a value was plainly meant to be, where its signs leave no doubt."""

import re
from datetime import date
from unicodedata import normalize

from xuke.document.unseen import BLANK

#: Quotes of any script, as people type them around a value.
_QUOTES = "\"'`\u2018\u2019\u201c\u201d\u201e\u300c\u300d\u300e\u300f\u301d\u301e\uff02\uff07"

#: Dates with the year first, which no country reads in two ways.
_DATE = re.compile(
    r"([0-9]{4})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|\u5e74([0-9]{1,2})\u6708([0-9]{1,2})[\u65e5\u53f7]?)"
)


def is_in_quotes(text: str) -> bool:
    """Whether quotes, or one of them, became part of a value."""
    plain = BLANK.sub("", text)
    return plain[:1] in _QUOTES or plain[-1:] in _QUOTES if plain else False


def meant_code(text: str) -> str:
    """A code in half-width signs without quotes and odd blanks; empty where it holds others."""
    plain = BLANK.sub("", normalize("NFKC", text.strip(_QUOTES + " "))).strip(_QUOTES + " ")
    is_certain = plain.isascii() and '"' not in plain and "\\" not in plain
    return plain if is_certain else ""


def meant_name(text: str) -> str:
    """What cites a record, without quotes and blanks that no such name has."""
    plain = BLANK.sub("", text).strip(_QUOTES + " ")
    return plain if plain and plain.isascii() else text.strip()


def meant_date(text: str) -> str:
    """A date as it is to be written; empty where none, or none that exists, is meant."""
    found = _DATE.fullmatch(BLANK.sub("", normalize("NFKC", text)).strip(_QUOTES + " "))
    if not found:
        return ""
    year, _, *days = found.groups()
    month, day = (each for each in days if each)
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
