"""Typed, read-only views of records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from xuke.model.document import Value
from xuke.model.part import Part, at, day_of, dotted, element_name
from xuke.model.place import Pointer
from xuke.model.record import Key, Kind, Record

__all__ = [
    "VIEWS",
    "Department",
    "Handling",
    "Item",
    "Memo",
    "Part",
    "View",
    "at",
    "day_of",
    "dotted",
    "element_name",
    "view",
]


@dataclass(frozen=True, slots=True)
class View(Part):
    """A whole record; its pointers start at the record."""

    record: Record

    @property
    def key(self) -> Key:
        """The key of the record."""
        return self.record.key

    @property
    def id(self) -> str:
        """The last part of the key."""
        return self.record.key.id

    @property
    def jurisdiction(self) -> str:
        """The folder that the record belongs to."""
        return self.record.key.jurisdiction

    @property
    def name(self) -> str:
        """Its name or title as written."""
        return self.text("name") or self.text("title")


class Handling(View):
    """A business item (业务办理项): what is really transferred.

    An item without handlings is its own single handling; otherwise what the handling does
    not state is the item's.
    """

    @property
    def suffix(self) -> str:
        """Two digits, or empty for an item without handlings."""
        return self.text("suffix")

    def _stated(self, *path: str) -> Value:
        own = self.get(*path)
        return at(self.record.fields, *path) if own is None else own

    @property
    def organ(self) -> str:
        """The department that decides (实施机关)."""
        value = self._stated("organ")
        return value if isinstance(value, str) else ""

    @cached_property
    def disposition(self) -> Part:
        """How the reform treats it."""
        value = self._stated("disposition")
        return Part(value if isinstance(value, dict) else {}, self.place("disposition"))

    @cached_property
    def state(self) -> str:
        """The state of its disposition: transferred, resident, excluded and so on."""
        return self.disposition.text("state")

    @property
    def is_transferred(self) -> bool:
        """Whether it moves to the approval bureau."""
        return self.state == "transferred"

    @property
    def effective(self) -> date | None:
        """The day from which the bureau acts."""
        return self.disposition.day("effective")

    def stated(self, *path: str) -> Part:
        """A mapping of the handling, or the item's."""
        value = self._stated(*path)
        return Part(value if isinstance(value, dict) else {}, self.place(*path))

    def stated_text(self, *path: str) -> str:
        """A text of the handling, or the item's."""
        value = self._stated(*path)
        return value if isinstance(value, str) else ""

    def stated_number(self, *path: str) -> int | float | None:
        """A number of the handling, or the item's."""
        own = self if self.has(*path) else Part(self.record.fields, ())
        return own.number(*path)

    def stated_parts(self, *path: str) -> tuple[Part, ...]:
        """The mappings of a list of the handling, or of the item's; made once."""
        found = self._parts.get(path)
        if found is None:
            own = self if self.has(*path) else Part(self.record.fields, ())
            found = self._parts[path] = tuple(own.parts(*path))
        return found

    @cached_property
    def _parts(self) -> dict[tuple[str, ...], tuple[Part, ...]]:
        return {}

    def place(self, *path: str) -> Pointer:
        """Where a field stands that the handling or its item states."""
        return (*self.pointer, *path) if self.pointer and self.has(*path) else path

    def code_by(self, *fields: str) -> str:
        """The item's code, with the suffix where the handling itself states one of the fields."""
        suffix = self.suffix
        return self.id + suffix if suffix and any(map(self.has, fields)) else self.id


