"""Q003."""

from collections.abc import Iterator

from xuke.figures.stated import is_printed_as, places, reduction, rounded
from xuke.model.diagnostic import Finding, Message, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Part, View


@rule("Q003", Kind.JURISDICTION)
def reduction_recomputed(reform: View, context: Context) -> Iterator[Finding]:
    """A stated reduction or growth is the difference by the former number, at the decimals printed."""
    for figure in reform.parts("stated"):
        is_change = figure.text("percent_kind") in {"reduction", "growth"}
        if is_change and (message := _judge(figure)):
            yield Finding((*figure.pointer, "percent"), message)


def _judge(figure: Part) -> Message | None:
    before, after, percent = map(figure.number, ("before", "after", "percent"))
    if before is None or after is None or percent is None:
        return None
    right = reduction(before, after)
    if right is None:
        return say("Q003.nothing", percent=percent)
    is_growth = figure.text("percent_kind") == "growth"
    right = -right if is_growth else right
    if is_printed_as(right, percent):
        return None
    words = {"before": before, "after": after, "percent": percent}
    printed = rounded(right, places(percent))
    if is_growth:
        return say("Q003.growth", right=printed, **words)
    return say("Q003.wrong", right=printed, **words)
