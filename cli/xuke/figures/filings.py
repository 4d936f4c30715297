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

    ``changed`` is the first day since the ``last`` filing on which the list changed: without one nothing is
    due. ``left`` counts working days, or days where the policy counts in others; it is negative when late.
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


def last_filed(register: Register) -> date | None:
    """The day of the last filing that has one."""
    return max((day for each in register.of(Kind.FILING) if (day := each.day("on"))), default=None)


def first_change(register: Register, history: History | None, last: date) -> date | None:
    """The day of the first change of the list after a day; items that were taken out are changes too."""
    keys = history.keys(register.jurisdiction, Kind.ITEM) if history else ()
    pasts = [history.versions(key) for key in keys] if history else []
    return min((each.day for past in pasts for each in past if each.day > last), default=None)


def filing_due(register: Register, history: History | None, today: date) -> FilingDue:
    """When the next filing is due: so long after the first change of the list since the last one."""
    within, last = register.policy.limit("filing", "within"), last_filed(register)
    is_filed, is_known = bool(register.of(Kind.FILING)), history is not None
    changed = first_change(register, history, last) if last else None
    until = due(changed, within) if changed and within else None
    return FilingDue(today, within, is_filed, last, is_known, changed, until, _left(within, until, today))


def _left(within: Limit | None, until: date | UnknownYear | None, today: date) -> int | UnknownYear | None:
    if isinstance(until, UnknownYear):
        return until
    if within is None or until is None:
        return None
    return (until - today).days if within.unit is not Unit.WORKING_DAY else left(today, until)
