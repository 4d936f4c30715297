"""Which file of a workspace holds what: paths, schemas and lists of records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath

from xuke.model.folders import WORKSPACE_FILE
from xuke.model.record import Kind

#: The rules of an office's own; a workspace may do without.
RULES_FILE = "catalogue/rules.yaml"


@dataclass(frozen=True, slots=True)
class FileKind:
    """What one kind of file holds: a single record, or lists of records."""

    schema: str
    lists: Mapping[str, Kind] = field(default_factory=dict)
    single: Kind | None = None
    by_department: bool = False

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Every kind of record that such a file may hold."""
        return (self.single,) if self.single else tuple(self.lists.values())


WORKSPACE = FileKind("workspace", single=Kind.WORKSPACE)
MEMORANDUM = FileKind("memorandum", single=Kind.MEMORANDUM, by_department=True)
RULES = FileKind("rules", {"rules": Kind.RULE})

#: Files directly in the folder of a jurisdiction, by name.
PLAIN = {
    "reform": FileKind("reform", single=Kind.JURISDICTION),
    "departments": FileKind("departments", {"departments": Kind.DEPARTMENT}),
    "measures": FileKind("measures", {"measures": Kind.MEASURE}),
    "staffing": FileKind("staffing", {"posts": Kind.POST, "helpers": Kind.HELPER}),
    "documents": FileKind("documents", {"documents": Kind.DOCUMENT}),
    "bundles": FileKind("bundles", {"bundles": Kind.BUNDLE}),
    "lists": FileKind(
        "lists",
        {
            "intermediaries": Kind.INTERMEDIARY,
            "proofs": Kind.PROOF,
            "fees": Kind.FEE,
            "kept_lists": Kind.KEPT_LIST,
        },
    ),
    "halls": FileKind("halls", {"halls": Kind.HALL, "windows": Kind.WINDOW}),
    "seals": FileKind("seals", {"seals": Kind.SEAL}),
    "evaluation": FileKind("evaluation", {"indicators": Kind.INDICATOR, "evaluations": Kind.EVALUATION}),
    "filings": FileKind("filings", {"filings": Kind.FILING}),
}

#: Files in a sub-folder of a jurisdiction, one a department or a folder a department.
FOLDERS = {
    "items": FileKind("items", {"items": Kind.ITEM}, by_department=True),
    "duties": FileKind("duties", {"powers": Kind.POWER, "supervision": Kind.SUPERVISION}, by_department=True),
}


def places(kind: Kind, jurisdiction: str) -> tuple[str, ...]:
    """Files and folders that may hold records of a kind in one jurisdiction."""
    home = f"catalogue/{jurisdiction}"
    match kind:
        case Kind.WORKSPACE:
            return (WORKSPACE_FILE,)
        case Kind.RULE:
            return (RULES_FILE,)
        case Kind.MEMORANDUM:
            return (f"memoranda/{jurisdiction}",)
    plain = tuple(f"{home}/{name}.yaml" for name, each in PLAIN.items() if kind in each.kinds)
    return plain + tuple(f"{home}/{name}" for name, each in FOLDERS.items() if kind in each.kinds)


ALL = (WORKSPACE, RULES, MEMORANDUM, *PLAIN.values(), *FOLDERS.values())


@dataclass(frozen=True, slots=True)
class Seat:
    """What a path says about its file: kind, jurisdiction and department."""

    kind: FileKind
    jurisdiction: str = ""
    department: str = ""


@cache
def seat(path: str) -> Seat | None:
    """The seat of a file, or None where no file of a workspace belongs."""
    pure = PurePosixPath(path)
    return _seat(pure.with_suffix("").parts) if pure.suffix == ".yaml" else None


def _seat(parts: tuple[str, ...]) -> Seat | None:
    match parts:
        case ("catalogue", "xuke"):
            return Seat(WORKSPACE)
        case ("catalogue", "rules"):
            return Seat(RULES)
        case ("catalogue", jurisdiction, name) if name in PLAIN:
            return Seat(PLAIN[name], jurisdiction)
        case ("catalogue", jurisdiction, folder, department, *rest) if folder in FOLDERS:
            return Seat(FOLDERS[folder], jurisdiction, department) if len(rest) < 2 else None
        case ("memoranda", jurisdiction, department):
            return Seat(MEMORANDUM, jurisdiction, department)
    return None
