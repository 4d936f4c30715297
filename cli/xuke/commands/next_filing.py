"""The next filing, for the commands that show it among other figures."""

from xuke.commands.session import Session
from xuke.figures.filings import FilingDue, filing_due


def next_filing(session: Session) -> FilingDue | None:
    """When the next filing is due; None where the policy sets no time, and the past need not be read."""
    within = session.register.policy.limit("filing", "within")
    return filing_due(session.register, session.history, session.today) if within else None
