"""What the reform saved in all, against what the policy aims at."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from xuke.figures.reductions import Reduction, Subject, total
from xuke.figures.stated import exact, places, rounded
from xuke.figures.transfer import is_cancelled
from xuke.model.diagnostic import Word, say
from xuke.model.place import Pointer
from xuke.model.record import Kind
from xuke.model.register import Register
from xuke.model.views import Item, Part

#: What is looked at beside the policy of a reform.
SEES = {
    Kind.ITEM: "competent status disposition handlings baseline steps materials limit",
    Kind.DEPARTMENT: "order",
}


class Reading(StrEnum):
    """How the percentage of a target is computed."""

    REDUCTION = "reduction"
    #: Efficiency as time saved: (before − after) ÷ before.
    TIME_SAVED = "time_saved"
    #: Efficiency as cases in the same time: before ÷ after − 1.
    THROUGHPUT = "throughput"


@dataclass(frozen=True, slots=True)
class Result:
    """A target, and what was reached over the items with figures from before the reform."""

    target: Part
    figure: str
    reduction: Reduction
    #: Percent reached, exactly.
    reached: Fraction

    @property
    def aim(self) -> int | float:
        """Percent aimed at."""
        return self.target.number(self.figure) or 0

    @property
    def is_met(self) -> bool:
        """Whether as much as the target says was reached; more is never a fault."""
        return self.reached >= Fraction(exact(self.aim))

    @property
    def percent(self) -> str:
        """Percent reached, with one decimal more than the target has."""
        return rounded(self.reached, places(self.aim) + 1)

    @property
    def reading(self) -> Word:
        """How the target is read, in the words of the data."""
        return self.target.text("reading") or say("T.no_reading")

    @property
    def place(self) -> Pointer:
        """Where the figure of the target stands."""
        return (*self.target.pointer, self.figure)


def measured(register: Register) -> list[Item]:
    """Items in force that state what they were before the reform."""
    return [item for item in register.licences if item.has("baseline") and not is_cancelled(item)]


def results(register: Register, subject: Subject) -> Iterator[Result]:
    """What was reached of each target about a subject; nothing where no item says what was before."""
    told = [(each, *_reading(each, subject)) for each in register.policy.parts("targets")]
    aims = [each for each in told if each[0].number(each[1]) is not None]
    reduction = total(measured(register) if aims else (), subject, register.conversion)
    for target, figure, reading in aims:
        reached = _reached(reduction, reading)
        if reached is not None:
            yield Result(target, figure, reduction, reached)


def _reading(target: Part, subject: Subject) -> tuple[str, str]:
    """Which field holds the percentage, and how it is computed; empty for a target about something else."""
    if target.text("subject") == subject:
        return "reduction", Reading.REDUCTION
    is_efficiency = subject is Subject.TIME and target.text("subject") == "efficiency"
    return ("increase", target.text("computed_as")) if is_efficiency else ("", "")


def _reached(reduction: Reduction, reading: str) -> Fraction | None:
    before, after = Fraction(exact(reduction.before)), Fraction(exact(reduction.after))
    match reading:
        case Reading.REDUCTION | Reading.TIME_SAVED if before:
            return (before - after) * 100 / before
        case Reading.THROUGHPUT if after:
            return (before - after) * 100 / after
    return None
