"""What a business rule is, and what it may look at."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from xuke.model.diagnostic import Finding, Telling
from xuke.model.record import Key, Kind, Record, Snapshot
from xuke.model.register import Register


class Needs(StrEnum):
    """What a rule cannot do without; where it is not given, the rule is not run."""

    NOTHING = ""
    #: An earlier version of the register to compare with.
    BASE = "base"
    #: The past of every record.
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class Version:
    """A record as one commit left it; ``day`` is the commit's, ``is_gone`` says that it was removed."""

    commit: str
    day: date
    record: Record
    is_gone: bool = False


class History(Protocol):
    """The past of records; ``is_whole`` is False in a shallow clone."""

    @property
    def is_whole(self) -> bool:
        """Whether every commit is there."""
        ...

    def versions(self, key: Key) -> Sequence[Version]:
        """The different versions of a record, newest first."""
        ...

    def keys(self, jurisdiction: str, kind: Kind) -> Sequence[Key]:
        """Every key of a kind that ever was."""
        ...

    def after(self, commit: str) -> Mapping[str, date] | None:
        """The commits that one has not behind it, each with its day; None where that one is not known."""
        ...


@dataclass(frozen=True)
class Context:
    """Everything that a rule may look at; no rule reads a clock, a file or the environment."""

    snapshot: Snapshot
    today: date
    base: Snapshot | None = None
    history: History | None = None
    #: Indexes that a rule makes once for all records, by the rule's own names.
    indexes: dict[tuple[object, ...], Any] = field(default_factory=dict, compare=False, repr=False)
    _registers: dict[str, Register] = field(default_factory=dict, compare=False, repr=False)
    _base_registers: dict[str, Register] = field(default_factory=dict, compare=False, repr=False)

    def register(self, jurisdiction: str) -> Register:
        """The part of one jurisdiction, indexed once."""
        found = self._registers.get(jurisdiction)
        if found is None:
            found = self._registers[jurisdiction] = Register(self.snapshot, jurisdiction)
        return found

    def base_register(self, jurisdiction: str) -> Register:
        """The same part of the earlier version; empty where none is given."""
        if jurisdiction not in self._base_registers:
            self._base_registers[jurisdiction] = Register(self.base or Snapshot({}), jurisdiction)
        return self._base_registers[jurisdiction]

    def has(self, needs: Needs) -> bool:
        """Whether what a rule needs is given."""
        given = {Needs.BASE: self.base, Needs.HISTORY: self.history}
        return needs is Needs.NOTHING or given[needs] is not None


Check = Callable[[Any, Context], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with a code for life.

    ``reads`` names the other kinds that it looks at: where a file of those could not be
    read, the rule is silent, because its finding would only follow from that. ``beside`` names
    those that it looks at too and is not silent without. Beyond both, and beyond its jurisdiction,
    it looks at nothing but the record that it judges, unless it ``is_wide``: then it may look at
    all jurisdictions, and at the past where one is known. A rule ``is_of_change`` that says nothing of
    a record which is the same in both versions. One that names what it ``sees`` looks at these fields
    alone of other records than the one it judges, beside their names, wherever they are, and at no past;
    if it names its ``own``, it looks at these fields alone of that one, beside its name.
    """

    code: str
    kind: Kind
    reads: tuple[Kind, ...]
    check: Check
    needs: Needs = Needs.NOTHING
    beside: tuple[Kind, ...] = ()
    is_wide: bool = False
    is_of_change: bool = False
    sees: Mapping[Kind, frozenset[str]] | None = None
    own: frozenset[str] | None = None
    #: Weight and words of a rule that an office declares itself; the product knows those of all others.
    telling: Telling | None = None

    @property
    def name(self) -> tuple[str, Kind]:
        """Its code, and the kind that it judges: a code may have a rule for each of several kinds."""
        return self.code, self.kind

    def looks_at(
        self, here: Mapping[Kind, frozenset[str] | None], anywhere: Mapping[Kind, frozenset[str] | None]
    ) -> bool:
        """Whether it may say something else of any record where such fields changed in its jurisdiction.

        ``anywhere`` are those that changed in any; None stands for more than fields, such as a new record.
        """
        if self.sees is None:
            is_bound = self.needs is Needs.NOTHING and not self.is_wide
            return not is_bound or any(each in here for each in (*self.reads, *self.beside))
        changed = anywhere if self.is_wide else here
        named = {**dict.fromkeys((*self.reads, *self.beside), frozenset[str]()), **self.sees}
        found = ((changed[kind], fields) for kind, fields in named.items() if kind in changed)
        return any(other is None or other & fields for other, fields in found)


def rule(
    code: str,
    kind: Kind,
    *reads: Kind,
    needs: Needs = Needs.NOTHING,
    beside: Collection[Kind] = (),
    is_wide: bool = False,
    is_of_change: bool = False,
    sees: Mapping[Kind, str] | None = None,
    own: str | None = None,
) -> Callable[[Check], Rule]:
    """Make a check a rule; it registers nothing. Fields that it ``sees`` are named with blanks between."""
    fields = None if sees is None else {each: frozenset(names.split()) for each, names in sees.items()}
    mine = None if own is None else frozenset(own.split())
    return lambda check: Rule(
        code, kind, reads, check, needs, tuple(beside), is_wide, is_of_change, fields, mine
    )
