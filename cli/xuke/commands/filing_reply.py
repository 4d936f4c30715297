"""xuke filing reply."""

from xuke.commands.base import argument, choice, command, option
from xuke.commands.changing import carry_out, settle
from xuke.commands.session import Session
from xuke.edit.rewrite import Step
from xuke.figures.filings import filings
from xuke.model.document import Value
from xuke.model.errors import Refusal, UsageFault
from xuke.model.record import Kind, Record
from xuke.model.views import View


@command(
    "filing.reply",
    argument("filing", required=False),
    option("--number", text="filings.help_reply_number", metavar="filings.metavar_number"),
    option("--issuer", text="filings.help_issuer", metavar="cli.metavar.name"),
    option("--document", text="filings.help_document", metavar="cli.metavar.name"),
    option("--dry-run", "is_dry", text="filings.help_dry_run", is_flag=True),
    option("--format", "form", text="cli.option.format", type=choice(("text", "json")), default="text"),
    keeps=False,
)
def COMMAND(  # noqa: N802
    session: Session,
    filing: str | None,
    number: str | None,
    issuer: str | None,
    document: str | None,
    is_dry: bool,
    form: str,
) -> None:
    """Record the answer to a filing, or the day on which it was received."""
    if session.day is None or not number or not issuer:
        raise UsageFault("filings.what_was_answered")
    settle(session, is_dry=is_dry)
    found = _filing(session, filing)
    reply: dict[str, Value] = {"number": number, "date": session.today.isoformat(), "issuer": issuer}
    if document:
        if session.register.get(Kind.DOCUMENT, document) is None:
            raise UsageFault("cli.unknown_key", key=document)
        reply["document"] = document
    old = found.record
    new = Record(old.key, {**old.fields, "reply": reply}, old.home)
    carry_out(session, [Step(old, new)], is_dry=is_dry, form=form)


def _filing(session: Session, name: str | None) -> View:
    """The filing that is named, or the last one; one answer is not written over another."""
    known = filings(session.register)
    chosen = [each for each in known if name in {None, each.id, str(each.key), each.text("tag")}]
    if not known:
        raise UsageFault("filings.none_yet")
    if not chosen:
        raise UsageFault("filings.unknown", name=name or "", known=tuple(each.id for each in known))
    found = chosen[-1]
    if found.has("reply"):
        raise Refusal("filings.answered", key=str(found.key), number=found.text("reply", "number"))
    return found
