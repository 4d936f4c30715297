"""xuke resolve."""

from xuke.commands.base import argument, command, option
from xuke.commands.changing import settle
from xuke.commands.deciding import Unmerged, decide, unmerged
from xuke.commands.session import Session
from xuke.diff.merge import Side
from xuke.edit.conflicts import Question, side_of
from xuke.model.errors import UsageFault


@command(
    "resolve",
    argument("conflict"),
    option("--ours", text="merging.ours", is_flag=True),
    option("--theirs", text="merging.theirs", is_flag=True),
    option("--base", "old", text="merging.base", is_flag=True),
    option("--value", text="merging.value", metavar="cli.metavar.value", default=None),
    option("--force", text="merging.force", is_flag=True),
    reads=False,
)
def COMMAND(  # noqa: N802
    session: Session, conflict: str, ours: bool, theirs: bool, old: bool, value: str | None, force: bool
) -> None:
    """Decide one conflict and write the file anew; nothing is staged."""
    if [ours, theirs, old, value is not None].count(True) != 1:
        raise UsageFault("merging.one_side")
    settle(session, is_dry=False)
    file, question = _meant(unmerged(session), conflict)
    side = side_of(value, question) if value is not None else _side(question, ours=ours, theirs=theirs)
    left = decide(session, file, question, side, force=force)
    if left:
        session.tell("merging.left", path=file.path, count=left)
    else:
        session.tell("merging.decided", path=file.path)


def _side(question: Question, *, ours: bool, theirs: bool) -> Side:
    found = question.conflict
    return found.ours if ours else found.theirs if theirs else found.base


def _meant(files: list[Unmerged], name: str) -> tuple[Unmerged, Question]:
    every = [(file, each) for file in files for each in file.questions]
    found = [(file, each) for file, each in every if name in each.names]
    if len(found) != 1:
        raise UsageFault("merging.unknown", name=name, known=tuple(each.name for _, each in every))
    return found[0]
