"""A record as it was at a revision or on a day, and what became of it since."""

from dataclasses import dataclass, replace

from xuke.commands.past import Dossier
from xuke.commands.session import Session
from xuke.model.errors import UsageFault, XukeError
from xuke.model.past import Commit
from xuke.model.record import Record


@dataclass(frozen=True, slots=True)
class Then:
    """A record, and the commit that it was read from; no commit for the work tree and what is staged."""

    record: Record
    commit: Commit | None = None


def then(session: Session, name: str) -> Then:
    """The record that a user names as it was then, under another code if need be; remarks say so."""
    now = replace(session, revision=None, day=None)
    commit = _commit(session)
    if commit is None:
        return Then(session.record(name))
    session.revision = commit.name
    key = session.chosen(session.snapshot.records, name)
    if key is None:
        return Then(_under_another_code(session, now, name, commit), commit)
    _tell_what_became(session, now, str(key))
    return Then(session.snapshot.records[key], commit)


def _commit(session: Session) -> Commit | None:
    """The commit that is meant by ``--at`` and ``--on``: the last on or before that day."""
    if session.revision in {None, "index"} and session.day is None:
        return None
    newest = session.repository.resolve(session.revision or "HEAD")
    behind = session.repository.commits(newest, (), is_first_parent=True)
    if session.day is None:
        return behind[0]
    found = next((each for each in behind if each.day <= session.today), None)
    if found is None:
        name = "past.too_early_shallow" if session.repository.is_shallow else "past.too_early"
        raise XukeError(name, day=str(session.today), first=str(behind[-1].day))
    return found


def _under_another_code(session: Session, now: Session, name: str, commit: Commit) -> Record:
    records = session.snapshot.records
    steps = Dossier(now, name).steps
    key = next((each.key for each in steps if each.key in records), None)
    if key is None:
        raise UsageFault("past.not_then", key=name, commit=commit.name[:10], day=str(commit.day))
    session.tell("past.then_under", key=name, then=str(key), commit=commit.name[:10], day=str(commit.day))
    return records[key]


def _tell_what_became(session: Session, now: Session, name: str) -> None:
    try:
        Dossier(now, name).remark_end()
    except UsageFault:
        # A record of a branch that the present does not stem from.
        session.tell("past.gone", key=name)
