"""A stated change recounted: what was, less what went, plus what came."""

from dataclasses import dataclass
from decimal import Decimal

from xuke.figures.stated import exact
from xuke.model.views import Part

#: Changes that take several items away and bring others in their place (合并、拆分、整合).
TWO_SIDED = ("合并", "拆分", "整合")


@dataclass(frozen=True, slots=True)
class Balance:
    """The numbers of a change; ``after`` is what follows from the others."""

    before: Decimal
    removed: Decimal
    added: Decimal

    @property
    def after(self) -> Decimal:
        """Before, less removed, plus added."""
        return self.before - self.removed + self.added


def balance(figure: Part) -> Balance | None:
    """The change that a figure states part by part; None without a former number or such parts."""
    before, parts = figure.number("before"), [each for each in figure.parts("parts") if is_change(each)]
    if before is None or not parts:
        return None
    return Balance(exact(before), _total(parts, "removed"), _total(parts, "added"))


def is_change(part: Part) -> bool:
    """Whether a part says what was removed or added, not how much of the total it is."""
    return part.number("removed") is not None or part.number("added") is not None


def is_one_sided(part: Part) -> bool:
    """Whether a merge or split states only what it took away, or only what it brought."""
    one, other = (part.number(name) is None for name in ("removed", "added"))
    return one != other and any(word in part.text("name") for word in TWO_SIDED)


def _total(parts: list[Part], name: str) -> Decimal:
    return sum((exact(part.number(name) or 0) for part in parts), Decimal())
