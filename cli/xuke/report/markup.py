"""HTML out of values: every text passes one function, and only what is built here counts as markup."""

import re
from collections.abc import Iterable
from html import escape

#: Characters that no HTML may hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_VOID = frozenset({"input", "meta"})


class Markup(str):
    """HTML that is ready; any other text is not."""

    __slots__ = ()


def plain(text: str) -> Markup:
    """A text that is only text, in an element and in an attribute."""
    return Markup(escape(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text), quote=True))


def element(tag: str, /, *children: str, **attributes: str | bool) -> Markup:
    """An element; ``class_`` is written ``class``, and an attribute that is False is left out."""
    given = "".join(_attribute(key.rstrip("_").replace("_", "-"), each) for key, each in attributes.items())
    end = "" if tag in _VOID else f"</{tag}>"
    return Markup(f"<{tag}{given}>{joined(children)}{end}")


def _attribute(name: str, value: str | bool) -> str:
    match value:
        case False:
            return ""
        case True:
            return f" {name}"
    return f' {name}="{plain(value)}"'


def joined(parts: Iterable[str]) -> Markup:
    """Parts in order; those that are not markup yet are made plain."""
    return Markup("".join(each if isinstance(each, Markup) else plain(each) for each in parts))
