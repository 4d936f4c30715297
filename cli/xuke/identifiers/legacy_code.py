"""Legacy organisation codes (GB 11714): eight characters and a check character."""

import re

_SHAPE = re.compile("[0-9A-Z]{8}-?[0-9X]").fullmatch
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def is_shaped(code: str) -> bool:
    """Whether it has eight digits or capitals and a check character, with or without the hyphen."""
    return _SHAPE(code) is not None


def expected_check(code: str) -> str:
    """The check character that the first eight characters ask for."""
    total = sum(weight * int(each, 36) for weight, each in zip(_WEIGHTS, code, strict=False))
    return "0X987654321"[total % 11]
