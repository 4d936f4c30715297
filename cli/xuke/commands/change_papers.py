"""A comparison for people: a page that stands alone, or the workbook of changes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from xuke import __version__
from xuke.commands.comparing import Paper
from xuke.commands.export import refusal, request_of
from xuke.commands.putting import put
from xuke.commands.session import Session
from xuke.diff.comparison import Comparison
from xuke.model.change import after, before
from xuke.model.diagnostic import Message, say
from xuke.model.record import Snapshot
from xuke.model.register import Register
from xuke.report.changes import Looks, total_told
from xuke.report.changes_html import Versions, change_html
from xuke.report.revision import Revision, revision_told
from xuke.report.show import Names
from xuke.sources.differing import Half
from xuke.sources.output import write_output
from xuke.tables.comparison import comparison_book
from xuke.tables.layout import CellRefusedError
from xuke.tables.present import REFERRED
from xuke.words.render import Language, render


def put_paper(session: Session, paper: Paper, found: Comparison, halves: tuple[Half, Half]) -> None:
    """Write the comparison as a page or as a workbook."""
    ground = _Ground(replace(session, revision=paper.new), paper, found, halves)
    if paper.form == "html":
        put(session, ground.page(), paper.file, force=paper.force)
    elif paper.file is not None:
        write_output(Path(paper.file), ground.workbook(), force=paper.force)
        session.tell("cli.written", path=paper.file)


@dataclass(frozen=True)
class _Ground:
    """Both versions as a whole; ``session`` reads the new one."""

    session: Session
    paper: Paper
    found: Comparison
    halves: tuple[Half, Half]

    @cached_property
    def versions(self) -> Versions:
        snapshots = self.session.base(self.paper.old).snapshot, self.session.snapshot
        revisions = self._revision(self.paper.old), self._revision(self.paper.new)
        return Versions(revisions, snapshots, (*self._unread(revisions), *self._origins(snapshots)))

    def _revision(self, name: str | None) -> Revision:
        if name in {None, "index"}:
            return Revision(say("page.index" if name else "diff.work"))
        repository = self.session.repository
        commit = repository.commit(repository.resolve(name or ""))
        return Revision(name or "", commit.name, commit.day)

    def _unread(self, revisions: tuple[Revision, Revision]) -> Iterator[Message]:
        for revision, half in zip(revisions, self.halves, strict=True):
            for each in half.unread:
                yield say("diff.unread", path=each.path, revision=revision.name, reason=each.reason)
        if any(half.unread for half in self.halves):
            yield say("diff.no_totals")

    def _origins(self, snapshots: tuple[Snapshot, Snapshot]) -> Iterator[Message]:
        """What may not pass for fact; a record that was cut out of its file does not know."""
        keys = {each.key for change in self.found.changes for each in (*before(change), *after(change))}
        origins = {side.records[key].provenance for side in snapshots for key in keys & side.records.keys()}
        if "demonstration" in origins:
            yield say("page.demonstration")
        if "unattributed" in origins:
            yield say("page.unattributed")

    def page(self) -> Iterator[str]:
        looks = Looks(self.session.language, _names(self.versions))
        return change_html(self.found, self.versions, looks, __version__)

    def workbook(self) -> bytes:
        session = self._of_one_place()
        request = request_of(session, "filed", (), self.paper.old, None)
        old, new = map(revision_told, self.versions.revisions)
        told = [say("page.versions", old=old, new=new), *self._unread(self.versions.revisions)]
        lines = [render(each, Language.ZH) for each in (*told, *map(total_told, self.found.totals))]
        try:
            return comparison_book(request, self.found, lines)
        except CellRefusedError as error:
            raise refusal(session, error) from None

    def _of_one_place(self) -> Session:
        """The jurisdiction that is meant, or else the only one that changed; the others are mentioned."""
        places = [each.key.jurisdiction for each in self.found.changes]
        if self.session.jurisdiction is None and len(set(places)) == 1 and places[0]:
            return replace(self.session, jurisdiction=places[0])
        others = sum(each != self.session.place for each in places)
        if others:
            self.session.tell("page.other_places", count=others)
        return self.session


def _names(versions: Versions) -> Callable[[str], Names]:
    """Printed names of what is referred to, as the new version has them, or else the old one."""

    @cache
    def of_place(jurisdiction: str) -> Names:
        registers = [Register(each, jurisdiction) for each in reversed(versions.snapshots)]

        def printed(kind: str, name: str) -> str:
            if kind not in REFERRED and kind != "party":
                return name
            kind = str(REFERRED.get(kind, kind))
            found = (register.printed_name(kind, name) for register in registers)
            return next((each for each in found if each != name), name)

        return printed

    return of_place
