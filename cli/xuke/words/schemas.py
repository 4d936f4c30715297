"""The packaged JSON Schemas, parsed when first asked for."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, cast

Schema = Mapping[str, Any]

#: How the schemas write the name that a record has for those who cite it.
_ID = "^[a-z0-9][a-z0-9-]*$(?!\\n)"


@cache
def schema(name: str) -> Schema:
    """The schema of a file kind, or ``common``, by the name of its file."""
    # Late, and not importlib.resources: help and short commands pay for every import.
    import json  # noqa: PLC0415
    from pkgutil import get_data  # noqa: PLC0415

    return cast(Schema, json.loads(get_data("xuke.schemas", f"{name}.json") or b""))


def resolved(name: str, node: Schema) -> tuple[str, Schema]:
    """A schema node behind its ``$ref``, with the file that it stands in."""
    while "$ref" in node:
        file, _, path = node["$ref"].partition("#")
        name = file.removesuffix(".json") or name
        node = schema(name)
        for step in path.strip("/").split("/") if path else ():
            node = node[step]
    return name, node


def innermost(name: str, node: Schema) -> tuple[str, Schema]:
    """The schema behind a node, or of each element where that is a list, with the file that it stands in."""
    name, node = resolved(name, node)
    while "items" in node:
        name, node = resolved(name, node["items"])
    return name, node


def property_node(name: str, node: Schema, path: tuple[str, ...]) -> tuple[str, Schema] | None:
    """The node of a property as written (its ``$ref`` not followed), through lists; None if unknown."""
    found: tuple[str, Schema] | None = (name, node)
    for step in path:
        found = _step(*innermost(name, node), step)
        if found is None:
            return None
        name, node = found
    return found


def _step(name: str, node: Schema, step: str) -> tuple[str, Schema] | None:
    properties: Schema = node.get("properties", {})
    return (name, properties[step]) if step in properties else None


def record_node(name: str, record: str | None = None) -> Schema:
    """The schema of one record: ``$defs/<record>`` of a list file, or the file's root."""
    whole = schema(name)
    return cast(Schema, whole["$defs"][record] if record else whole)


@cache
def property_of(schema_name: str, path: tuple[str, ...]) -> tuple[str, Schema] | None:
    """The node of a property by the schema's name as labels give it: ``items/item``, ``reform``."""
    name, _, record = schema_name.partition("/")
    return property_node(name, record_node(name, record or None), path)


def walk_record(schema_name: str) -> Iterator[tuple[tuple[str, ...], str, Schema]]:
    """Every property of a record, by the schema's name as labels give it."""
    name, _, record = schema_name.partition("/")
    return walk(name, record_node(name, record or None))


def walk(name: str, node: Schema) -> Iterator[tuple[tuple[str, ...], str, Schema]]:
    """Every property below a node: path, file and node as written, in reading order."""
    file, inner = innermost(name, node)
    for key, child in inner.get("properties", {}).items():
        yield (key,), file, child
        for path, below, found in walk(file, child):
            yield (key, *path), below, found


#: Every file kind and the record kinds in it; ``None`` stands for the file as a whole.
RECORDS = {
    "workspace": (None,),
    "reform": (None,),
    "departments": ("department",),
    "items": ("item",),
    "duties": ("power", "supervision"),
    "measures": ("measure",),
    "staffing": ("post", "helper"),
    "documents": ("document",),
    "bundles": ("bundle",),
    "lists": ("intermediary", "proof", "fee", "kept_list"),
    "halls": ("hall", "window"),
    "seals": ("seal",),
    "evaluation": ("indicator", "evaluation"),
    "filings": ("filing",),
    "memorandum": (None,),
    "rules": ("rule",),
}


@cache
def code_names() -> frozenset[str]:
    """Names of all properties marked ``x-code`` in any schema."""
    found: set[str] = set()
    for name, records in RECORDS.items():
        for record in records:
            node = record_node(name, record)
            found.update(path[-1] for path, file, child in walk(name, node) if is_code(file, child))
    return frozenset(found)


def is_code(file: str, node: Schema) -> bool:
    """Whether a property, or each element of its list, is a code: text that looks like a number."""
    _, inner = innermost(file, node)
    return inner.get("x-code") is True or node.get("x-code") is True


def is_name(file: str, node: Schema) -> bool:
    """Whether a property, or each element of its list, is the name of a record: its own, or one it cites."""
    _, inner = innermost(file, node)
    return inner.get("pattern") == _ID or bool(reference_kind(file, node))


def reference_kind(file: str, node: Schema) -> str:
    """What a property, or each element of its list, refers to; empty for other properties."""
    file, inner = resolved(file, node)
    while "items" in inner:
        node = inner["items"]
        file, inner = resolved(file, node)
    return str(node.get("x-ref") or inner.get("x-ref") or "")


@cache
def schema_of_kind(kind: str) -> str:
    """The schema of a kind of record as labels name it: ``items/item``, ``reform``."""
    singles = {"workspace": "workspace", "jurisdiction": "reform", "memorandum": "memorandum"}
    found = (f"{name}/{kind}" for name, records in RECORDS.items() if kind in records)
    return singles.get(kind) or next(found)
