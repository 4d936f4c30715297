"""M016."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Memo


@rule("M016", Kind.MEMORANDUM, Kind.JURISDICTION)
def bureau_exists_at_signing(memo: Memo, context: Context) -> Iterator[Finding]:
    """The bureau signs nothing before it is established; until then its predecessor signs."""
    register = context.register(memo.jurisdiction)
    bureau, signed = register.reform.part("bureau"), memo.day("signed")
    if memo.text("status") == "draft" or memo.text("taker") != register.bureau:
        return
    if established := bureau.day("established"):
        if signed and signed < established:
            message = say("M016.early", signed=str(signed), established=str(established))
            yield Finding(
                ("signed",),
                message,
                register.place(Kind.JURISDICTION, memo.jurisdiction, "bureau", "established"),
            )
    elif bureau.text("state") in {"planned", "preparing"}:
        message = say("M016.none", state=Label("reform", ("bureau", "state"), bureau.text("state")))
        yield Finding(
            ("status",), message, register.place(Kind.JURISDICTION, memo.jurisdiction, "bureau", "state")
        )
