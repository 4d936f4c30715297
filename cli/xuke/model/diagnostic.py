"""What is wrong, where, and in words of any language."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from xuke.model.place import Location, Pointer
from xuke.model.record import Key, Record


class Severity(StrEnum):
    """An error blocks a filing, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Label:
    """The title of a schema property or of an enum value, still in no language.

    ``schema`` is a file kind, ``path`` the property names from a record down; ``value`` asks
    for the label of that enum value instead of the property's title.
    """

    schema: str
    path: tuple[str, ...]
    value: str | None = None


Word: TypeAlias = "str | int | float | Label | Message | tuple[Word, ...]"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence still in no language: the name of a template and what fills it."""

    name: str
    words: tuple[tuple[str, Word], ...] = ()


def say(name: str, /, **words: Word) -> Message:
    """A message by the name that its template has in every language."""
    return Message(name, tuple(words.items()))


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told of a code wherever it is listed: its weight, the rule, why, and what it rests on."""

    severity: Severity
    title: Message
    why: Message
    basis: Message


def telling_of(code: str, severity: Severity) -> Telling:
    """What the words of the product tell of one of its own codes."""
    title, why, basis = (say(f"{code}.{name}") for name in ("title", "why", "basis"))
    return Telling(severity, title, why, basis)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule sees: where in the record, and what to say; ``also`` is the other side.

    ``about`` is another record than the one judged, where the finding concerns that one; ``place`` is where
    it is told if that record stands nowhere any more. ``cause`` is what several findings of a rule share.
    """

    pointer: Pointer
    message: Message
    also: tuple[Location, ...] = ()
    at_key: bool = False
    about: Record | None = None
    place: Location | None = None
    cause: str = ""


#: Messages of findings that need no judgement to mend.
FIXABLE = frozenset(
    {
        "S004.meant",
        "Y006.name",
        "Y006.quotes",
        "Y006.unquoted",
        "Y007.code",
        "Y007.name",
        "Y007.number",
        "Y009.unseen",
    }
)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with its place in a file, its code and its weight."""

    code: str
    severity: Severity
    location: Location
    message: Message
    record: Key | None = None
    pointer: Pointer = ()
    also: tuple[Location, ...] = ()
    #: The reason of the suppression that covers it, empty where none does.
    suppressed: str = field(default="", compare=False)
    #: What it finds to be wrong, where other places may show the same; of those, one finding is told.
    cause: str = ""
    #: The cause from which it only follows: as long as that is told, it is not.
    follows: str = ""
    #: What its rule tells of itself where the words of the product do not know the code.
    local: Telling | None = field(default=None, compare=False, repr=False)

    @property
    def telling(self) -> Telling:
        """What is told of its code."""
        return self.local or telling_of(self.code, self.severity)

    @property
    def fixable(self) -> bool:
        """Whether ``check --fix`` mends it."""
        return self.message.name in FIXABLE

    @property
    def order(self) -> tuple[Location, str]:
        """By file, line, column and code."""
        return self.location, self.code
