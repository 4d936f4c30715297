"""Q002."""

from collections.abc import Iterator

from xuke.figures.stated import is_printed_as, places, rounded, share, wholes
from xuke.model.diagnostic import Finding, Message, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("Q002", Kind.JURISDICTION)
def percentage_reachable(reform: View, context: Context) -> Iterator[Finding]:
    """A stated share is that of its whole; where no whole is stated, some whole number gives it."""
    for figure in reform.parts("stated"):
        count, percent, whole = map(figure.number, ("count", "percent", "whole"))
        if figure.text("percent_kind") == "share" and count is not None and percent is not None:
            message = _judge(count, whole, percent)
            if message:
                yield Finding((*figure.pointer, "percent"), message)


def _judge(count: float, whole: float | None, percent: float) -> Message | None:
    message = _of_whole(count, whole, percent) if whole is not None else _of_any(count, percent)
    if percent > 100 and (whole is None or message is None):
        return say("Q002.above", count=count, percent=percent)
    return message


def _of_whole(count: float, whole: float, percent: float) -> Message | None:
    right = share(count, whole)
    if right is None:
        return say("Q002.nothing", percent=percent)
    if is_printed_as(right, percent):
        return None
    return say("Q002.whole", count=count, whole=whole, percent=percent, right=rounded(right, places(percent)))


def _of_any(count: float, percent: float) -> Message | None:
    """Only things that are counted one by one have a whole denominator."""
    if count != int(count) or next(wholes(int(count), percent), None) is not None:
        return None
    return say("Q002.none", count=count, percent=percent)
