"""JSON as text: UTF-8, two spaces, keys in reading order, the tool's name first."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from xuke import __version__

#: Version of the output contracts in ``schemas/output``.
CONTRACT = 1


def json_lines(value: Mapping[str, Any]) -> Iterator[str]:
    """A report as lines of JSON."""
    head = {"tool": {"name": "xuke", "version": __version__, "contract": CONTRACT}}
    yield from json.dumps({**head, **value}, ensure_ascii=False, indent=2).splitlines()
