"""Departments as the two sides of a comparison name them; their files are read when first asked for."""

from collections.abc import Iterable, Iterator

from xuke.document.read import read
from xuke.model.record import Kind
from xuke.model.views import View, view
from xuke.report.show import Names
from xuke.sources.differing import Half
from xuke.sources.load import records_of


class Units:
    """The departments of each jurisdiction, those of the new side first."""

    def __init__(self, halves: tuple[Half, Half]) -> None:
        self._halves = halves
        self._known: dict[str, dict[str, View]] = {}

    def names(self, jurisdiction: str) -> Names:
        """What a reference to a department is shown as: its printed name, or its id."""

        def printed(kind: str, name: str) -> str:
            found = self._of(jurisdiction).get(name) if kind in {"department", "party"} else None
            return (found.name if found else "") or name

        return printed

    def ids(self, name: str, jurisdictions: Iterable[str]) -> frozenset[str]:
        """Ids of the departments that a user names by id, name, short name or alias."""
        every = (each for place in jurisdictions for each in self._of(place).values())
        return frozenset(each.id for each in every if name in _called(each))

    def _of(self, jurisdiction: str) -> dict[str, View]:
        if jurisdiction not in self._known:
            self._known[jurisdiction] = {each.id: each for each in self._read(jurisdiction)}
        return self._known[jurisdiction]

    def _read(self, jurisdiction: str) -> Iterator[View]:
        for half in self._halves:
            for file in half.listing.read([f"catalogue/{jurisdiction}/departments.yaml"]):
                document, _ = read(file.path, file.data)
                found = records_of(document) if document else ()
                yield from (view(each) for each in found if each.key.kind is Kind.DEPARTMENT)


def _called(department: View) -> Iterator[str]:
    yield department.id
    yield from (department.text(name) for name in ("name", "short_name"))
    yield from (each.text("name") for each in department.parts("aliases"))
