"""What a business rule is, and what it may look at."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from xuke.model.diagnostic import Finding
from xuke.model.record import Kind, Snapshot
from xuke.model.register import Register


@dataclass(frozen=True)
class Context:
    """Everything that a rule may look at; no rule reads a clock, a file or the environment."""

    snapshot: Snapshot
    today: date
    _registers: dict[str, Register] = field(default_factory=dict, compare=False)

    def register(self, jurisdiction: str) -> Register:
        """The part of one jurisdiction, indexed once."""
        if jurisdiction not in self._registers:
            self._registers[jurisdiction] = Register(self.snapshot, jurisdiction)
        return self._registers[jurisdiction]


Check = Callable[[Any, Context], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with a code for life.

    ``reads`` names the other kinds that it looks at: where a file of those could not be
    read, the rule is silent, because its finding would only follow from that.
    """

    code: str
    kind: Kind
    reads: tuple[Kind, ...]
    check: Check


def rule(code: str, kind: Kind, *reads: Kind) -> Callable[[Check], Rule]:
    """Make a check a rule; it registers nothing."""
    return lambda check: Rule(code, kind, reads, check)
