"""M004."""

from collections.abc import Iterator

from xuke.check.periods import Seam, days_between, is_reversed, meeting_places, seam, sound_pairs
from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Memo, Part


@rule("M004", Kind.MEMORANDUM, Kind.JURISDICTION)
def party_on_every_day(memo: Memo, context: Context) -> Iterator[Finding]:
    """Every stage has a party on every day: its periods touch, and none of the plan's stages is left out."""
    rows = memo.parts("stages")
    for row in rows:
        yield from _of_row(memo, row)
    stated = {row.text("stage") for row in rows}
    register = context.register(memo.jurisdiction)
    for row in register.policy.parts("stages") if rows else ():
        if row.text("stage") not in stated:
            message, cause = say("M004.missing", stage=_label(row), others=""), row.text("stage")
            yield Finding(("stages",), message, register.stands(row), cause=f"{memo.jurisdiction}/{cause}")


def _of_row(memo: Memo, row: Part) -> Iterator[Finding]:
    periods = row.parts("periods")
    if not periods:
        yield Finding((*row.pointer, "periods"), say("M004.empty", stage=_label(row)))
    for each in filter(is_reversed, periods):
        yield Finding((*each.pointer, "until"), say("M004.reversed", stage=_label(row)))
    for earlier, later in sound_pairs(periods):
        if (meeting := seam(earlier, later)) is not Seam.TOUCH:
            message = say(f"M004.{meeting}", stage=_label(row), days=days_between(earlier, later))
            place, other = meeting_places(meeting, earlier, later)
            yield Finding(place, message, (memo.record.locate(*other),))
    yield from _start(memo, row, periods[:1])


def _start(memo: Memo, row: Part, first: list[Part]) -> Iterator[Finding]:
    effective = memo.day("effective")
    for period in first:
        start = period.day("from")
        if effective and start and start > effective and not is_reversed(period):
            message = say("M004.late", stage=_label(row), start=str(start), effective=str(effective))
            yield Finding((*period.pointer, "from"), message, (memo.record.locate("effective"),))


def _label(row: Part) -> Label:
    return Label("memorandum", ("stages", "stage"), row.text("stage"))
