"""Stated figures beside what can be computed for them."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from xuke.figures.balance import balance
from xuke.figures.stated import enumerated, exact, is_printed_as, reduction, share, sum_of_parts
from xuke.model.part import Part
from xuke.model.register import Register


@dataclass(frozen=True, slots=True)
class Claim:
    """A stated figure recomputed; what cannot be recomputed is None.

    ``rows`` counts the records that it enumerates, ``parts`` adds up its parts, ``after`` is
    what a change leads to, ``percent`` follows from its own numbers.
    """

    figure: Part
    rows: int | None = None
    parts: Decimal | None = None
    after: Decimal | None = None
    percent: Fraction | None = None

    @property
    def agrees(self) -> bool | None:
        """Whether all that can be recomputed is as stated; None where nothing can."""
        count, after, percent = (self.figure.number(name) for name in ("count", "after", "percent"))
        found = [
            exact(count) == each for each in (self.rows, self.parts) if count is not None and each is not None
        ]
        if self.after is not None and (after if after is not None else count) is not None:
            found.append(exact(after if after is not None else count or 0) == self.after)
        if self.percent is not None and percent is not None:
            found.append(is_printed_as(self.percent, percent))
        return all(found) if found else None


def claims(register: Register) -> list[Claim]:
    """All stated figures of a jurisdiction, in its order."""
    return [_claim(register, each) for each in register.reform.parts("stated")]


def _claim(register: Register, figure: Part) -> Claim:
    rows, change = enumerated(figure, register), balance(figure)
    return Claim(
        figure,
        rows=None if rows is None else len(rows),
        parts=None if change else sum_of_parts(figure),
        after=change.after if change else None,
        percent=_percent(figure),
    )


def _percent(figure: Part) -> Fraction | None:
    numbers = {name: figure.number(name) for name in ("count", "whole", "before", "after")}
    match figure.text("percent_kind"), numbers:
        case "share", {"count": int() | float() as count, "whole": int() | float() as whole}:
            return share(count, whole)
        case "reduction", {"before": int() | float() as old, "after": int() | float() as new}:
            return reduction(old, new)
        case "growth", {"before": int() | float() as old, "after": int() | float() as new}:
            fallen = reduction(old, new)
            return None if fallen is None else -fallen
    return None
