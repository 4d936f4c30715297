"""xuke merge-file."""

from pathlib import Path

from xuke.commands.base import Whole, argument, command, option
from xuke.commands.session import Session
from xuke.edit.conflicts import Question, questions
from xuke.edit.merge import Versions, merged_text
from xuke.model.errors import CLEAN, FINDINGS, XukeError
from xuke.sources.drivers import text_merge
from xuke.sources.output import replace_file
from xuke.sources.tree import reason_of


@command(
    "merge-file",
    argument("base"),
    argument("ours"),
    argument("theirs"),
    argument("path"),
    option("--size", text="merging.size", metavar="cli.metavar.number", type=Whole(), default=7),
    reads=False,
)
def COMMAND(session: Session, base: str, ours: str, theirs: str, path: str, size: int) -> int:  # noqa: N802
    """Merge three versions into ``ours``; 1 when something is left to decide."""
    files = [Path(each) for each in (ours, base, theirs)]
    try:
        merged = _merged(path, files, size)
    except OSError as error:
        raise XukeError("cli.unwritable", path=path, reason=reason_of(error)) from None
    if isinstance(merged, int):
        session.tell("merging.by_lines", path=path)
        return merged
    for each in merged:
        session.tell("merging.conflict", name=each.name)
    return FINDINGS if merged else CLEAN


def _merged(path: str, files: list[Path], size: int) -> list[Question] | int:
    """What is left to decide, or the exit code of a merge by lines."""
    mine, old, other = (each.read_bytes() for each in files)
    by_lines = text_merge(Path().resolve(), files, size=size)
    if by_lines is not None:
        # First of all: whatever may happen from here on, nothing of theirs is lost.
        replace_file(files[0], by_lines.data)
    versions = Versions(path, old, mine, other)
    merged = merged_text(versions, size=size)
    if merged is None:
        return FINDINGS if by_lines is None or by_lines.is_open else CLEAN
    replace_file(files[0], merged.data)
    return list(questions(versions, merged))
