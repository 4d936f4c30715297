"""A data file as lines that stand alone: each names its record and its field."""

import json
from collections.abc import Iterator

from xuke.model.document import Value
from xuke.model.part import element_name


def plain_lines(value: Value, place: str = "") -> Iterator[str]:
    """A line a scalar, with the names of everything around it; elements without a name by a dash."""
    match value:
        case dict() if value:
            for name, each in value.items():
                yield from plain_lines(each, f"{place}.{name}" if place else name)
        case list() if value:
            for each in value:
                yield from plain_lines(each, f"{place}.{element_name(each) or '-'}")
        case str():
            # One line, whatever the text holds.
            yield f"{place}: " + value.replace("\n", "\\n")
        case _:
            yield f"{place}: {json.dumps(value)}"
