"""The steps of an import: read, plan, prove, judge, and write all of it or nothing."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from xuke.check.check import judged
from xuke.check.gathered import standing
from xuke.commands.changing import replaced, texts_of
from xuke.commands.comparing import with_memoranda
from xuke.commands.progress import Progress
from xuke.commands.session import Session
from xuke.commands.units import names_of
from xuke.diff.compare import compare
from xuke.edit.rewrite import rewritten, steps
from xuke.model.change import Change
from xuke.model.codes import ALL
from xuke.model.diagnostic import Diagnostic, Message, Severity, say
from xuke.model.errors import CLEAN, FINDINGS, XukeError
from xuke.model.memory import no_collection
from xuke.model.place import Location, cell_at, whole
from xuke.model.record import Snapshot
from xuke.model.register import Register
from xuke.report.changes import Looks
from xuke.report.imports import Outcome, import_json, import_lines
from xuke.sources.inbox import read_input
from xuke.sources.output import write_output
from xuke.sources.write import write_files
from xuke.tables.annotate import annotated
from xuke.tables.given import Row
from xuke.tables.inputs import input_table
from xuke.tables.mapping import SheetMap, map_text, maps_of
from xuke.tables.match import map_of
from xuke.tables.merge import Conflict
from xuke.tables.plan import Ground, Plan, plan_of
from xuke.tables.precheck import LARGEST, UnreadableError
from xuke.tables.reading import ReadBook, read_book
from xuke.tables.spots import Spots
from xuke.tables.taking import Taken, rows_of, take
from xuke.tables.traced import at_cells, conflict_findings


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for."""

    books: tuple[Path, ...]
    map_file: str | None
    writes: bool
    removes: bool


