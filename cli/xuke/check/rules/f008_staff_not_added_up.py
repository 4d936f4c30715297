"""F008."""

from collections.abc import Iterator
from itertools import combinations

from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View

#: Three kinds of numbers that mean different things.
APART = ("posts_approved", "seconded", "hired")

#: Units that count people.
PEOPLE = ("人", "名")


@rule("F008", Kind.JURISDICTION)
def staff_not_added_up(reform: View, context: Context) -> Iterator[Finding]:
    """No stated number of people is the sum of approved posts, seconded and hired people of the bureau."""
    staff = reform.part("bureau", "establishment")
    known = {name: number for name in APART if (number := staff.number(name))}
    sums = [names for size in (2, 3) for names in combinations(known, size)]
    for figure in reform.parts("stated"):
        found = [names for names in sums if sum(known[name] for name in names) == figure.number("count")]
        if found and figure.text("unit") in PEOPLE:
            what = tuple(Label("reform", ("bureau", "establishment", name)) for name in found[0])
            message = say(
                "F008.added", subject=figure.text("subject"), count=figure.number("count") or 0, what=what
            )
            yield Finding((*figure.pointer, "count"), message, (reform.record.locate(*staff.pointer),))
