"""Markdown that shows every sign of a text as it is."""

import re
from collections.abc import Sequence

#: What Markdown or HTML would take for more than text.
_MARKS = re.compile(r"[\\`*_\[\]<>#|~$&{}]")


def plain(text: str) -> str:
    """A text in which nothing is taken for a mark; its lines stand in one cell."""
    return "<br>".join(_MARKS.sub(r"\\\g<0>", text).splitlines())


def row(cells: Sequence[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |"
