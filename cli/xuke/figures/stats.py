"""All figures of the reform of one jurisdiction, together."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from xuke.figures.ceilings import Ceiling, ceilings
from xuke.figures.claims import Claim, claims
from xuke.figures.filings import FilingDue
from xuke.figures.organs import NAMES, by_decider
from xuke.figures.reductions import Reduction, Subject, total
from xuke.figures.staffing import Minimum, Staff, minima, staff
from xuke.figures.subordinates import Subordinate, Together, origins, subordinates, together
from xuke.figures.targets import Result, results
from xuke.figures.transfer import LICENCE, Transfer, counted, grouped, is_cancelled, transfer_of
from xuke.model.diagnostic import Label, Word, say
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import Item


class Scope(StrEnum):
    """What a group of licences has in common."""

    ALL = "all"
    ORGAN = "organ"
    DEPARTMENT = "department"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class Saving:
    """Steps, materials or working days before and after, over the ``n`` items that state both."""

    subject: Subject
    reduction: Reduction


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of some licences; ``id`` is a department, a category or a decider, empty for none."""

    scope: Scope
    id: str
    name: Word
    transfer: Transfer
    savings: tuple[Saving, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Items that no rate is of: of other types, and cancelled licences."""

    others: int
    cancelled: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """Every figure, computed once; ``groups`` is empty where no licence is listed."""

    jurisdiction: str
    name: str
    origins: tuple[str, ...]
    groups: tuple[Group, ...]
    left_out: LeftOut
    targets: tuple[Result, ...]
    ceilings: tuple[Ceiling, ...]
    staff: tuple[Staff, ...]
    staff_origins: tuple[str, ...]
    minima: tuple[Minimum, ...]
    claims: tuple[Claim, ...]
    filing: FilingDue | None
    subordinates: tuple[Subordinate, ...]
    together: Together


def statistics(register: Register, filing: FilingDue | None = None) -> Statistics:
    """The figures of a jurisdiction and, for a superior, of those below it; ``filing`` is the next one."""
    below = subordinates(register)
    return Statistics(
        jurisdiction=register.jurisdiction,
        name=register.title,
        origins=origins(register, Kind.ITEM),
        groups=tuple(_groups(register)),
        left_out=_left_out(register),
        targets=tuple(each for subject in Subject for each in results(register, subject)),
        ceilings=tuple(ceilings(register)),
        staff=tuple(staff(register)),
        staff_origins=origins(register, Kind.POST, Kind.HELPER),
        minima=tuple(minima(register)),
        claims=tuple(claims(register)),
        filing=filing,
        subordinates=tuple(below),
        together=together(below),
    )


def _groups(register: Register) -> Iterator[Group]:
    """All licences, then by who decides, by department in the official order, and by category."""
    licences = counted(register)
    if licences:
        yield _group(register, Scope.ALL, "", say("stats.all"), licences)
    for decider, (items, transfer) in by_decider(licences, register).items():
        group = _group(register, Scope.ORGAN, decider, NAMES[decider], items)
        yield replace(group, transfer=transfer)
    for name, items in grouped(licences, "competent").items():
        yield _group(register, Scope.DEPARTMENT, name, register.department_name(name), items)
    for name, items in grouped(licences, "category").items():
        label = Label("items/item", ("category",), name) if name else say("stats.no_category")
        yield _group(register, Scope.CATEGORY, name, label, items)


def _group(register: Register, scope: Scope, name: str, title: Word, items: list[Item]) -> Group:
    savings = (Saving(subject, total(items, subject, register.conversion)) for subject in Subject)
    return Group(scope, name, title, transfer_of(items), tuple(savings))


def _left_out(register: Register) -> LeftOut:
    licences = register.licences
    others = sum(item.text("type") != LICENCE for item in licences)
    cancelled = sum(item.text("type") == LICENCE and is_cancelled(item) for item in licences)
    return LeftOut(others, cancelled)
