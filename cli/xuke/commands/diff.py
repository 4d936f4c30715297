"""xuke diff."""

from collections.abc import Iterator
from typing import Any

import click

from xuke.commands.base import argument, choice, command, option
from xuke.commands.comparing import Asked, compared
from xuke.commands.session import Session
from xuke.commands.sides import sides
from xuke.commands.units import Units
from xuke.diff.comparison import Comparison
from xuke.model.errors import CLEAN, FINDINGS
from xuke.report.changes import Looks, change_lines, colored
from xuke.report.changes_json import change_json
from xuke.report.changes_markdown import change_markdown

_FORMATS = ("text", "json", "markdown")


@command(
    "diff",
    argument("old", required=False),
    argument("new", required=False),
    option("--format", "form", text="cli.option.format", type=choice(_FORMATS), default="text"),
    option("--kind", "kinds", text="cli.diff.kind", metavar="cli.metavar.name", multiple=True),
    option("--department", text="cli.diff.department", metavar="cli.metavar.name", default=None),
    option("--field", "fields", text="cli.diff.field", metavar="cli.metavar.field", multiple=True),
    option("--change", "changes", text="cli.diff.change", metavar="cli.metavar.name", multiple=True),
    option("--totals", text="cli.diff.totals", is_flag=True),
    option("--moves", text="cli.diff.moves", is_flag=True),
    option("--suggest", text="cli.diff.suggest", is_flag=True),
    option("--exit-code", text="cli.diff.exit_code", is_flag=True),
)
def COMMAND(  # noqa: N802
    session: Session,
    old: str | None,
    new: str | None,
    form: str,
    kinds: tuple[str, ...],
    exit_code: bool,
    **given: Any,
) -> int:
    """List what changed between two revisions; 1 with ``--exit-code`` when something did."""
    asked = Asked(tuple(session.kind(name) for name in kinds), **given)
    before, after = _sides(old, new)
    halves = sides(session, before, after or session.revision, asked.kinds, moves=asked.moves)
    units = Units(halves)
    found = compared(session, halves, units, asked)
    for line in _lines(form, found, Looks(session.language, units.names), is_colored=session.is_colored):
        click.echo(line, color=session.is_colored)
    is_different = bool(found.changes) or any(each.unread for each in halves)
    return FINDINGS if is_different and exit_code else CLEAN


def _lines(form: str, found: Comparison, looks: Looks, *, is_colored: bool) -> Iterator[str]:
    match form:
        case "json":
            return change_json(found, looks.language)
        case "markdown":
            return change_markdown(found, looks)
    return change_lines(found, colored(looks) if is_colored else looks)


def _sides(old: str | None, new: str | None) -> tuple[str, str | None]:
    if old and new is None and ".." in old:
        before, _, after = old.partition("..")
        return before or "HEAD", after or "HEAD"
    return old or "HEAD", new
