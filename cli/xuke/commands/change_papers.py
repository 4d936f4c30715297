"""A comparison for people: a page that stands alone, or the workbook of changes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from xuke import __version__
from xuke.commands.comparing import Paper
from xuke.commands.export import refusal
from xuke.commands.putting import put
from xuke.commands.session import Session
from xuke.commands.units import Units
from xuke.diff.comparison import Comparison
from xuke.filing.order import request_for
from xuke.model.change import after, before
from xuke.model.diagnostic import Message, say
from xuke.model.record import Snapshot
from xuke.model.register import Register
from xuke.report.changes import Looks, total_told
from xuke.report.changes_html import Versions, change_html
from xuke.report.revision import Revision, revision_told
from xuke.sources.differing import Half
from xuke.sources.listing import GitListing
from xuke.sources.outline import origins, outlines
from xuke.sources.output import write_output
from xuke.tables.comparison import comparison_book
from xuke.tables.layout import BookRequest, CellRefusedError
from xuke.words.render import Language, render


def put_paper(
    session: Session, paper: Paper, found: Comparison, halves: tuple[Half, Half], units: Units
) -> None:
    """Write the comparison as a page or as a workbook."""
    ground = _Ground(replace(session, revision=paper.new), paper, found, halves, units)
    if paper.form == "html":
        put(session, ground.page(), paper.file, force=paper.force)
    elif paper.file is not None:
        write_output(Path(paper.file), ground.workbook(), force=paper.force)
        session.tell("cli.written", path=paper.file)


@dataclass(frozen=True)
class _Ground:
    """Both versions in outline; ``session`` is that of the new one."""

    session: Session
    paper: Paper
    found: Comparison
    halves: tuple[Half, Half]
    units: Units

    @cached_property
    def place(self) -> str:
        """The jurisdiction that is meant, or else the only one that changed, or else the usual one."""
        changed = {each.key.jurisdiction for each in self.found.changes}
        only = min(changed) if len(changed) == 1 else ""
        return self.session.jurisdiction or only or self._usual

    @property
    def _usual(self) -> str:
        """As everywhere, from the settings and the names of all jurisdictions."""
        return self.session.place_in(*outlines([self.halves[1].listing], ()))

    @cached_property
    def snapshots(self) -> tuple[Snapshot, Snapshot]:
        places = {each.key.jurisdiction for each in self.found.changes}
        wanted = places if self.paper.form == "html" else {self.place}
        old, new = outlines([each.listing for each in self.halves], wanted)
        return old, new

    @cached_property
    def revisions(self) -> tuple[Revision, Revision]:
        return self._revision(self.paper.old), self._revision(self.paper.new)

    @cached_property
    def versions(self) -> Versions:
        return Versions(self.revisions, self.snapshots, (*self._unread(), *self._origins()))

    def _revision(self, name: str | None) -> Revision:
        if name in {None, "index"}:
            return Revision(say("page.index" if name else "diff.work"))
        repository = self.session.repository
        commit = repository.commit(repository.resolve(name or ""))
        return Revision(name or "", commit.name, commit.day)

    def _unread(self) -> Iterator[Message]:
        for revision, half in zip(self.revisions, self.halves, strict=True):
            for each in half.unread:
                yield say("diff.unread", path=each.path, revision=revision.name, reason=each.reason)
        if any(half.unread for half in self.halves):
            yield say("diff.no_totals")

    def _origins(self) -> Iterator[Message]:
        """What may not pass for fact; a record that was cut out of its file does not know."""
        sides = zip((before, after), map(origins, self.snapshots), strict=True)
        pairs = (
            (known, each.path) for side, known in sides for it in self.found.changes for each in side(it)
        )
        found = {known.get(path) for known, path in pairs}
        if "demonstration" in found:
            yield say("page.demonstration")
        if "unattributed" in found:
            yield say("page.unattributed")

    def page(self) -> Iterator[str]:
        looks = Looks(self.session.language, self.units.names)
        return change_html(self.found, self.versions, looks, __version__)

    def workbook(self) -> bytes:
        self._tell_others()
        old, new = map(revision_told, self.revisions)
        told = [say("page.versions", old=old, new=new), *self._unread()]
        lines = [render(each, Language.ZH) for each in (*told, *map(total_told, self.found.totals))]
        try:
            return comparison_book(self._request(), self.found, lines)
        except CellRefusedError as error:
            raise refusal(self.session, error) from None

    def _request(self) -> BookRequest:
        base, snapshot = self.snapshots
        commit, is_dirty = self._version()
        request = request_for(Register(snapshot, self.place), commit, __version__, base, None)
        return replace(request, is_dirty=is_dirty)

    def _version(self) -> tuple[str, bool]:
        """The commit that is read, empty before the first, and whether anything may differ from it."""
        repository = self.session.repository
        if self.paper.new is not None and self.paper.new != "index":
            return repository.resolve(self.paper.new), False
        head = repository.head()
        known = GitListing(repository, repository.tree(head) if head else ()).names
        is_dirty = self.paper.new == "index" or known != self.halves[1].listing.names
        return head or "", is_dirty

    def _tell_others(self) -> None:
        others = sum(each.key.jurisdiction != self.place for each in self.found.changes)
        if others:
            self.session.tell("page.other_places", count=others)
