"""Names that are nearly the same, offered as a question and never taken; the only door to rapidfuzz."""

from collections.abc import Sequence
from typing import NamedTuple

#: From this likeness on, of 100, a name is worth showing.
_LIKE = 80


class Near(NamedTuple):
    """Which of some names is most like another, and how like it is, of 100."""

    place: int
    likeness: int


def nearest(name: str, known: Sequence[str]) -> Near | None:
    """The known name that is most like a name; None where none is near."""
    from rapidfuzz import process  # noqa: PLC0415

    found = process.extractOne(name, known, score_cutoff=_LIKE)
    return Near(int(found[2]), round(found[1])) if found else None


def near_name(name: str, known: Sequence[str]) -> str:
    """The same as text; empty where none is near."""
    found = nearest(name, known)
    return known[found.place] if found else ""


def is_one_sign_off(name: str, other: str) -> bool:
    """Whether two names are the same, or become so by adding, leaving out or changing one sign."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    return Levenshtein.distance(name, other, score_cutoff=1) <= 1
