"""xuke stats."""

from collections.abc import Iterator
from pathlib import Path

from xuke.commands.base import choice, command, option
from xuke.commands.export import refusal, request_of
from xuke.commands.next_filing import next_filing
from xuke.commands.putting import put
from xuke.commands.session import Session
from xuke.figures.stats import statistics
from xuke.model.diagnostic import say
from xuke.report.stats import stats_lines
from xuke.report.stats_book import stats_leaves
from xuke.report.stats_json import stats_json
from xuke.sources.output import write_output
from xuke.tables.book import CellRefusedError
from xuke.tables.plain import plain_book

#: The filing tables that hold the figures, with their charts.
TABLES = ("statistics", "reductions")

FORMATS = ("table", "json", "markdown", "xlsx")


@command(
    "stats",
    option("--format", "form", text="cli.option.format", type=choice(FORMATS), default="table"),
    option("-o", "file", text="cli.option.output", metavar="cli.metavar.file"),
    option("--force", text="cli.option.force", is_flag=True),
)
def COMMAND(session: Session, form: str, file: str | None, force: bool) -> None:  # noqa: N802
    """Show the figures of the reform in the jurisdiction that is meant."""
    if form == "xlsx":
        target = Path(file or f"{session.register.title}{session.text(say('cli.stats.file_name'))}.xlsx")
        book = _book(session)
        write_output(target, book, force=force)
        session.tell("cli.written", path=str(target))
        return
    lines = _lines(session, form)
    put(session, lines, file, force=force)


def _book(session: Session) -> bytes:
    """Filing tables where there are licences, and every other section of the figures."""
    figures = statistics(session.register, next_filing(session))
    request = request_of(session, "filed", TABLES, None, None)
    try:
        return plain_book(request, stats_leaves(figures, session.language), TABLES if figures.groups else ())
    except CellRefusedError as error:
        raise refusal(session, error) from None


def _lines(session: Session, form: str) -> Iterator[str]:
    figures = statistics(session.register, next_filing(session))
    if form == "json":
        return stats_json(figures, session.language)
    return stats_lines(figures, form, session.language)
