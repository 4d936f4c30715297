"""What a look at the set-up finds: one remark a matter, and how to mend it."""

from dataclasses import dataclass
from enum import StrEnum

from xuke.model.diagnostic import Message


class State(StrEnum):
    """Broken has to be mended; weak works, but not as well as it could."""

    GOOD = "good"
    WEAK = "weak"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Sign:
    """One remark; ``remedy`` is None where nothing is to be done or the message itself says what."""

    topic: str
    state: State
    message: Message
    remedy: Message | None = None
