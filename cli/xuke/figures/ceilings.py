"""Promised limits against the ceilings that a policy sets by category."""

from collections.abc import Iterator
from dataclasses import dataclass

from xuke.figures.transfer import is_cancelled
from xuke.model.limit import Limit
from xuke.model.part import Part
from xuke.model.register import Register
from xuke.model.views import Handling


@dataclass(frozen=True, slots=True)
class Ceiling:
    """How the promises of a category keep its ceiling.

    ``within`` and ``unlike`` (units that cannot be compared) count promises, ``longer`` names
    the codes of those beyond it, ``silent`` counts items without any promise.
    """

    policy: Part
    highest: Limit
    within: int
    unlike: int
    longer: tuple[str, ...]
    silent: int

    @property
    def category(self) -> str:
        """The category that the ceiling is for."""
        return self.policy.text("category")

    @property
    def is_met(self) -> bool:
        """Whether no promise is known to be longer."""
        return not self.longer


def ceilings(register: Register) -> Iterator[Ceiling]:
    """The ceilings of the policy in its order."""
    for policy in register.policy.parts("ceilings"):
        highest = policy.limit("limit")
        if highest is not None:
            yield _ceiling(register, policy, highest)


def _ceiling(register: Register, policy: Part, highest: Limit) -> Ceiling:
    items = [
        each
        for each in register.licences
        if each.text("category") == policy.text("category") and not is_cancelled(each)
    ]
    found = [[(each, limit) for each in item.stating("limit") if (limit := _promise(each))] for item in items]
    signs = [
        (each.code_by("limit"), register.conversion.compare(limit, highest))
        for promises in found
        for each, limit in promises
    ]
    return Ceiling(
        policy,
        highest,
        within=sum(sign is not None and sign <= 0 for _, sign in signs),
        unlike=sum(sign is None for _, sign in signs),
        longer=tuple(code for code, sign in signs if sign is not None and sign > 0),
        silent=sum(not promises for promises in found),
    )


def _promise(handling: Handling) -> Limit | None:
    return handling.stated("limit").limit("promised")
