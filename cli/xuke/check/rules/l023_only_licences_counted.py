"""L023."""

from collections.abc import Iterator

from xuke.figures.stated import enumerated
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("L023", Kind.JURISDICTION, Kind.ITEM, is_wide=True)
def only_licences_counted(reform: View, context: Context) -> Iterator[Finding]:
    """A total of items counts licences only, unless it says which type it counts."""
    register = context.register(reform.jurisdiction)
    for figure in reform.parts("stated"):
        is_open = not figure.part("enumerates", "where").has("type")
        rows = enumerated(figure, register) if is_open else None
        others = [each for each in rows or () if each.key.kind is Kind.ITEM and each.text("type") != "01"]
        if others:
            words = {"subject": figure.text("subject"), "first": others[0].id}
            message = say("L023.others", count=len(others), **words)
            also = tuple(each.record.locate("type") for each in others[:1])
            yield Finding((*figure.pointer, "enumerates"), message, also)
