"""Names as people compare them."""

from unicodedata import normalize


def even(name: str) -> str:
    """A name in half-width signs, without blanks."""
    return "".join(normalize("NFKC", name).split())


def plain(name: str) -> str:
    """An even name without what stands in brackets at its end."""
    whole = even(name)
    return whole.partition("(")[0] or whole
