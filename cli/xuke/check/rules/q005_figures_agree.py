"""Q005."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Part, View


@rule("Q005", Kind.JURISDICTION)
def figures_agree(reform: View, context: Context) -> Iterator[Finding]:
    """Two stated figures about one thing agree, where they have one unit and one day or period."""
    figures = [each for each in reform.parts("stated") if each.text("about") and _value(each) is not None]
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
    return all(one.get(name) == other.get(name) for name in ("about", "unit", "as_of", "period"))
