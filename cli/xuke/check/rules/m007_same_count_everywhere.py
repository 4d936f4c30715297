"""M007."""

from collections.abc import Iterator

from xuke.figures.stated import enumerated, giver_of, sum_of_parts
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import Context, rule
from xuke.model.views import Memo, Part


@rule("M007", Kind.MEMORANDUM, Kind.ITEM, Kind.JURISDICTION, beside=[Kind.DEPARTMENT])
def same_count_everywhere(memo: Memo, context: Context) -> Iterator[Finding]:
    """A department's transferred items are as many in its memorandum and the catalogue as a document states.

    Memorandum and catalogue are compared item by item (M005, M006, K002): only a stated number
    that agrees with neither is left to tell.
    """
    register = context.register(memo.jurisdiction)
    listed = len(memo.listed)
    for figure in _stated(memo, register):
        count, rows = figure.number("count"), len(enumerated(figure, register) or ())
        if count is not None and count not in (listed, rows) and sum_of_parts(figure) in (None, count):
            also = register.get(Kind.JURISDICTION, memo.jurisdiction)
            message = say("M007.count", listed=listed, rows=rows, count=count)
            yield Finding(("items",), message, (also.locate(*figure.pointer, "count"),) if also else ())


def _stated(memo: Memo, register: Register) -> list[Part]:
    """The figure for this giver; of several, the first."""
    return [each for each in register.reform.parts("stated") if giver_of(each) == memo.giver][:1]
