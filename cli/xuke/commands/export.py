"""xuke export."""

from datetime import date
from pathlib import Path

import click

from xuke import __version__
from xuke.check.check import judged
from xuke.check.gathered import shown
from xuke.commands.base import argument, choice, command, option
from xuke.commands.session import Session
from xuke.figures.filings import last_filing
from xuke.filing.order import unit_of
from xuke.model.diagnostic import Severity, say
from xuke.model.errors import UsageFault, XukeError
from xuke.model.views import day_of
from xuke.sources.output import write_output
from xuke.sources.tree import WorkTree
from xuke.tables.book import BookRequest, CellNotXml, CellRefusedError, csv_of, filing_book, open_book
from xuke.tables.layouts import TABLES

#: The word for the version that was filed last.
LAST = "last"


@command(
    "export",
    argument("book", type=choice(("filing",))),
    option("-o", "file", text="cli.option.output", metavar="cli.metavar.file"),
    option("--edition", text="cli.export.edition", type=choice(("filed", "working")), default="filed"),
    option("--table", "tables", text="cli.export.table", metavar="cli.metavar.table", multiple=True),
    option("--since", text="cli.export.since", metavar="cli.metavar.revision"),
    option("--filled-on", text="cli.export.filled_on", metavar="cli.metavar.day"),
    option("--format", "form", text="cli.option.format", type=choice(("xlsx", "csv")), default="xlsx"),
    option("--force", text="cli.option.force", is_flag=True),
    keeps=False,
)
def COMMAND(  # noqa: N802
    session: Session,
    book: str,
    file: str | None,
    edition: str,
    tables: tuple[str, ...],
    since: str | None,
    filled_on: str | None,
    form: str,
    force: bool,
) -> None:
    """Write the filing workbook of a jurisdiction, or one table of it as CSV."""
    request = request_of(session, edition, tables, since, day_of_option(filled_on))
    _remark(session, request)
    if form == "csv":
        _write_csv(session, request, file, force=force)
        return
    target = Path(file or f"{session.register.title}{session.text(say('cli.export.file_name'))}.xlsx")
    write_output(target, made(session, request), force=force)
    session.tell("cli.export_done", path=str(target), tables=len(open_book(request).tables))


def day_of_option(text: str | None) -> date | None:
    """A day as a user wrote it; a usage fault for what is none."""
    found = day_of(text)
    if text and found is None:
        raise UsageFault("cli.bad_day", day=text)
    return found


def request_of(
    session: Session, edition: str, tables: tuple[str, ...], since: str | None, filled_on: date | None
) -> BookRequest:
    """All that a workbook of these tables depends on, at the revision of the run."""
    for table in tables:
        if table not in TABLES:
            raise UsageFault("cli.unknown_table", table=table, known=tuple(TABLES))
    if since == LAST:
        since = last_version(session)
    base = session.base(since).snapshot if since else None
    commit, is_dirty = version_of(session)
    return BookRequest(
        snapshot=session.snapshot,
        jurisdiction=session.place,
        edition="working" if edition == "working" else "filed",
        tables=tables or tuple(TABLES),
        since=base,
        commit=commit,
        is_dirty=is_dirty,
        date=filled_on,
        version=__version__,
        unit=unit_of(session.register),
    )


def last_version(session: Session) -> str:
    """The commit of the last recorded filing of the jurisdiction."""
    found = last_filing(session.register)
    if found is None:
        raise UsageFault("filings.none_recorded", place=session.place)
    return found.text("commit")


def version_of(session: Session) -> tuple[str, bool]:
    """The commit that is read, empty without one, and whether files differ from it."""
    if not session.has_repository:
        return "", False
    if session.revision == "index":
        return session.repository.head() or "", True
    if session.revision is not None:
        return session.repository.resolve(session.revision), False
    head = session.repository.head()
    return head or "", session.repository.is_dirty(WorkTree(session.root).files())


def _remark(session: Session, request: BookRequest) -> None:
    found = judged(session.loaded, session.today)
    place = session.place
    errors = (each for each in found if each.severity is Severity.ERROR and not each.suppressed)
    mine = shown([each for each in errors if each.record is None or each.record.jurisdiction == place])
    if mine:
        session.tell("cli.export_errors", count=len(mine))
    if request.is_dirty:
        session.tell("cli.export_dirty")


def made(session: Session, request: BookRequest) -> bytes:
    """The workbook; a cell that cannot be held is told with its place."""
    try:
        return filing_book(request)
    except CellRefusedError as error:
        raise refusal(session, error) from None


def refusal(session: Session, error: CellRefusedError) -> XukeError:
    """What is told of a value that no cell can hold."""
    record = session.snapshot.records.get(error.key) if error.key else None
    place = str(record.locate()) if record else error.table
    name = "cli.cell_not_xml" if isinstance(error, CellNotXml) else "cli.cell_too_long"
    return XukeError(name, place=place, field=error.column, detail=error.detail)


def _write_csv(session: Session, request: BookRequest, file: str | None, *, force: bool) -> None:
    if len(request.tables) != 1:
        raise UsageFault("cli.one_table")
    text = csv_of(request.tables[0], request)
    if file is None:
        click.echo(text, nl=False)
    else:
        # Excel on Chinese Windows reads UTF-8 only behind a byte order mark.
        write_output(Path(file), text.encode("utf-8-sig"), force=force)
        session.tell("cli.export_done", path=file, tables=1)
