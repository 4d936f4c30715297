"""M002."""

from collections.abc import Iterator
from datetime import date

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Memo

#: Documents whose date is that of the approval of the reform.
APPROVING = ("plan", "reply")


@rule("M002", Kind.MEMORANDUM, Kind.DOCUMENT, is_wide=True)
def signed_before_effective(memo: Memo, context: Context) -> Iterator[Finding]:
    """A memorandum is signed after the plan is approved, and takes effect on that day or later."""
    signed, effective = memo.day("signed"), memo.day("effective")
    if signed is None:
        if memo.text("status") == "signed":
            yield Finding(("signed",), say("M002.undated"))
        return
    if effective and effective < signed:
        message = say("M002.effective", effective=str(effective), signed=str(signed))
        yield Finding(("effective",), message, (memo.record.locate("signed"),))
    yield from _approved(memo, signed, context)


def _approved(memo: Memo, signed: date, context: Context) -> Iterator[Finding]:
    for name in memo.texts("basis"):
        document = context.register(memo.jurisdiction).document(name)
        day = document.day("date") if document and document.text("kind") in APPROVING else None
        if document and day and signed < day:
            message = say("M002.approval", signed=str(signed), title=document.name, date=str(day))
            yield Finding(("signed",), message, (document.record.locate("date"),))
