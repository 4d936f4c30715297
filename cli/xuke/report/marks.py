"""Marks inside a sentence: what is gone and what is new, with as much around it as is needed."""

from collections.abc import Callable

from xuke.diff.inside import Span, is_worth_marking, spans

#: So many characters of what is the same are shown on each side of a mark.
_AROUND = 14

_CUT = "…"

#: Shows what is gone and what is new.
Marker = Callable[[str, str], str]


def plain_marks(old: str, new: str) -> str:
    """``[-old-]{+new+}``."""
    return (f"[-{old}-]" if old else "") + (f"{{+{new}+}}" if new else "")


def colored_marks(old: str, new: str) -> str:
    """The same in red and green."""
    return (f"\x1b[31m[-{old}-]\x1b[0m" if old else "") + (f"\x1b[32m{{+{new}+}}\x1b[0m" if new else "")


def marked(old: object, new: object, mark: Marker, plain: Callable[[str], str] = str) -> str | None:
    """Two texts as one with marks; None where both are better shown in full, one after the other."""
    if not (isinstance(old, str) and isinstance(new, str)):
        return None
    found = spans(old, new)
    if not is_worth_marking(old, new, found):
        return None
    last = len(found) - 1
    parts = (
        plain(_shortened(each, is_first=place == 0, is_last=place == last))
        if each.is_same
        else mark(plain(each.old), plain(each.new))
        for place, each in enumerate(found)
    )
    return "".join(parts)


def _shortened(same: Span, *, is_first: bool, is_last: bool) -> str:
    text = same.new
    head = "" if is_first else text[:_AROUND]
    tail = "" if is_last else text[-_AROUND:]
    return text if len(text) <= len(head + tail) + len(_CUT) else head + _CUT + tail
