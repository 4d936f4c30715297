"""Q005."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Part, View

#: What figures that name one thing have in common, and what those have that are worded alike.
_ABOUT = ("about", "unit", "as_of", "period")
_SAME = (*_ABOUT, "subject", "scope", "batch", "claim", "percent_kind", "whole", "before", "enumerates")


@rule("Q005", Kind.JURISDICTION)
def figures_agree(reform: View, context: Context) -> Iterator[Finding]:
    """Two stated figures about one thing agree, where they have one unit and one day or period."""
    figures = [each for each in reform.parts("stated") if _value(each) is not None]
    for index, figure in enumerate(figures):
        earlier = next((each for each in figures[:index] if _is_comparable(each, figure)), None)
        if earlier and _value(earlier) != _value(figure):
            words = {"subject": figure.text("subject"), "other": earlier.text("subject")}
            message = say("Q005.conflict", value=_printed(figure), other_value=_printed(earlier), **words)
            also = reform.record.locate(*earlier.pointer, _field(earlier))
            yield Finding((*figure.pointer, _field(figure)), message, (also,))


def _field(figure: Part) -> str:
    return "count" if figure.has("count") else "after"


def _value(figure: Part) -> float | None:
    return figure.number(_field(figure))


def _printed(figure: Part) -> str:
    return f"{_value(figure)} {figure.text('unit')}".rstrip()


def _is_comparable(one: Part, other: Part) -> bool:
    """Whether they say that they are about one thing, or say in one document the same of what they count."""
    fields = _ABOUT if one.text("about") else _SAME
    is_one_source = one.text("source", "document") == other.text("source", "document")
    is_named = bool(one.text("about")) or (bool(one.text("subject")) and is_one_source)
    return is_named and all(one.get(name) == other.get(name) for name in fields)
