"""JSON as text: UTF-8, two spaces, keys in reading order, the tool's name first."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from xuke import __version__
from xuke.calendar.working_days import UnknownYear
from xuke.model.limit import Limit
from xuke.model.place import Location

#: Version of the output contracts in ``schemas/output``.
CONTRACT = 1


def json_lines(value: Mapping[str, Any]) -> Iterator[str]:
    """A report as lines of JSON."""
    head = {"tool": {"name": "xuke", "version": __version__, "contract": CONTRACT}}
    # Not splitlines: a value may hold U+2028, which JSON leaves as it is.
    yield from json.dumps({**head, **value}, ensure_ascii=False, indent=2).split("\n")


def place_json(location: Location) -> dict[str, Any]:
    """A stretch of a file, in the five fields that all outputs use for it."""
    return {
        "path": location.path,
        "line": location.start.line,
        "column": location.start.column,
        "end_line": location.end.line,
        "end_column": location.end.column,
    }


def limit_json(limit: Limit) -> dict[str, Any]:
    """A limit as the register writes it."""
    return {"value": limit.value, "unit": str(limit.unit)}


def day_json(day: date | UnknownYear | None) -> str | None:
    """A day; null where there is none or the calendar does not reach so far."""
    return day.isoformat() if isinstance(day, date) else None
