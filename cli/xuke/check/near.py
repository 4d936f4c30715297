"""Names that are nearly the same, offered as a question and never taken; the only door to rapidfuzz."""

from collections.abc import Sequence

#: From this likeness on, of 100, a name is worth showing.
_LIKE = 80


def near_name(name: str, known: Sequence[str]) -> str:
    """The known name that is most like a name; empty where none is near."""
    from rapidfuzz import process  # noqa: PLC0415

    found = process.extractOne(name, known, score_cutoff=_LIKE)
    return str(found[0]) if found else ""
