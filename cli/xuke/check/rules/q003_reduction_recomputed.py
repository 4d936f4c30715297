"""Q003."""

from collections.abc import Iterator

from xuke.figures.stated import is_printed_as, places, reduction, rounded
from xuke.model.diagnostic import Finding, Message, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Part, View


@rule("Q003", Kind.JURISDICTION)
def reduction_recomputed(reform: View, context: Context) -> Iterator[Finding]:
    """A stated reduction is (before - after) / before at the decimals that are printed."""
    for figure in reform.parts("stated"):
        if figure.text("percent_kind") == "reduction" and (message := _judge(figure)):
            yield Finding((*figure.pointer, "percent"), message)


def _judge(figure: Part) -> Message | None:
    before, after, percent = map(figure.number, ("before", "after", "percent"))
    if before is None or after is None or percent is None:
        return None
    right = reduction(before, after)
    if right is None:
        return say("Q003.nothing", percent=percent)
    if is_printed_as(right, percent):
        return None
    words = {"before": before, "after": after, "percent": percent}
    return say("Q003.wrong", right=rounded(right, places(percent)), **words)
