"""The part of ``xuke check`` that mends."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from xuke.commands.changing import settle
from xuke.commands.covering import covered
from xuke.commands.session import Session
from xuke.document.unseen import UNSEEN
from xuke.edit.fix import Fixed, fixed
from xuke.sources.write import write_files

if TYPE_CHECKING:
    import re


def mend(session: Session, paths: Sequence[str], since: str | None, *, is_staged: bool, is_dry: bool) -> None:
    """Mend in one step the files of the work tree that the check is about, or show what would be mended."""
    settle(session, is_dry=is_dry)
    files = covered(session, paths, since, is_staged=is_staged)
    changed = [each for each in (fixed(file.path, file.data) for file in files) if each.new != each.old]
    if is_dry:
        for line in (line for each in changed for line in _shown(each)):
            click.echo(line)
    elif changed:
        read = {each.path: each.old for each in changed}
        write_files(session.root, {each.path: each.new for each in changed}, read)
    session.tell("cli.would_fix" if is_dry else "cli.fixed", count=len(changed))
    unseen = sum(each.unseen for each in changed)
    if unseen:
        session.tell("cli.would_clear" if is_dry else "cli.cleared", count=unseen)
    if is_staged and changed and not is_dry:
        session.tell("cli.fixed_unstaged")


def _shown(each: Fixed) -> Iterator[str]:
    import difflib  # noqa: PLC0415

    old, new = (data.decode("utf-8-sig").splitlines() for data in (each.old, each.new))
    lines = difflib.unified_diff(old, new, each.path, each.path, n=0, lineterm="")
    yield from (UNSEEN.sub(_named, line) for line in lines)


def _named(found: "re.Match[str]") -> str:
    return f"<U+{ord(found.group()):04X}>"
