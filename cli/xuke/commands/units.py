"""What is referred to, as the two sides of a comparison name it; files are read when first asked for."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from xuke.document.read import read
from xuke.model.record import Kind, Snapshot
from xuke.model.register import Register
from xuke.model.views import Department
from xuke.report.show import START, Names, names_in
from xuke.sources.differing import Half
from xuke.sources.load import records_of
from xuke.tables.present import reference
from xuke.words.schemas import schema_of_kind

#: Files of a jurisdiction in which the names of each kind of reference stand.
_HOMES = {
    "department": ("departments",),
    "party": ("departments", "reform"),
    "section": ("departments",),
    "bureau_section": ("departments", "reform"),
    "hall": ("halls",),
    "window": ("halls",),
    "seal": ("seals",),
    "intermediary": ("lists",),
    "document": ("documents",),
    "phase": ("reform",),
    "milestone": ("reform",),
}

_START_OF_TASK = ("within", "of")


class Units:
    """The names of each jurisdiction, those of the new side first."""

    def __init__(self, halves: tuple[Half, Half]) -> None:
        self._halves = halves
        self._register = cache(self._read)

    def names(self, jurisdiction: str) -> Names:
        """What a reference is shown as: its printed name, or its id."""
        return lambda kind, name: _first(self._registers(jurisdiction, kind, name), kind, name)

    def ids(self, name: str, jurisdictions: Iterable[str]) -> frozenset[str]:
        """Ids of the departments that a user names by id, name, short name or alias."""
        registers = (each for place in jurisdictions for each in self._registers(place, "department"))
        every = (each for register in registers for each in register.departments.values())
        return frozenset(each.id for each in every if name in _called(each))

    def _registers(self, jurisdiction: str, kind: str, name: str = "") -> Iterator[Register]:
        paths = _paths(jurisdiction, kind, name)
        for side in (1, 0) if paths else ():
            yield self._register(side, jurisdiction, paths)

    def _read(self, side: int, jurisdiction: str, paths: tuple[str, ...]) -> Register:
        files = self._halves[side].listing.read(paths)
        documents = (read(file.path, file.data)[0] for file in files)
        records = [record for each in documents if each for record in records_of(each)]
        return Register(Snapshot({each.key: each for each in records}), jurisdiction)


def _paths(jurisdiction: str, kind: str, name: str) -> tuple[str, ...]:
    """The files in which what is referred to stands; none where its id is all that is printed."""
    if kind == START:
        event, _, name = name.partition("/")
        # A plain day refers to nothing, and is read off any register.
        kind = reference(schema_of_kind(Kind.MEASURE), (*_START_OF_TASK, event)) or "phase"
    if kind == "memorandum":
        return (f"memoranda/{jurisdiction}/{name}.yaml",)
    if kind == "document":
        jurisdiction = name.rpartition("/")[0] or jurisdiction
    return tuple(f"catalogue/{jurisdiction}/{each}.yaml" for each in _HOMES.get(kind, ()))


def names_of(*snapshots: Snapshot) -> Callable[[str], Names]:
    """The same of registers that were read whole; the first that has a name counts."""

    @cache
    def of_place(jurisdiction: str) -> Names:
        registers = [Register(each, jurisdiction) for each in snapshots]
        return lambda kind, name: _first(registers if _paths(jurisdiction, kind, name) else (), kind, name)

    return of_place


def _first(registers: Iterable[Register], kind: str, name: str) -> str:
    found = (names_in(each)(kind, name) for each in registers)
    return next((each for each in found if each != name), name)


def _called(department: Department) -> Iterator[str]:
    yield department.id
    yield from (department.text(name) for name in ("name", "short_name"))
    yield from (each.text("name") for each in department.parts("aliases"))
