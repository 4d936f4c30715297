"""Records, and the register as a whole at one revision."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple, cast

from xuke.model.document import Document, Value
from xuke.model.place import Location, Pointer


class Kind(StrEnum):
    """What a record is; the value is the middle part of its key."""

    WORKSPACE = "workspace"
    JURISDICTION = "jurisdiction"
    DEPARTMENT = "department"
    ITEM = "item"
    POWER = "power"
    SUPERVISION = "supervision"
    MEASURE = "measure"
    POST = "post"
    HELPER = "helper"
    DOCUMENT = "document"
    BUNDLE = "bundle"
    INTERMEDIARY = "intermediary"
    PROOF = "proof"
    FEE = "fee"
    KEPT_LIST = "kept_list"
    HALL = "hall"
    WINDOW = "window"
    SEAL = "seal"
    INDICATOR = "indicator"
    EVALUATION = "evaluation"
    FILING = "filing"
    MEMORANDUM = "memorandum"
    RULE = "rule"


class Key(NamedTuple):
    """The name of a record for life: ``jurisdiction/kind/id``."""

    jurisdiction: str
    kind: Kind
    id: str

    def __str__(self) -> str:
        """The written form, as users type it."""
        return "/".join(part for part in self if part)


@dataclass(frozen=True, slots=True)
class Home:
    """Where a record is written."""

    document: Document
    pointer: Pointer


class Record:
    """One entry of the register; equal to another with the same key and fields, wherever it stands.

    Without fields of its own it has those that stand at its home, read when they are asked for.
    """

    __slots__ = ("_fields", "home", "key")

    def __init__(self, key: Key, fields: Mapping[str, Value] | None, home: Home) -> None:
        self.key = key
        self.home = home
        self._fields = fields

    @property
    def fields(self) -> Mapping[str, Value]:
        """What it says, by field."""
        if self._fields is None:
            value: Any = self.home.document.value
            for step in self.home.pointer:
                value = value[step]
            self._fields = value
        return cast(Mapping[str, Value], self._fields)

    def __eq__(self, other: object) -> bool:
        """Whether key and fields are the same."""
        return isinstance(other, Record) and self.key == other.key and self.fields == other.fields

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """The key, and what it says."""
        return f"Record({self.key}, {self.fields})"

    @property
    def path(self) -> str:
        """The file that holds it."""
        return self.home.document.path

    @property
    def provenance(self) -> str:
        """What its file says of its origin: published, unattributed, demonstration, or nothing."""
        root = self.home.document.value
        origin = root.get("provenance") if isinstance(root, dict) else None
        return origin if isinstance(origin, str) else ""

    def locate(self, *pointer: str | int) -> Location:
        """Where a field stands, or the nearest written thing around it."""
        return self.home.document.locate((*self.home.pointer, *pointer))

    def locate_key(self, *pointer: str | int) -> Location:
        """Where the name of a field stands."""
        return self.home.document.locate_key((*self.home.pointer, *pointer))


@dataclass(frozen=True)
class Snapshot:
    """The register at one revision: of a work tree, of an index or of a commit."""

    records: Mapping[Key, Record]
    #: Records whose key was already taken, in reading order.
    twins: tuple[Record, ...] = ()
    #: Jurisdiction and kind of what may be missing because a file could not be read.
    unread: frozenset[tuple[str, Kind]] = frozenset()
    #: Data files in reading order, those that could not be read among them.
    paths: tuple[str, ...] = ()

    @cached_property
    def _by_kind(self) -> dict[tuple[str, Kind], list[Record]]:
        groups: dict[tuple[str, Kind], list[Record]] = {}
        for key, record in self.records.items():
            groups.setdefault((key.jurisdiction, key.kind), []).append(record)
        return groups

    @cached_property
    def jurisdictions(self) -> tuple[str, ...]:
        """Names of all jurisdictions, sorted."""
        return tuple(sorted({key.jurisdiction for key in self.records} - {""}))

    def of(self, kind: Kind, jurisdiction: str | None = None) -> Iterator[Record]:
        """Records of one kind in reading order, of one jurisdiction or of all."""
        names = self.jurisdictions if jurisdiction is None else (jurisdiction,)
        for name in names:
            yield from self._by_kind.get((name, kind), ())

    def get(self, jurisdiction: str, kind: Kind, name: str) -> Record | None:
        """One record, or None."""
        return self.records.get(Key(jurisdiction, kind, name))

    @cached_property
    def _by_path(self) -> dict[str, list[Record]]:
        files: dict[str, list[Record]] = {}
        for record in self.records.values():
            files.setdefault(record.path, []).append(record)
        return files

    @cached_property
    def _spans(self) -> dict[str, list[tuple[Location, Record]]]:
        return {}

    def at(self, place: Location) -> Record | None:
        """The record in which something stands; None outside of all."""
        if place.path not in self._spans:
            found = ((each.locate(), each) for each in self._by_path.get(place.path, ()))
            self._spans[place.path] = sorted(found, key=lambda each: each[0])
        spans = self._spans[place.path]
        index = bisect_right(spans, place.start, key=lambda each: each[0].start) - 1
        return spans[index][1] if index >= 0 and place.start < spans[index][0].end else None

    @property
    def workspace(self) -> Record | None:
        """The settings, from ``catalogue/xuke.yaml``."""
        return self.get("", Kind.WORKSPACE, "xuke")

    def is_whole(self, jurisdiction: str, *kinds: Kind) -> bool:
        """Whether every file that may hold such records could be read."""
        return not any((jurisdiction, kind) in self.unread for kind in kinds)
