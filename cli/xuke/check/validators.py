"""The two validators of one schema: a fast one that decides, and the exact one that explains."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Protocol

from xuke.words.schemas import RECORDS, Schema, schema

#: Where the packaged schemas say that they live; nothing is ever fetched from there.
BASE = "https://xuke.invalid/schemas/"


class Decider(Protocol):
    """Says whether a value obeys a schema."""

    def is_valid(self, instance: Any) -> bool:
        """Whether the value obeys."""
        ...


def node_schema(name: str, record: str | None) -> Schema:
    """The schema of one record, or of a whole file."""
    return {"$ref": f"{BASE}{name}.json" + (f"#/$defs/{record}" if record else "")}


@cache
def decider(name: str, record: str | None = None) -> Decider:
    """The fast validator of a record or a file; the exact one where jsonschema-rs is not installed."""
    try:
        import jsonschema_rs  # noqa: PLC0415
    except ImportError:
        exact: Decider = explainer(name, record)
        return exact
    made: Decider = jsonschema_rs.Draft202012Validator(
        dict(node_schema(name, record)), registry=_fast_registry(), validate_formats=True, offline=True
    )
    return made


@cache
def _fast_registry() -> Any:
    import jsonschema_rs  # noqa: PLC0415

    return jsonschema_rs.Registry([(f"{BASE}{name}.json", dict(schema(name))) for name in _names()])


@cache
def explainer(name: str, record: str | None = None) -> Any:
    """The exact validator (jsonschema), with formats checked and no reference ever fetched."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415

    return Draft202012Validator(
        node_schema(name, record),
        registry=_exact_registry(),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


@cache
def _exact_registry() -> Any:
    from referencing import Registry, Resource  # noqa: PLC0415
    from referencing.jsonschema import DRAFT202012  # noqa: PLC0415

    resources: list[tuple[str, Any]] = [
        (f"{BASE}{name}.json", Resource.from_contents(dict(schema(name)), default_specification=DRAFT202012))
        for name in _names()
    ]
    return Registry().with_resources(resources)


def _names() -> Iterator[str]:
    yield from RECORDS
    yield "common"
