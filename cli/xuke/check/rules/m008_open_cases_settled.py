"""M008."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Memo

#: What is settled of cases that are open on the day of transfer, from the draft on.
ALWAYS = ("finisher", "reconsideration", "litigation")


@rule("M008", Kind.MEMORANDUM)
def open_cases_settled(memo: Memo, context: Context) -> Iterator[Finding]:
    """A clause on open cases says who finishes and who defends them; once signed, up to which day."""
    clause = memo.part("open_cases")
    wanted = (*ALWAYS, *(("cut_off",) if memo.text("status") == "signed" else ()))
    if any(clause.fields.values()):
        for name in wanted:
            if not clause.text(name):
                label = Label("memorandum", ("open_cases", name))
                place = ("open_cases", name)
                yield Finding(place, say("M008.missing", what=label, field=".".join(place)))
