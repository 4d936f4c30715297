"""V005."""

from collections.abc import Iterator

from xuke.figures.filings import earliest, filing_due, last_filed
from xuke.model.diagnostic import Finding, Word, say
from xuke.model.limit import Limit, Unit, limit_said
from xuke.model.record import Kind
from xuke.model.rule import Context, Needs, rule
from xuke.model.views import View


@rule("V005", Kind.JURISDICTION, Kind.FILING, Kind.ITEM, needs=Needs.HISTORY)
def change_filed_in_time(reform: View, context: Context) -> Iterator[Finding]:
    """After an adjustment the list is filed again within the days that the policy sets."""
    register = context.register(reform.jurisdiction)
    within, filed = register.policy.limit("filing", "within"), last_filed(register)
    history = context.history
    if within is None or filed is None or history is None or within.unit not in {Unit.WORKING_DAY, Unit.DAY}:
        return
    first = earliest(history, filed)
    if first is None or (context.today - first).days <= within.value:
        # Whatever changed since cannot be late yet; reading the past of all items is dear.
        return
    due = filing_due(register, history, context.today)
    if isinstance(due.left, int) and due.left < 0:
        words: dict[str, Word] = {
            "changed": str(due.changed),
            "last": str(due.last),
            "late": limit_said(Limit(within.value - due.left, within.unit)),
            "within": limit_said(within),
        }
        yield Finding(("policy", "filing", "within"), say("V005.late", **words))
