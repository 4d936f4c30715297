"""T013."""

from collections.abc import Iterator

from xuke.figures.reductions import Subject
from xuke.figures.targets import SEES, results
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("T013", Kind.JURISDICTION, Kind.ITEM, beside=[Kind.DEPARTMENT], sees=SEES)
def efficiency_raised(reform: View, context: Context) -> Iterator[Finding]:
    """Efficiency, computed as the target says, rose by as much over all items with a limit from before."""
    for each in results(context.register(reform.jurisdiction), Subject.TIME):
        if not each.is_met:
            words = {"percent": each.percent, "aim": each.aim, "reading": each.reading}
            sums = {"before": each.reduction.before, "after": each.reduction.after, "n": each.reduction.n}
            yield Finding(each.place, say("T013.missed", **words, **sums))
