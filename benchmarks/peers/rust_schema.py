"""jsonschema-rs alone: values kept as JSON, validated file by file; the limit of any check by schema."""

import json
import sys
from pathlib import Path

import jsonschema_rs

SCHEMAS = Path(__file__).parents[2] / "schemas"


def main() -> None:
    """Count the files that their schema refuses."""
    schemas = {file.stem: json.loads(file.read_text("utf-8")) for file in SCHEMAS.glob("*.json")}
    registry = jsonschema_rs.Registry([(each["$id"], each) for each in schemas.values()])
    validators = {
        name: jsonschema_rs.Draft202012Validator(each, registry=registry, validate_formats=True, offline=True)
        for name, each in schemas.items()
    }
    values = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    count = sum(not validators[kind].is_valid(value) for kind, value in values)
    sys.stdout.write(f"{count} of {len(values)} files refused\n")


main()
