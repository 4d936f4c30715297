"""Texts of a CSV file that no spreadsheet program takes for a formula."""

import re

#: With these a program begins to compute, or to look for a function.
_STARTS = ("=", "+", "-", "@", "\t", "\r")

_NUMBER = re.compile(r"[-+]?[0-9][0-9.,]*%?")


def inert(text: str) -> str:
    """The text, behind an apostrophe where it would be computed; numbers and a mere dash stay."""
    is_formula = text.startswith(_STARTS) and len(text) > 1 and not _NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text
