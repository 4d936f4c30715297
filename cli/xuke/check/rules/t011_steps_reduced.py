"""T011."""

from collections.abc import Iterator

from xuke.figures.reductions import Subject
from xuke.figures.targets import SEES, results
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("T011", Kind.JURISDICTION, Kind.ITEM, beside=[Kind.DEPARTMENT], sees=SEES)
def steps_reduced(reform: View, context: Context) -> Iterator[Finding]:
    """Over all items with a figure from before the reform, steps fell by as much as the target says."""
    for each in results(context.register(reform.jurisdiction), Subject.STEPS):
        if not each.is_met:
            words = {"percent": each.percent, "aim": each.aim, "reading": each.reading}
            sums = {"before": each.reduction.before, "after": each.reduction.after, "n": each.reduction.n}
            yield Finding(each.place, say("T011.missed", **words, **sums))