@dataclass
class Import:
    """One run."""

    session: Session
    wish: Wish
    #: The workbook that was read last, and the maps of all: workbooks are not held together.
    book: ReadBook | None = None
    maps: list[SheetMap] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    notes: list[tuple[Location, Message]] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    blocks: list[tuple[Location, str, int]] = field(default_factory=list)
    spots: Spots = field(default_factory=Spots)
    new: Snapshot = field(default_factory=lambda: Snapshot({}))
    texts: dict[str, bytes | None] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    written: bool = False
    _read: dict[str, bytes] = field(default_factory=dict)
    _bases: dict[str, Snapshot] = field(default_factory=dict)

    def plan(self) -> None:
        """Read every workbook and merge it into the register, one after the other."""
        self.new = self.session.snapshot
        self._take_all(self._maps(), Progress(len(self.wish.books), self.session))
        self.findings += conflict_findings(self.conflicts)
        if not self.is_refused:
            self._prove()

    def _take_all(self, maps: list[SheetMap], progress: Progress) -> None:
        for path in self.wish.books:
            progress.step()
            with no_collection():
                self._take_one(path, maps)
        progress.end()

    def _take_one(self, path: Path, maps: list[SheetMap]) -> None:
        self.book = None
        taken = self._take(path, maps)
        if taken is not None:
            self.book = taken.book
            self.maps += map_of(block for blocks in taken.blocks.values() for block in blocks)
            self._merge(taken)

    @property
    def is_refused(self) -> bool:
        """Whether something stands against writing."""
        return any(each.code[0] != "S" and each.severity is Severity.ERROR for each in self.findings)

    def _maps(self) -> list[SheetMap]:
        if self.wish.map_file is None:
            return []
        maps, problems = maps_of(self.wish.map_file, read_input(Path(self.wish.map_file), LARGEST))
        self.findings += problems
        return maps

    def _take(self, path: Path, maps: list[SheetMap]) -> Taken | None:
        try:
            book = read_book(str(path), read_input(path, LARGEST))
        except UnreadableError as error:
            self.findings.append(Diagnostic("X001", ALL["X001"], whole(str(path)), error.message))
            return None
        if book.encoding:
            self.notes.append(
                (whole(str(path)), say("books.encoding", path=str(path), encoding=book.encoding))
            )
        return take(book, maps)

    def _merge(self, taken: Taken) -> None:
        base = self._base(taken) if taken.stamp and not taken.told.findings else None
        place = self._place(taken)
        for table in taken.blocks if place else ():
            rows = rows_of(taken, table, Register(self.new, place))
            self._count(taken, table, rows)
            ground = Ground(
                replace(self.new, paths=self.session.snapshot.paths),
                place,
                input_table(table),
                base,
                taken.stamp if taken.stamp and taken.stamp.table == table else None,
                self.wish.removes,
                given=_heads(taken, table),
            )
            self._take_over(plan_of(ground, rows, taken.told))
        self.findings += taken.told.findings
        self.notes += taken.told.notes

    def _take_over(self, plan: Plan) -> None:
        self.new = plan.new
        self.spots.add(plan.spots)
        self.conflicts += plan.conflicts

    def _count(self, taken: Taken, table: str, rows: list[Row]) -> None:
        for block in taken.blocks[table]:
            name, lines = block.sheet.name, range(block.head + 2, block.end + 1)
            count = sum(each.place.sheet == name and each.place.start.line in lines for each in rows)
            self.blocks.append((cell_at(taken.book.name, name, block.head + 1, 1), block.input.title, count))

    def _place(self, taken: Taken) -> str:
        """The jurisdiction: that of the stamp, or the one that is meant."""
        if taken.stamp is None:
            return self.session.place
        asked = self.session.jurisdiction
        if asked and asked != taken.stamp.jurisdiction:
            message = say("X001.other_place", name=taken.stamp.jurisdiction, known=asked)
            taken.told.findings.append(_refused(taken, message))
            return ""
        return taken.stamp.jurisdiction

    def _base(self, taken: Taken) -> Snapshot | None:
        """The register at the commit that the form was made from."""
        stamp = taken.stamp
        if stamp is None or not stamp.commit:
            return None
        try:
            if stamp.commit not in self._bases:
                self._bases[stamp.commit] = self.session.base(stamp.commit).snapshot
            return self._bases[stamp.commit]
        except XukeError:
            taken.told.findings.append(_refused(taken, say("X001.base", commit=stamp.commit[:12])))
        return None

    def _prove(self) -> None:
        """Make the new texts, read them again, and judge what the change is answerable for."""
        old = self.session.snapshot
        self.changes = list(compare(old, self.new))
        wanted = steps(old, self.new)
        self._read = texts_of(self.session, wanted)
        self.texts = rewritten(self._read, wanted)
        if not self.texts:
            return
        loaded = replaced(self.session, self.texts)
        found = standing(judged(loaded, self.session.today, base=self.session.loaded))
        self.findings += at_cells(found, loaded.snapshot, self.spots)

    def keep(self, write_map: str | None, annotate: str | None, *, force: bool) -> None:
        """Write the map and the annotated copy that are asked for."""
        if write_map:
            write_output(Path(write_map), map_text(self.maps), force=force)
            self.session.tell("cli.written", path=write_map)
        if annotate and self.book:
            data = read_input(self.wish.books[0], LARGEST)
            book = annotated(self.book, data, self.findings, self.session.language)
            write_output(Path(annotate), book, force=force)
            self.session.tell("books.annotated", path=annotate)

    def finish(self, form: str) -> int:
        """Write if that is asked and nothing stands against it; tell what was found."""
        if self.wish.writes and self.texts and not self._blockers:
            read = {path: self._read.get(path) for path in self.texts}
            write_files(self.session.root, self.texts, read)
            self.written = True
        outcome = Outcome(
            self.findings,
            self.notes,
            self.conflicts,
            with_memoranda(self.changes, self.new),
            self.blocks,
            self.written,
            len(self.texts),
        )
        lines = import_json if form == "json" else import_lines
        looks = Looks(self.session.language, names_of(self.new, self.session.snapshot))
        for line in lines(outcome, looks, is_long=bool(self.session.verbose)):
            click.echo(line)
        self._close()
        return FINDINGS if any(each.severity is Severity.ERROR for each in self.findings) else CLEAN

    @property
    def _blockers(self) -> list[Diagnostic]:
        return [each for each in self.findings if each.code[0] == "X" and each.severity is Severity.ERROR]

    def _close(self) -> None:
        errors = sum(each.severity is Severity.ERROR for each in self.findings)
        if self.conflicts:
            self.session.tell("books.conflicts", count=len(self.conflicts))
        elif self._blockers:
            self.session.tell("books.refused", count=errors)
        elif self.written:
            self.session.tell("books.written", count=len(self.texts))
        else:
            self.session.tell("books.would_write" if self.texts else "books.nothing")
        if self.written and errors:
            self.session.tell("books.open_errors", count=errors)


def _heads(taken: Taken, table: str) -> dict[str, Location]:
    """The heading of every sheet of one table, by the id of its input sheet."""
    return {
        each.input.id: cell_at(taken.book.name, each.sheet.name, each.head + 1, 1)
        for each in taken.blocks[table]
    }


def _refused(taken: Taken, message: Message) -> Diagnostic:
    return Diagnostic("X001", ALL["X001"], whole(taken.book.name), message)
