"""What a short script would do: ruamel.yaml's safe loader, and jsonschema's errors by each file's schema.

With ``--save FILE`` it writes the values as JSON instead of validating them.
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from ruamel.yaml import YAML

SCHEMAS = Path(__file__).parents[2] / "schemas"

#: List files are named by their folder or by themselves, as in the reference workspace.
FOLDERS = ("items", "duties")


def kind_of(path: Path, root: Path) -> str:
    """The schema of a data file, by its place."""
    parts = path.relative_to(root).parts
    if parts[0] == "memoranda":
        return "memorandum"
    if len(parts) == 2:
        return "workspace"
    return parts[2] if parts[2] in FOLDERS else path.stem


def loaded(root: Path) -> list[tuple[str, object]]:
    """Every data file's kind and value."""
    files = sorted(file for name in ("catalogue", "memoranda") for file in (root / name).rglob("*.yaml"))
    return [(kind_of(file, root), plain(YAML(typ="safe").load(file.read_bytes()))) for file in files]


def plain(value: object) -> object:
    """A value with days as text; the loader makes objects of them, which no schema knows."""
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def validators() -> dict[str, Draft202012Validator]:
    """A validator for each schema."""
    schemas = {file.stem: json.loads(file.read_text("utf-8")) for file in SCHEMAS.glob("*.json")}
    registry = Registry().with_resources(
        [(each["$id"], Resource.from_contents(each)) for each in schemas.values()]
    )
    return {
        name: Draft202012Validator(
            each, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER
        )
        for name, each in schemas.items()
    }


def main() -> None:
    """Load, then count the errors or save the values."""
    values = loaded(Path(sys.argv[1]))
    if sys.argv[2:3] == ["--save"]:
        Path(sys.argv[3]).write_text(json.dumps(values, ensure_ascii=False), "utf-8")
        return
    known = validators()
    count = sum(1 for kind, value in values for _ in known[kind].iter_errors(value))
    sys.stdout.write(f"{count} errors in {len(values)} files\n")


main()
