"""The part of ``xuke check`` that mends."""

from collections.abc import Iterator

import click

from xuke.commands.changing import settle
from xuke.commands.session import Session
from xuke.edit.fix import Fixed, fixed
from xuke.sources.tree import WorkTree
from xuke.sources.write import write_files


def mend(session: Session, *, is_dry: bool) -> None:
    """Mend the work tree in one step, or show what would be mended."""
    settle(session, is_dry=is_dry)
    files = (each for each in WorkTree(session.root).files() if each.problem is None)
    changed = [each for each in (fixed(file.path, file.data) for file in files) if each.new != each.old]
    if is_dry:
        for line in (line for each in changed for line in _shown(each)):
            click.echo(line)
    elif changed:
        read = {each.path: each.old for each in changed}
        write_files(session.root, {each.path: each.new for each in changed}, read)
    session.tell("cli.would_fix" if is_dry else "cli.fixed", count=len(changed))


def _shown(each: Fixed) -> Iterator[str]:
    import difflib  # noqa: PLC0415

    old, new = (data.decode("utf-8-sig").splitlines() for data in (each.old, each.new))
    yield from difflib.unified_diff(old, new, each.path, each.path, n=0, lineterm="")
