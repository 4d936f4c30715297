"""The part of ``xuke check`` that mends."""

from collections.abc import Iterator

import click

from xuke.commands.session import Session
from xuke.edit.fix import Fixed, fixed
from xuke.model.errors import UsageFault
from xuke.sources.tree import WorkTree
from xuke.sources.write import is_unfinished, recover, settled, write_files


def mend(session: Session, *, is_dry: bool) -> None:
    """Mend the work tree in one step, or show what would be mended."""
    if session.revision is not None:
        raise UsageFault("cli.fix_work_tree_only")
    _settle(session, is_dry=is_dry)
    files = (each for each in WorkTree(session.root).files() if each.problem is None)
    changed = [each for each in (fixed(file.path, file.data) for file in files) if each.new != each.old]
    if is_dry:
        for line in (line for each in changed for line in _shown(each)):
            click.echo(line)
    elif changed:
        write_files(session.root, {each.path: each.new for each in changed})
    session.tell("cli.would_fix" if is_dry else "cli.fixed", count=len(changed))


def _settle(session: Session, *, is_dry: bool) -> None:
    # Before anything is read: what an unfinished write left behind must not be mended and kept.
    if is_dry:
        settled(session.root)
    elif is_unfinished(session.root) and recover(session.root):
        session.tell("cli.taken_back")


def _shown(each: Fixed) -> Iterator[str]:
    import difflib  # noqa: PLC0415

    old, new = (data.decode("utf-8-sig").splitlines() for data in (each.old, each.new))
    yield from difflib.unified_diff(old, new, each.path, each.path, n=0, lineterm="")
