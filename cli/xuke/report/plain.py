"""A data file as lines that stand alone: each names its record and its field."""

import json
from collections.abc import Iterator
from difflib import SequenceMatcher

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


def conflict_lines(ours: Value, theirs: Value) -> Iterator[str]:
    """The same for two sides of a merge, with git's own markers around what differs."""
    mine, other = list(plain_lines(ours)), list(plain_lines(theirs))
    matcher = SequenceMatcher(None, mine, other, autojunk=False)
    for what, start, end, first, last in matcher.get_opcodes():
        if what == "equal":
            yield from mine[start:end]
        else:
            yield from ("<<<<<<< ours", *mine[start:end], "=======", *other[first:last], ">>>>>>> theirs")
