"""xuke diff."""

from collections.abc import Iterator
from typing import Any

from xuke.commands.base import argument, choice, command, option
from xuke.commands.comparing import PAPERS, Asked, Paper, compared
from xuke.commands.putting import put
from xuke.commands.session import Session
from xuke.commands.sides import sides
from xuke.commands.units import Units
from xuke.diff.comparison import Comparison
from xuke.model.errors import CLEAN, FINDINGS
from xuke.report.changes import Looks, change_lines, colored
from xuke.report.changes_json import change_json
from xuke.report.changes_markdown import change_markdown

_FORMATS = ("text", "json", "markdown", *PAPERS)


@command(
    "diff",
    argument("old", required=False),
    argument("new", required=False),
    option("--format", "form", text="page.format", type=choice(_FORMATS), default="text"),
    option("-o", "file", text="cli.option.output", metavar="cli.metavar.file"),
    option("--force", text="cli.option.force", is_flag=True),
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
    file: str | None,
    force: bool,
    kinds: tuple[str, ...],
    exit_code: bool,
    **given: Any,
) -> int:
    """List what changed between two revisions; 1 with ``--exit-code`` when something did."""
    before, after = _sides(old, new)
    paper = Paper(form, file, before, after or session.revision, force)
    paper.check()
    asked = _asked(session, kinds, form, given)
    halves = sides(session, paper.old, paper.new, asked.kinds, moves=asked.moves)
    units = Units(halves)
    found = compared(session, halves, units, asked)
    if form in PAPERS:
        # Late: other forms need neither pages nor tables.
        from xuke.commands.change_papers import put_paper  # noqa: PLC0415

        put_paper(session, paper, found, halves, units)
    else:
        looks = Looks(session.language, units.names)
        lines = _lines(form, found, looks, is_colored=session.is_colored and file is None)
        put(session, lines, file, force=force)
    is_different = bool(found.changes) or any(each.unread for each in halves)
    return FINDINGS if is_different and exit_code else CLEAN


def _asked(session: Session, kinds: tuple[str, ...], form: str, given: dict[str, Any]) -> Asked:
    """What is asked for; papers always have totals."""
    named = tuple(session.kind(name) for name in kinds)
    return Asked(named, **{**given, "totals": given["totals"] or form in PAPERS})


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
