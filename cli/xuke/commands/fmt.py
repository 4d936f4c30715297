"""xuke fmt."""

from collections.abc import Iterator

import click

from xuke.commands.base import argument, command, option
from xuke.commands.changing import settle
from xuke.commands.paths import is_wanted, named
from xuke.commands.session import Session
from xuke.edit.canonical import Formatted, formatted
from xuke.model.errors import CLEAN, FINDINGS
from xuke.sources.tree import WorkTree
from xuke.sources.write import write_files


@command(
    "fmt",
    argument("paths", nargs=-1),
    option("--check", "only_check", text="forms.help_check", is_flag=True),
    reads=False,
)
def COMMAND(session: Session, paths: tuple[str, ...], only_check: bool) -> int:  # noqa: N802
    """Write files in canonical form; 1 where one cannot be, or with ``--check`` where one is not."""
    settle(session, is_dry=only_check)
    found = list(_found(session, paths))
    changed = {each.path: each.new for each in found if each.new is not None and each.new != each.old}
    left = [each.path for each in found if each.new is None]
    for path in changed:
        click.echo(path)
    for path in left:
        session.tell("forms.left", path=path)
    if changed and not only_check:
        write_files(session.root, changed, {each.path: each.old for each in found if each.path in changed})
    session.tell("forms.would_format" if only_check else "forms.formatted", count=len(changed))
    return FINDINGS if left or (only_check and changed) else CLEAN


def _found(session: Session, paths: tuple[str, ...]) -> Iterator[Formatted]:
    wanted = named(session.root, paths, ())
    for file in WorkTree(session.root).files():
        if is_wanted(file.path, wanted):
            is_readable = file.problem is None
            yield formatted(file.path, file.data) if is_readable else Formatted(file.path, file.data, None)
