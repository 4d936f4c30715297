"""P003."""

from collections.abc import Iterator

from xuke.check.periods import days_of, is_reversed
from xuke.check.printed import source_of
from xuke.model.diagnostic import Finding, Word, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Part, View


@rule("P003", Kind.JURISDICTION, Kind.DOCUMENT, is_wide=True)
def milestone_inside_phase(reform: View, context: Context) -> Iterator[Finding]:
    """A milestone is due on a day of its phase; an open side of a phase bounds nothing."""
    for phase in reform.parts("phases"):
        for milestone in phase.parts("milestones") if not is_reversed(phase) else ():
            due = milestone.day("due")
            if due and not phase.covers(due) and not _is_told(reform, milestone, context):
                words: dict[str, Word] = {"due": str(due), "days": days_of(phase)}
                message = say("P003.outside", phase=phase.text("name"), **words)
                side = "until" if due > (phase.day("until") or due) else "from"
                also = reform.record.locate(*phase.pointer, side)
                yield Finding((*milestone.pointer, "due"), message, (also,))


def _is_told(reform: View, milestone: Part, context: Context) -> bool:
    """Whether it is due before its document was issued (P002)."""
    due, document = milestone.day("due"), source_of(reform, milestone, context)
    issued = document.day("date") if document else None
    return bool(due and issued and due < issued)
