"""Codes of items (GB/T 39554.1): the basic code of 12 characters, the implementation code of 31."""

import re
from dataclasses import dataclass

_BASIC = re.compile("([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{3})([0-9]{3}|00Y)")

#: What an implementation code has in all: credit code 18, level 1, basic code 12.
IMPLEMENTATION_LENGTH = 31

#: The digit of an implementation code for each level of exercise.
LEVEL_DIGITS = {"nation": "1", "province": "2", "prefecture": "3", "county": "4", "township": "5"}


@dataclass(frozen=True, slots=True)
class BasicCode:
    """A well-shaped basic code (基本编码) in its five parts."""

    source: str
    type: str
    department: str
    main: str
    sub: str

    @property
    def head(self) -> str:
        """The nine characters that a main item shares with its sub items."""
        return self.source + self.type + self.department + self.main

    @property
    def parent(self) -> str:
        """The code of the main item that heads sub items."""
        return self.head + "00Y"

    @property
    def undivided(self) -> str:
        """The code of the same main item without sub items."""
        return self.head + "000"

    @property
    def is_parent(self) -> bool:
        """Whether it heads sub items (``00Y``)."""
        return self.sub == "00Y"

    @property
    def is_undivided(self) -> bool:
        """Whether it has no sub items (``000``)."""
        return self.sub == "000"


def basic_code(text: str) -> BasicCode | None:
    """The parts of a basic code, or None for another shape."""
    match = _BASIC.fullmatch(text)
    return BasicCode(*match.groups()) if match else None


@dataclass(frozen=True, slots=True)
class ImplementationCode:
    """An implementation code (实施编码) in its three parts, each as written."""

    credit_code: str
    level: str
    basic: str


def implementation_code(text: str) -> ImplementationCode | None:
    """The parts of an implementation code, or None where it has not 31 characters."""
    if len(text) != IMPLEMENTATION_LENGTH:
        return None
    return ImplementationCode(text[:18], text[18], text[19:])
