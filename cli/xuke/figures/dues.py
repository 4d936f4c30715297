"""The deadline of a task: a day as stated, or one that is computed from what the time runs from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from xuke.calendar.working_days import UnknownYear
from xuke.figures.deadlines import due
from xuke.model.diagnostic import Message, Word, say
from xuke.model.limit import Limit, limit_said
from xuke.model.part import Part, day_of
from xuke.model.place import Location, Pointer
from xuke.model.record import Kind, Record
from xuke.model.register import Register
from xuke.model.views import Memo, View

#: States of a document that is still to be issued.
_COMING = frozenset({"ordered", "drafted"})


@dataclass(frozen=True, slots=True)
class Start:
    """What a time runs from, by its printed name; ``day`` is None as long as it has none."""

    event: str
    name: str
    day: date | None = None
    places: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """When a task is due; without ``start`` as stated. No day for words, and for what has not begun."""

    day: date | UnknownYear | None
    within: Limit | None = None
    start: Start | None = None

    @property
    def known(self) -> date | None:
        """The day, where there is one that the calendar reaches."""
        return self.day if isinstance(self.day, date) else None

    @property
    def places(self) -> tuple[Location, ...]:
        """Where the day from which it runs is written."""
        return self.start.places if self.start else ()

    @property
    def field(self) -> str:
        """The field of the task that says it."""
        return "within" if self.start else "due"


def due_of(register: Register, task: View) -> Due:
    """The deadline of a task; a stated one counts before one that would be computed (P009)."""
    within, events = task.limit("within"), task.part("within", "of").fields
    if within is None or not events or task.has("due"):
        return Due(task.day("due"))
    event, name = next(iter(events.items()))
    return counted(within, start_of(register, event, str(name)))


def counted(within: Limit, start: Start) -> Due:
    """A time that runs from something, with its last day where that has come."""
    return Due(due(start.day, within) if start.day else None, within, start)


def start_of(register: Register, event: str, name: str) -> Start:
    """What a time runs from, with its day; a name that nothing has is its own print."""
    find = STARTS.get(event)
    return find(register, event, name) if find else Start(event, name)


def _memo(register: Register, event: str, name: str) -> Start:
    record = register.get(Kind.MEMORANDUM, name)
    memo = Memo(record.fields, (), record) if record else None
    day = memo.day(event) if memo and memo.is_closed else None
    return _start(register.printed_name("memorandum", name), event, day, record, (event,))


def _document(register: Register, event: str, name: str) -> Start:
    document, field = register.document(name), "date" if event == "issued" else event
    is_out = document is not None and document.text("state") not in _COMING
    day = document.day(field) if document and is_out else None
    record = document.record if document else None
    return _start(register.printed_name("document", name), event, day, record, (field,))


def _phase(register: Register, event: str, name: str) -> Start:
    field = "from" if event == "begins" else "until"
    return _planned(register, event, register.phases.get(name), field, name)


def _milestone(register: Register, event: str, name: str) -> Start:
    return _planned(register, event, register.milestones.get(name), "due", name)


def _planned(register: Register, event: str, part: Part | None, field: str, name: str) -> Start:
    part = part or Part({}, ())
    record = register.get(Kind.JURISDICTION, register.jurisdiction) if part.fields else None
    called = register.printed_name("phase", name)
    return _start(called, event, part.day(field), record, (*part.pointer, field))


def _date(register: Register, event: str, name: str) -> Start:
    del register
    return Start(event, name, day_of(name))


def _start(name: str, event: str, day: date | None, record: Record | None, pointer: Pointer) -> Start:
    return Start(event, name, day, (record.locate(*pointer),) if record else ())


#: How to find what a time runs from, by the fields of ``within.of``.
STARTS: Mapping[str, Callable[[Register, str, str], Start]] = {
    "signed": _memo,
    "effective": _memo,
    "issued": _document,
    "published": _document,
    "begins": _phase,
    "ends": _phase,
    "milestone": _milestone,
    "date": _date,
}


def in_words(within: Limit, start: Start) -> Message:
    """A computed deadline as documents put it: so long after what."""
    return say("dues.within", limit=limit_said(within), event=_event(start))


def no_calendar(unknown: UnknownYear) -> Message:
    """Why a day cannot be computed."""
    years = (unknown.year, unknown.first, unknown.last)
    year, first, last = map(str, years)
    return say("stats.no_calendar", year=year, first=first, last=last)


def with_day(it: Due) -> Message | None:
    """A computed deadline in words, and its day behind them or why it has none; None for a stated one."""
    if it.start is None or it.within is None:
        return None
    words = in_words(it.within, it.start)
    match it.day:
        case UnknownYear() as unknown:
            return say("dues.shown", words=words, day=no_calendar(unknown))
        case None:
            return say("dues.shown", words=words, day=say("dues.not_running"))
    return say("dues.shown", words=words, day=str(it.day))


def reckoned(it: Due) -> Word:
    """A day as findings tell it: how it was computed behind it; a stated day alone."""
    if it.start is None or it.within is None:
        return str(it.day)
    words: dict[str, Word] = {
        "limit": limit_said(it.within),
        "event": _event(it.start),
        "start": str(it.start.day),
    }
    name = "dues.reckoned_date" if it.start.event == "date" else "dues.reckoned"
    return say(name, day=str(it.day), **words)


def _event(start: Start) -> Message:
    return say(f"dues.{start.event}" if start.event in STARTS else "dues.date", name=start.name)
