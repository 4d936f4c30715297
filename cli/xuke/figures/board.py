"""How far each department's memorandum has come on a day: items, posts, changes of hands, deadlines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from xuke.calendar.working_days import UnknownYear, left
from xuke.figures.answers import in_force
from xuke.figures.deadlines import pushes_due
from xuke.figures.staffing import handed_over
from xuke.figures.stages import Turn, event_day, turns
from xuke.model.part import Part
from xuke.model.register import Register
from xuke.model.views import Memo

#: How many days before its items take effect a memorandum is signed, where the policy does not say.
SIGNING_DAYS = 30


class Stand(StrEnum):
    """How far a memorandum has come on a day."""

    #: Items move and no memorandum is written.
    NONE = "none"
    DRAFT = "draft"
    #: Signed, and not yet in effect.
    SIGNED = "signed"
    EFFECTIVE = "effective"
    ENDED = "ended"


class Matter(StrEnum):
    """What a deadline is about."""

    SIGN = "sign"
    CUT_OFF = "cut_off"
    TRAINING = "training"
    EFFECTIVE = "effective"
    HANDOVER = "handover"
    SEAL_STOPPED = "seal_stopped"
    SEAL_RETURNED = "seal_returned"
    PUSH = "push"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day that a department has to keep; ``left`` is in working days, below zero once it is past."""

    department: str
    matter: Matter
    day: date
    left: int | UnknownYear
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """One department: ``covered`` counts the moving items that its own memorandum lists."""

    department: str
    stand: Stand
    memo: Memo | None
    items: int
    handlings: int
    covered: int
    start: date | None
    posts: int
    persons: int
    turns: tuple[Turn, ...]
    deadlines: tuple[Deadline, ...]


def standings(register: Register, day: date) -> list[Standing]:
    """Every department with items that move or a memorandum, in the official order."""
    known = dict.fromkeys((*register.givers, *register.memoranda))
    ranks = {name: rank for rank, name in enumerate(register.departments)}
    names = sorted(known, key=lambda name: ranks.get(name, len(ranks)))
    return [standing(register, name, day) for name in names]


def standing(register: Register, name: str, day: date) -> Standing:
    """How one department stands on a day."""
    memo, items = register.memoranda.get(name), register.transferred_of(name)
    listed = {entry.text("code") for entry in memo.covered(day)} if memo else set()
    start = start_of(register, name)
    posts = handed_over(register.posts.get(name, []))
    rows = (memo.parts("stages") if memo else []) or register.policy.parts("stages")
    return Standing(
        department=name,
        stand=stand_of(memo, day),
        memo=memo,
        items=len(items),
        handlings=sum(len(each.transferred) for each in items),
        covered=sum(each.code in listed for each in items),
        start=start,
        posts=_sum(posts, "posts"),
        persons=_sum(posts, "persons"),
        turns=tuple(turns(rows, start, register)),
        deadlines=tuple(_deadlines(register, name, memo, start, day)),
    )


def stand_of(memo: Memo | None, day: date) -> Stand:
    """How far a memorandum has come; one that is signed later is a draft until then."""
    if memo is None:
        return Stand.NONE
    if memo.text("status") == "ended":
        return Stand.ENDED
    signed = memo.day("signed")
    if memo.text("status") != "signed" or (signed and signed > day):
        return Stand.DRAFT
    return Stand.EFFECTIVE if in_force(memo, day) else Stand.SIGNED


def start_of(register: Register, name: str) -> date | None:
    """The day from which the bureau acts: the memorandum's, else the first of the items."""
    memo = register.memoranda.get(name)
    moved = (each for item in register.transferred_of(name) for each in item.transferred)
    first = min((each.effective for each in moved if each.effective), default=None)
    return (memo.day("effective") if memo else None) or first


def sign_by(register: Register, start: date) -> date:
    """The last day for signing before the reminder of the policy sets in."""
    days = register.policy.number("memorandum_days")
    wanted = SIGNING_DAYS if days is None else int(days)
    # A count has no highest value, the calendar a first day.
    return start - timedelta(days=min(wanted, (start - date.min).days))


def _sum(posts: Sequence[Part], name: str) -> int:
    return sum(int(each.number(name) or 0) for each in posts)


def _deadlines(
    register: Register, name: str, memo: Memo | None, start: date | None, day: date
) -> Iterator[Deadline]:
    """Those that are still to come, and the signing that is late; in order of their days."""
    found = [*_signing(register, memo, start, day), *(_others(register, memo, start) if memo else ())]
    for due, matter, detail in sorted(found, key=lambda each: each[0]):
        if due >= day or matter is Matter.SIGN:
            yield Deadline(name, matter, due, left(day, due), detail)


_Due = tuple[date, Matter, str]


def _signing(register: Register, memo: Memo | None, start: date | None, day: date) -> Iterator[_Due]:
    if start and stand_of(memo, day) in {Stand.NONE, Stand.DRAFT}:
        yield sign_by(register, start), Matter.SIGN, ""


def _others(register: Register, memo: Memo, start: date | None) -> Iterator[_Due]:
    dates = {
        Matter.CUT_OFF: memo.day("open_cases", "cut_off"),
        Matter.TRAINING: memo.day("training", "by"),
        Matter.EFFECTIVE: start,
        Matter.HANDOVER: memo.day("handover", "date"),
    }
    yield from ((day, matter, "") for matter, day in dates.items() if day)
    for seal in memo.parts("handover", "seals"):
        for name, matter in (("stopped", Matter.SEAL_STOPPED), ("returned", Matter.SEAL_RETURNED)):
            if day := seal.day(name):
                yield day, matter, seal.text("name")
    for push in pushes_due(register):
        if push.memo.key == memo.key and isinstance(push.due, date):
            yield push.due, Matter.PUSH, push.push.text("content")


def waiting(register: Register, found: Sequence[Standing]) -> list[str]:
    """The events that stages wait for and that have no day yet, in order of first use."""
    named = (turn.event for each in found for turn in each.turns if turn.event)
    return [event for event in dict.fromkeys(named) if event_day(register, event) is None]