class Item(View):
    """A licence item (行政许可事项)."""

    @property
    def code(self) -> str:
        """The basic code (基本编码)."""
        return self.id

    @property
    def competent(self) -> str:
        """The competent department (主管部门)."""
        return self.text("competent")

    @property
    def organ(self) -> str:
        """The department that decides (实施机关), where handlings do not say otherwise."""
        return self.text("organ")

    def handlings(self) -> list[Handling]:
        """Its business items in order; the item itself where it lists none."""
        return list(self._handlings)

    @cached_property
    def _handlings(self) -> tuple[Handling, ...]:
        listed = [Handling(each.fields, each.pointer, self.record) for each in self.parts("handlings")]
        return tuple(listed) or (Handling(self.fields, (), self.record),)

    @property
    def is_parent(self) -> bool:
        """Whether it only heads other items (code ending in ``00Y``) and is no licence of its own."""
        return self.code.endswith("00Y")

    def active(self) -> list[Handling]:
        """Its handlings, none where it only heads other items or is withdrawn."""
        return list(self._active)

    @cached_property
    def _active(self) -> tuple[Handling, ...]:
        is_none = self.is_parent or self.text("status") == "withdrawn"
        return () if is_none else self._handlings

    def stating(self, *fields: str) -> list[Handling]:
        """Its handlings in force, one for every place where the fields are written."""
        sides = self.active()
        return list({tuple(map(each.place, fields)): each for each in sides}.values()) if sides[1:] else sides

    @property
    def is_over(self) -> bool:
        """Whether nobody handles it any more: withdrawn from the list, or cancelled in all its parts."""
        states = {each.state for each in self.handlings()}
        return self.text("status") == "withdrawn" or states == {"cancelled"}

    @property
    def transferred(self) -> list[Handling]:
        """The handlings that move to the bureau."""
        return [each for each in self.handlings() if each.is_transferred]

    @property
    def extent(self) -> str:
        """``whole``, ``partial`` or ``none``: how far it is transferred; derived, never stored."""
        moved, all_of_it = len(self.transferred), len(self.handlings())
        return "none" if not moved else "whole" if moved == all_of_it else "partial"


class Memo(View):
    """A transfer memorandum (划转备忘录) with one department."""

    __slots__ = ()

    @property
    def giver(self) -> str:
        """The department that gives."""
        return self.text("giver")

    @property
    def entries(self) -> list[Part]:
        """The items that its text lists."""
        return self.parts("items")

    @property
    def listed(self) -> list[Part]:
        """The items as planned: with what every supplement adds and removes, drafts of them too."""
        return self._after(self.parts("supplements"))

    def covered(self, day: date = date.max) -> list[Part]:
        """The items on a day, by what is signed until then; those of a memorandum in draft as planned."""
        papers = self.parts("supplements")
        signed = [each for each in papers if (each.day("date") or date.max) <= day and each.has("date")]
        return self._after(signed) if self.is_closed else self.listed

    def covering(self, code: str, day: date = date.max, suffix: str = "") -> Part | None:
        """The entry that covers an item, or one of its handlings, on a day."""
        rows = ((each, each.texts("suffixes")) for each in self.covered(day) if each.text("code") == code)
        return next((each for each, own in rows if not (own and suffix) or suffix in own), None)

    def _after(self, papers: list[Part]) -> list[Part]:
        """A later paper's word on an item is the last one."""
        rows = self.entries
        for paper in papers:
            new = paper.parts("items")
            told = {*paper.texts("removed"), *(each.text("code") for each in new)}
            rows = [*(each for each in rows if each.text("code") not in told), *new]
        return rows

    def paper_of(self, entry: Part) -> Part:
        """The text that lists an entry: a supplement, or the memorandum itself."""
        head, *rest = entry.pointer
        return self.parts("supplements")[int(rest[0])] if head == "supplements" else self

    @property
    def is_closed(self) -> bool:
        """Whether its text is signed: what changes since stands in a supplement."""
        return self.text("status") not in {"", "draft"}

    def stage(self, name: str) -> Part:
        """The row of one stage; empty where the memorandum has none."""
        found = (row for row in self.parts("stages") if row.text("stage") == name)
        return next(found, Part({}, ("stages",)))


class Department(View):
    """A department or another unit."""

    __slots__ = ()

    @property
    def order(self) -> float:
        """Its rank in the official sequence; units without one come last."""
        rank = self.number("order")
        return float("inf") if rank is None else rank


VIEWS: Mapping[Kind, type[View]] = {
    Kind.ITEM: Item,
    Kind.MEMORANDUM: Memo,
    Kind.DEPARTMENT: Department,
}


def view(record: Record) -> View:
    """The view that fits the kind of a record."""
    return VIEWS.get(record.key.kind, View)(record.fields, (), record)
