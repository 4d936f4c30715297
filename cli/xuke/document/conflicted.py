"""A text in which git left the markers of a merge."""

import re

_MARKER = re.compile(r"([<|=>])\1{6}(?: [^\n]*)?\r?\n?")

#: Where a line belongs by the last marker before it: to both sides, to one, or to the common version.
_BOTH, _OURS, _BASE, _THEIRS = "", "<", "|", "="

#: What may follow what.
_AFTER = {"<": (_BOTH,), "|": (_OURS,), "=": (_OURS, _BASE), ">": (_THEIRS,)}


def sides_of(text: str) -> tuple[str, str] | None:
    """The text as ours and as theirs has it; None where there is no conflict, or not a whole one."""
    ours: list[str] = []
    theirs: list[str] = []
    place, is_marked = _BOTH, False
    for line in text.splitlines(keepends=True):
        found = _MARKER.fullmatch(line)
        if found is None:
            ours += [line] if place in {_BOTH, _OURS} else []
            theirs += [line] if place in {_BOTH, _THEIRS} else []
            continue
        if place not in _AFTER[found[1]]:
            return None
        place, is_marked = _BOTH if found[1] == ">" else found[1], True
    return ("".join(ours), "".join(theirs)) if is_marked and place == _BOTH else None
