"""The two revisions that a command compares, as far as they differ."""

from collections.abc import Iterable

from xuke.commands.session import Session
from xuke.model.diagnostic import say
from xuke.model.errors import UsageFault, XukeError
from xuke.model.files import seat
from xuke.model.folders import WORKSPACE_FILE
from xuke.model.record import Kind
from xuke.sources.differing import Half, halves
from xuke.sources.listing import GitListing, Listing, WorkListing
from xuke.sources.write import is_unfinished, settled


def sides(
    session: Session, old: str, new: str | None, kinds: Iterable[Kind] = (), *, moves: bool = False
) -> tuple[Half, Half]:
    """Both sides; what could not be read of them is said, and its records are left out."""
    base = listing(session, old)
    found = _halves(session, base, new, frozenset(kinds), moves)
    if new is None and is_unfinished(session.root):
        found = _halves(session, base, new, frozenset(kinds), moves)
    for name, half in zip((old, new or say("diff.work")), found, strict=True):
        for each in half.unread:
            session.tell("diff.unread", path=each.path, revision=name, reason=each.reason)
    return found


def listing(session: Session, revision: str | None) -> Listing:
    """The files of a commit, of the index (``index``), or of the work tree (None)."""
    repository = session.repository
    if revision is None:
        return WorkListing(repository)
    entries = repository.index() if revision == "index" else repository.tree(repository.resolve(revision))
    found = GitListing(repository, entries)
    if WORKSPACE_FILE not in found.names:
        raise XukeError("cli.no_workspace_then", revision=revision, file=WORKSPACE_FILE)
    return found


def _halves(
    session: Session, base: Listing, new: str | None, kinds: frozenset[Kind], moves: bool
) -> tuple[Half, Half]:
    if new is None:
        # A work tree that is being written is waited for.
        settled(session.root)
    wanted = listing(session, new)
    place = session.jurisdiction or ""
    known = sorted(
        {found.jurisdiction for each in (base, wanted) for found in map(seat, each.names) if found}
    )
    if place and place not in known:
        raise UsageFault("cli.unknown_jurisdiction", name=place, known=tuple(filter(None, known)))
    return halves(base, wanted, jurisdiction=place, kinds=kinds, moves=moves)
