"""M018."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Memo

SIDES = ("bureau", "department")


@rule("M018", Kind.MEMORANDUM)
def both_sides_liable(memo: Memo, context: Context) -> Iterator[Finding]:
    """A clause on liability states that of both sides."""
    missing = [side for side in SIDES if not memo.text("liability", side)]
    if len(missing) == 1:
        place = ("liability", missing[0])
        yield Finding(place, say("M018.missing", side=Label("memorandum", place), field=".".join(place)))
