"""Q004."""

from collections.abc import Iterator

from xuke.figures.balance import balance, is_one_sided
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("Q004", Kind.JURISDICTION)
def change_adds_up(reform: View, context: Context) -> Iterator[Finding]:
    """What was, less what went, plus what came, is what is; a merge states what it took and what it gave."""
    for figure in reform.parts("stated"):
        for part in filter(is_one_sided, figure.parts("parts")):
            yield Finding(part.pointer, say("Q004.one_sided", part=part.text("name")))
        found, after = balance(figure), figure.number("after")
        if found and after is not None and found.after != after:
            words = {"removed": f"{found.removed}", "added": f"{found.added}", "right": f"{found.after}"}
            message = say("Q004.wrong", before=f"{found.before}", after=after, **words)
            yield Finding((*figure.pointer, "after"), message)
