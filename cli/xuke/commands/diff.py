"""xuke diff."""

import click

from xuke.commands.base import argument, choice, command, option
from xuke.commands.session import Session
from xuke.diff.compare import compare
from xuke.model.change import Moved
from xuke.model.errors import CLEAN, FINDINGS, UsageFault
from xuke.report.changes import change_json, change_lines


@command(
    "diff",
    argument("old", required=False),
    argument("new", required=False),
    option("--format", "form", text="cli.option.format", type=choice(("text", "json")), default="text"),
    option("--exit-code", text="cli.diff.exit_code", is_flag=True),
    option("--moves", text="cli.diff.moves", is_flag=True),
)
def COMMAND(  # noqa: N802
    session: Session, old: str | None, new: str | None, form: str, exit_code: bool, moves: bool
) -> int:
    """List what changed between two revisions; 1 with ``--exit-code`` when something did."""
    before, after = _sides(old, new)
    _ = session.repository
    loaded = session.base(before), session.base(after) if after else session.loaded
    snapshots = [each.snapshot for each in loaded]
    found = [each for each in compare(*snapshots) if moves or not isinstance(each, Moved)]
    if session.jurisdiction:
        known = sorted({name for each in snapshots for name in each.jurisdictions})
        if session.jurisdiction not in known:
            raise UsageFault("cli.unknown_jurisdiction", name=session.jurisdiction, known=tuple(known))
        found = [each for each in found if each.key.jurisdiction == session.jurisdiction]
    lines = change_json(found, session.language) if form == "json" else change_lines(found, session.language)
    for line in lines:
        click.echo(line)
    return FINDINGS if found and exit_code else CLEAN


def _sides(old: str | None, new: str | None) -> tuple[str, str | None]:
    if old and new is None and ".." in old:
        before, _, after = old.partition("..")
        return before or "HEAD", after or "HEAD"
    return old or "HEAD", new
