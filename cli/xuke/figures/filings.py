"""What was filed last, what changed since, and until when that has to be filed."""

from dataclasses import dataclass
from datetime import date

from xuke.calendar.working_days import UnknownYear, left
from xuke.figures.deadlines import due
from xuke.model.limit import Limit, Unit
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.rule import History
from xuke.model.views import View


@dataclass(frozen=True, slots=True)
class FilingDue:
    """Whether something waits to be filed, and until when; ``within`` is None where no time is prescribed.

    ``changed`` is the first day on which the list changed from the version that was filed ``last``; it may be
    before the day of that filing. Without one nothing is due. ``left`` counts working days, or days where the
    policy counts in others; it is negative when late.
    """

    today: date
    within: Limit | None
    is_filed: bool = False
    last: date | None = None
    #: Whether the past is known from which changes are told.
    is_known: bool = True
    changed: date | None = None
    until: date | UnknownYear | None = None
    left: int | UnknownYear | None = None


def filings(register: Register) -> list[View]:
    """The filings of a jurisdiction in the order of their days; those without a day come first."""
    return sorted(register.of(Kind.FILING), key=lambda each: each.day("on") or date.min)


def last_filing(register: Register) -> View | None:
    """The last filing whose version is known, which the next one is compared with."""
    return next((each for each in reversed(filings(register)) if each.text("commit")), None)


def last_filed(register: Register) -> View | None:
    """The last filing that has a day."""
    return next((each for each in reversed(filings(register)) if each.day("on")), None)


def earliest(history: History, filed: View) -> date | None:
    """The first day on which what was filed can have changed; None where no commit came after it."""
    after = history.after(filed.text("commit"))
    return filed.day("on") if after is None else min(after.values(), default=None)


def first_change(register: Register, history: History, filed: View) -> date | None:
    """The day of the first change of the list since a filing; items that were taken out are changes too.

    What was filed is a commit: what came into it late was not filed, whatever the day of the letter.
    Only where that commit is not known the days decide.
    """
    after, last = history.after(filed.text("commit")), filed.day("on") or date.min
    pasts = map(history.versions, history.keys(register.jurisdiction, Kind.ITEM))
    versions = [each for past in pasts for each in past]
    later = (each for each in versions if (each.day > last if after is None else each.commit in after))
    return min((each.day for each in later), default=None)


def filing_due(register: Register, history: History | None, today: date) -> FilingDue:
    """When the next filing is due: so long after the first change of the list since the last one."""
    within, filed = register.policy.limit("filing", "within"), last_filed(register)
    last = filed.day("on") if filed else None
    is_filed, is_known = bool(register.of(Kind.FILING)), history is not None
    changed = first_change(register, history, filed) if filed and history else None
    until = due(changed, within) if changed and within else None
    return FilingDue(today, within, is_filed, last, is_known, changed, until, _left(within, until, today))


def _left(within: Limit | None, until: date | UnknownYear | None, today: date) -> int | UnknownYear | None:
    if isinstance(until, UnknownYear):
        return until
    if within is None or until is None:
        return None
    return (until - today).days if within.unit is not Unit.WORKING_DAY else left(today, until)
