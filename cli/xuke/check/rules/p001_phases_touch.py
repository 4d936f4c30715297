"""P001."""

from collections.abc import Iterator
from itertools import pairwise

from xuke.check.periods import Seam, days_between, is_reversed, seam
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("P001", Kind.JURISDICTION)
def phases_touch(reform: View, context: Context) -> Iterator[Finding]:
    """Dated phases touch and none overlaps; both ends of a phase belong to it."""
    phases = reform.parts("phases")
    for phase in filter(is_reversed, phases):
        yield Finding((*phase.pointer, "until"), say("P001.reversed", phase=phase.text("name")))
    for earlier, later in pairwise(phases):
        meeting = seam(earlier, later)
        is_told = is_reversed(earlier) or is_reversed(later)
        if meeting in (Seam.GAP, Seam.OVERLAP) and not is_told:
            names = {"earlier": earlier.text("name"), "later": later.text("name")}
            message = say(f"P001.{meeting}", days=days_between(earlier, later), **names)
            also = reform.record.locate(*earlier.pointer, "until")
            yield Finding((*later.pointer, "from"), message, (also,))
