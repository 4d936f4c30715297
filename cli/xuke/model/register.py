"""One jurisdiction of a snapshot, with the look-ups that rules and tables share."""

from functools import cached_property
from typing import cast

from xuke.model.limit import Conversion, conversion_of
from xuke.model.names import even, plain
from xuke.model.place import Location
from xuke.model.record import Kind, Record, Snapshot
from xuke.model.views import Department, Item, Memo, Part, View, view

_KINDS = frozenset(map(str, Kind))


class Register:
    """The records of one jurisdiction, in their official order; indexes are made once."""

    def __init__(self, snapshot: Snapshot, jurisdiction: str) -> None:
        self.snapshot = snapshot
        self.jurisdiction = jurisdiction

    def of(self, kind: Kind) -> list[View]:
        """All records of a kind in reading order."""
        return [view(record) for record in self.snapshot.of(kind, self.jurisdiction)]

    def get(self, kind: Kind, name: str) -> Record | None:
        """One record by its id."""
        return self.snapshot.get(self.jurisdiction, kind, name)

    def place(self, kind: Kind, name: str, *pointer: str | int) -> tuple[Location, ...]:
        """Where a field stands, as the other side of a finding; nothing without such a record."""
        record = self.get(kind, name)
        return (record.locate(*pointer),) if record else ()

    def stands(self, part: Part | None) -> tuple[Location, ...]:
        """Where a part of ``reform.yaml`` stands; nothing for none."""
        return self.place(Kind.JURISDICTION, self.jurisdiction, *part.pointer) if part else ()

    @cached_property
    def reform(self) -> Part:
        """The record of ``reform.yaml``; empty where there is none."""
        record = self.get(Kind.JURISDICTION, self.jurisdiction)
        return view(record) if record else Part({}, ())

    @cached_property
    def policy(self) -> Part:
        """How this jurisdiction wants the reform done."""
        return self.reform.part("policy")

    @cached_property
    def departments(self) -> dict[str, Department]:
        """Departments by id, in the official order that the data gives."""
        found = cast(list[Department], self.of(Kind.DEPARTMENT))
        return {each.id: each for each in sorted(found, key=lambda each: each.order)}

    @cached_property
    def items(self) -> list[Item]:
        """Items by official order of their department, then by code."""
        ranks = {name: rank for rank, name in enumerate(self.departments)}
        found = cast(list[Item], self.of(Kind.ITEM))
        return sorted(found, key=lambda item: (ranks.get(item.competent, len(ranks)), item.code))

    @cached_property
    def divided(self) -> frozenset[str]:
        """The first nine characters of every code that a sub item (001 to 999) has."""
        codes = (record.key.id for record in self.snapshot.of(Kind.ITEM, self.jurisdiction))
        return frozenset(code[:9] for code in codes if code[9:] not in {"000", "00Y"})

    @cached_property
    def licences(self) -> list[Item]:
        """Items that count: no withdrawn ones, and no parents that only head others."""
        return [each for each in self.items if not each.is_parent and each.text("status") != "withdrawn"]

    @cached_property
    def published(self) -> list[Item]:
        """The items of the list as it was last published; none where there was no such list yet."""
        return [each for each in self.items if each.text("status") == "published"]

    @cached_property
    def memoranda(self) -> dict[str, Memo]:
        """Memoranda by giver, in the official order of the departments."""
        found = {memo.id: memo for memo in cast(list[Memo], self.of(Kind.MEMORANDUM))}
        known = {name: found[name] for name in self.departments if name in found}
        return {**known, **found}

    @cached_property
    def _listings(self) -> dict[str, list[tuple[Memo, Part]]]:
        listings: dict[str, list[tuple[Memo, Part]]] = {}
        for memo in self.memoranda.values():
            for entry in memo.listed:
                listings.setdefault(str(entry.get("code")), []).append((memo, entry))
        return listings

    def memoranda_listing(self, code: str) -> list[tuple[Memo, Part]]:
        """Every memorandum entry that names an item."""
        return self._listings.get(code, [])

    def listed_items(self, memo: Memo) -> list[tuple[Part, Item]]:
        """The entries of a memorandum that name a known item, each with that item."""
        found = ((entry, self.get(Kind.ITEM, entry.text("code"))) for entry in memo.listed)
        return [(entry, Item(record.fields, (), record)) for entry, record in found if record]

    @cached_property
    def _supervised(self) -> dict[str, list[View]]:
        supervised: dict[str, list[View]] = {}
        for entry in self.of(Kind.SUPERVISION):
            for code in entry.texts("items"):
                supervised.setdefault(code, []).append(entry)
        return supervised

    def supervision_of(self, code: str) -> list[View]:
        """The supervision entries that name an item."""
        return self._supervised.get(code, [])

    @cached_property
    def powers(self) -> dict[str, list[View]]:
        """The powers that each department lists, by its id."""
        powers: dict[str, list[View]] = {}
        for each in self.of(Kind.POWER):
            powers.setdefault(each.text("department"), []).append(each)
        return powers

    @cached_property
    def _powers_by_code(self) -> dict[str, list[View]]:
        powers: dict[str, list[View]] = {}
        for each in self.of(Kind.POWER):
            powers.setdefault(each.text("item") or each.id, []).append(each)
        return powers

    def powers_of(self, code: str) -> list[View]:
        """The powers that concern an item: they name it, or name none and have its code."""
        return self._powers_by_code.get(code, [])

    @cached_property
    def proofs(self) -> dict[str, View]:
        """Cancelled proofs by plain name."""
        return {plain(each.name): each for each in self.of(Kind.PROOF)}

    @cached_property
    def seals(self) -> dict[str, View]:
        """Seals by id."""
        return {each.id: each for each in self.of(Kind.SEAL)}

    @cached_property
    def bureau(self) -> str:
        """Id of the approval bureau, or empty."""
        return self.reform.text("bureau", "department")

    @cached_property
    def predecessor(self) -> str:
        """Id of the unit that acts for the bureau in the transition, or empty."""
        return self.reform.text("bureau", "predecessor")

    @cached_property
    def exclusions(self) -> dict[str, Part]:
        """The exclusions that the policy configures, by id."""
        return {each.text("id"): each for each in self.policy.parts("exclusions")}

    @cached_property
    def phases(self) -> dict[str, Part]:
        """The phases of the plan, by id."""
        return {each.text("id"): each for each in self.reform.parts("phases")}

    @cached_property
    def milestones(self) -> dict[str, Part]:
        """What the phases are to bring, by id behind that of the phase (``shishi/guapai``)."""
        return {
            f"{name}/{each.text('id')}": each
            for name, phase in self.phases.items()
            for each in phase.parts("milestones")
        }

    @cached_property
    def conversion(self) -> Conversion:
        """How unlike units of time are compared here."""
        return conversion_of(self.policy.get("conversion"))

    @cached_property
    def title(self) -> str:
        """Name of the jurisdiction as printed; its folder where it is unnamed."""
        return self.reform.text("jurisdiction", "name") or self.jurisdiction

    def department_name(self, name: str) -> str:
        """A department's printed name; its id where it is not declared."""
        known = self.departments.get(name)
        return known.name if known else name

    def section_name(self, department: str, section: str) -> str:
        """A section's printed name; its id where it is not declared."""
        known = self.departments.get(department)
        found = (
            each.text("name")
            for each in (known.parts("sections") if known else ())
            if each.text("id") == section
        )
        return next(found, section)

    def document(self, name: str) -> View | None:
        """A document by its id, or by jurisdiction and id where another one has it."""
        folder, _, identity = name.rpartition("/")
        found = self.snapshot.get(folder or self.jurisdiction, Kind.DOCUMENT, identity)
        return view(found) if found else None

    def printed_name(self, kind: str, name: str) -> str:
        """The printed name of what is referred to; its id where it is not declared."""
        match kind:
            case "party":
                known = self.get(Kind.DEPARTMENT, name)
                groups = (
                    each.text("text") for each in self.reform.parts("groups") if each.text("id") == name
                )
                return view(known).name if known else next(groups, name)
            case "section" | "bureau_section":
                of_bureau = kind == "bureau_section"
                return self.section_name(self.bureau, name) if of_bureau else self._sections.get(name, name)
            case "jurisdiction":
                return Register(self.snapshot, name).title
            case "document":
                return (each.name if (each := self.document(name)) else "") or name
            case "phase" | "milestone":
                part = {**self.phases, **self.milestones}.get(name, Part({}, ()))
                return part.text("name") or part.text("text") or name
        found = self.get(Kind(kind), name) if kind in _KINDS else None
        return (view(found).name if found else "") or name

    @cached_property
    def _sections(self) -> dict[str, str]:
        """Names of sections by id, where all departments that have it call it the same."""
        names: dict[str, set[str]] = {}
        for each in (part for unit in self.departments.values() for part in unit.parts("sections")):
            names.setdefault(each.text("id"), set()).add(each.text("name"))
        return {name: min(found) for name, found in names.items() if len(found) == 1 and min(found)}

    @cached_property
    def _by_department(self) -> dict[str, list[Item]]:
        groups: dict[str, list[Item]] = {}
        for item in self.items:
            groups.setdefault(item.competent, []).append(item)
        return groups

    def of_department(self, name: str) -> list[Item]:
        """The items of one competent department, by code."""
        return self._by_department.get(name, [])

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], list[Item]]:
        groups: dict[tuple[str, str], list[Item]] = {}
        for item in self.items:
            if not item.is_parent:
                groups.setdefault((item.competent, even(item.name)), []).append(item)
        return groups

    def namesakes(self, item: Item) -> list[Item]:
        """The items of its department with its name, itself among them; headings (00Y) aside, by code."""
        return self._by_name.get((item.competent, even(item.name)), [])

    @cached_property
    def _transferred(self) -> dict[str, list[Item]]:
        transferred: dict[str, list[Item]] = {}
        for item in self.items:
            if any(each.is_transferred for each in item.active()):
                transferred.setdefault(item.competent, []).append(item)
        return transferred

    def transferred_of(self, name: str) -> list[Item]:
        """The items of one competent department that move to the bureau, wholly or in part."""
        return self._transferred.get(name, [])

    @property
    def givers(self) -> list[str]:
        """Departments with items that move to the bureau, in the official order; undeclared ones last."""
        return list(self._transferred)

    @cached_property
    def posts(self) -> dict[str, list[View]]:
        """Records of posts by the department that gives them up."""
        posts: dict[str, list[View]] = {}
        for each in self.of(Kind.POST):
            posts.setdefault(each.text("from_department"), []).append(each)
        return posts
