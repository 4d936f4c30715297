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


def only_near(name: str, known: Sequence[str]) -> str:
    """The known name that is more like a name than all others are; empty where there is no such one."""
    from rapidfuzz import process  # noqa: PLC0415

    found = process.extract(name, known, limit=2, score_cutoff=_LIKE)
    is_alone = len(found) == 1 or (found and found[0][1] > found[1][1])
    return found[0][0] if is_alone else ""


def one_sign_off(name: str, known: Sequence[str]) -> list[str]:
    """Known names that are the same, or become so by one sign more, less, changed or swapped with the next."""
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    found = process.extract(name, known, scorer=OSA.distance, score_cutoff=1, limit=None)
    return [each[0] for each in found]
