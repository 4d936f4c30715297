"""What all commands that change records share: show the changes, or write them in one step."""

from collections.abc import Iterable, Mapping, Sequence

import click

from xuke.commands.comparing import with_memoranda
from xuke.commands.session import Session
from xuke.commands.units import names_of
from xuke.diff.compare import compare
from xuke.edit.rewrite import Step, rewritten
from xuke.model.errors import UsageFault, XukeError
from xuke.model.record import Record, Snapshot
from xuke.report.changes import Looks, change_lines
from xuke.report.changes_json import change_json
from xuke.sources.load import Loaded
from xuke.sources.tags import NewTag
from xuke.sources.tree import Overlay, WorkTree
from xuke.sources.write import is_unfinished, recover, settled, write_files


def settle(session: Session, *, is_dry: bool) -> None:
    """Before anything is read: what an unfinished write left behind must not be changed and kept."""
    if session.revision is not None:
        raise UsageFault("cli.work_tree_only")
    if is_dry:
        settled(session.root)
    elif is_unfinished(session.root) and recover(session.root):
        session.tell("cli.taken_back")


def after(snapshot: Snapshot, steps: Iterable[Step]) -> Snapshot:
    """The register as the steps leave it."""
    found = list(steps)
    records = dict(snapshot.records)
    for step in found:
        if step.old is not None:
            records.pop(step.old.key, None)
    fresh: list[Record] = [step.new for step in found if step.new is not None]
    return Snapshot({**records, **{each.key: each for each in fresh}}, paths=snapshot.paths)


def carry_out(
    session: Session,
    steps: Sequence[Step],
    *,
    is_dry: bool,
    beside: Mapping[str, bytes] | None = None,
    form: str = "text",
) -> None:
    """Print what changes, as ``diff`` will then show it, and write it unless it is a dry run.

    ``beside`` are files without records that are written in the same step.
    """
    # Written first: a reader that leaves early (| head) does not undo what was asked for.
    if not is_dry and steps:
        write(session, steps, beside)
    show_changes(session, steps, form)


def show_changes(session: Session, steps: Sequence[Step], form: str = "text") -> None:
    """Print what changes, as ``diff`` will then show it."""
    new = after(session.snapshot, steps)
    found = with_memoranda(list(compare(session.snapshot, new)), new)
    is_json = form == "json"
    looks = Looks(session.language, names_of(new, session.snapshot))
    for line in change_json(found, looks.language) if is_json else change_lines(found, looks):
        click.echo(line)


def write(
    session: Session,
    steps: Sequence[Step],
    beside: Mapping[str, bytes] | None = None,
    tag: NewTag | None = None,
) -> None:
    """Write the changes of records, all or none; a file that changed since it was read is refused."""
    wanted, known = _paths(steps), texts_of(session, steps)
    read: dict[str, bytes | None] = {**dict.fromkeys(sorted(wanted)), **known}
    if write_files(session.root, {**rewritten(known, steps), **(beside or {})}, read, tag):
        session.tell("cli.taken_back")


def planned(session: Session, steps: Sequence[Step]) -> Loaded:
    """The register as the files will hold it once the steps are written, read anew."""
    return replaced(session, rewritten(texts_of(session, steps), steps))


def replaced(session: Session, texts: Mapping[str, bytes | None]) -> Loaded:
    """The register with new texts of some files; None for one that goes."""
    return session.beside(Overlay(WorkTree(session.root), texts))


def _paths(steps: Sequence[Step]) -> set[str]:
    return {each.path for step in steps for each in (step.old, step.new) if each is not None}


def texts_of(session: Session, steps: Sequence[Step]) -> dict[str, bytes]:
    """The bytes of the files that steps change, as they were read; XukeError where one cannot be changed."""
    wanted = _paths(steps)
    known = {path: data for path, data in session.texts.items() if path in wanted}
    for path in wanted & set(session.snapshot.paths) - known.keys():
        raise XukeError("cli.unamendable", path=path)
    return known
