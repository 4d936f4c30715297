"""What a check is asked about: options that contradict each other, and the files that are meant."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeAlias

from xuke.commands.paths import is_below, is_wanted, named
from xuke.commands.session import Session
from xuke.model.errors import UsageFault
from xuke.model.folders import DATA_FOLDERS
from xuke.sources.tree import File, WorkTree

Covers: TypeAlias = Callable[[str], bool]


def refuse_contradictions(*, since: str | None, staged: bool, fix: bool, dry_run: bool) -> None:
    """UsageFault where one option takes the sense of another."""
    if since and staged:
        raise UsageFault("cli.check.two_bases")
    if dry_run and not fix:
        raise UsageFault("cli.check.dry_without_fix")


def covering(
    session: Session, paths: Sequence[str], known: Collection[str], places: Sequence[str]
) -> Covers | None:
    """Whether a file is named and of the jurisdiction that is named; None where all files are meant."""
    wanted = named(session.root, paths, known)
    if session.jurisdiction:
        place = session.known_place(session.jurisdiction, places)
        folders = [f"{folder}/{place}" for folder in DATA_FOLDERS]
        return lambda path: any(is_below(path, each) for each in folders) and is_wanted(path, wanted)
    return (lambda path: is_wanted(path, wanted)) if wanted else None


def covered(session: Session, paths: Sequence[str], since: str | None, *, is_staged: bool) -> list[File]:
    """The readable files of the work tree that a check with these options is about."""
    tree = WorkTree(session.root)
    known = tree.paths()
    before, now = _versions(session, since, is_staged=is_staged)
    covers = covering(session, paths, {*known, *now}, _places(known))
    found = (tree.read(path) for path in known if covers is None or covers(path))
    return [each for each in found if each.problem is None and _is_changed(each, before, now)]


def _places(paths: Collection[str]) -> list[str]:
    """The jurisdictions that have folders."""
    steps = (path.split("/") for path in paths)
    return sorted({each[1] for each in steps if len(each) > 2})


def _versions(
    session: Session, since: str | None, *, is_staged: bool
) -> tuple[Mapping[str, bytes] | None, Mapping[str, bytes]]:
    """The bytes of all files before a change, None where there is no change; and what is staged."""
    if is_staged:
        last = "HEAD" if session.repository.head() else None
        return _bytes(session, last), _bytes(session, "index")
    return (_bytes(session, since) if since else None), {}


def _bytes(session: Session, revision: str | None) -> dict[str, bytes]:
    return {each.path: each.data for each in session.git_tree(revision).files()}


def _is_changed(file: File, before: Mapping[str, bytes] | None, staged: Mapping[str, bytes]) -> bool:
    if before is None:
        return True
    # Checked out files may end their lines otherwise than git keeps them.
    now = staged.get(file.path, b"") if staged else file.data.replace(b"\r\n", b"\n")
    return now != before.get(file.path, b"").replace(b"\r\n", b"\n")
