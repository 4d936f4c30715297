"""Names as people compare them."""

from unicodedata import normalize


def plain(name: str) -> str:
    """A name in half-width signs, without blanks and without what stands in brackets at its end."""
    whole = "".join(normalize("NFKC", name).split())
    return whole.partition("(")[0] or whole
