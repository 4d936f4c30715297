"""What a filing is made from; equal orders give equal bundles."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from xuke.figures.filings import filings
from xuke.filing.papers import Paper
from xuke.model.record import Snapshot
from xuke.model.register import Register
from xuke.model.views import View
from xuke.tables.book import BookRequest
from xuke.tables.layouts import TABLES


@dataclass(frozen=True, slots=True)
class Order:
    """``former`` is the filing that is compared with; ``exceptions`` are findings accepted by name."""

    request: BookRequest
    kind: str
    tag: str
    base: bytes
    former: View | None = None
    papers: tuple[Paper, ...] = ()
    exceptions: tuple[str, ...] = ()
    libraries: Mapping[str, str] | None = None

    @property
    def register(self) -> Register:
        """The jurisdiction as it is filed."""
        return Register(self.request.snapshot, self.request.jurisdiction)


def request_for(
    register: Register,
    commit: str,
    version: str,
    since: Snapshot | None,
    filled_on: date | None,
    tables: tuple[str, ...] = tuple(TABLES),
) -> BookRequest:
    """The workbook of a filing: all tables in the edition that is handed in, of one commit."""
    return BookRequest(
        snapshot=register.snapshot,
        jurisdiction=register.jurisdiction,
        edition="filed",
        tables=tables,
        since=since,
        commit=commit,
        is_dirty=False,
        date=filled_on,
        version=version,
        unit=unit_of(register),
    )


def unit_of(register: Register) -> str:
    """The unit that files: the bureau by its full name, or as the list of departments has it."""
    return register.reform.text("bureau", "name") or register.department_name(register.bureau)


def next_tag(register: Register) -> str:
    """The usual name of the next filing, by how many there are; the same for the same register."""
    known = {each.id for each in filings(register)}
    number = len(filings(register)) + 1
    while f"no-{number:02d}" in known:
        number += 1
    return f"filing/{register.jurisdiction}/no-{number:02d}"
