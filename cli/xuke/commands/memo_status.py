"""xuke memo status."""

from datetime import date
from pathlib import Path

from xuke.check.suspects import Suspect, suspects
from xuke.commands.base import choice, command, option
from xuke.commands.export import request_of
from xuke.commands.measures import department_of
from xuke.commands.putting import put
from xuke.commands.session import Session
from xuke.figures.board import standings
from xuke.model.diagnostic import say
from xuke.report.board import board_lines, board_sections
from xuke.report.board_json import Board
from xuke.sources.output import write_output
from xuke.tables.plain import Leaf, plain_book

_FORMATS = ("table", "json", "xlsx")


@command(
    "memo.status",
    option("--department", text="cli.memo.status.department", metavar="cli.metavar.department"),
    option("--format", "form", text="cli.option.format", type=choice(_FORMATS), default="table"),
    option("-o", "file", text="cli.option.output", metavar="cli.metavar.file"),
    option("--force", text="cli.option.force", is_flag=True),
)
def COMMAND(session: Session, department: str | None, form: str, file: str | None, force: bool) -> None:  # noqa: N802
    """Show how far every department's memorandum has come on a day."""
    board = board_of(session, department_of(session, department) if department else "")
    if form == "xlsx":
        target = Path(file or f"{session.register.title}{session.text(say('papers.file_name'))}.xlsx")
        write_output(target, _book(session, board), force=force)
        session.tell("cli.written", path=str(target))
        return
    put(session, board_lines(board, form, session.language), file, force=force)


def _book(session: Session, board: Board) -> bytes:
    sections = (each for each in board_sections(board) if each.rows)
    tables = [Leaf(each.title, each.headings, each.rows, each.remarks) for each in sections]
    return plain_book(request_of(session, "filed", (), None, board.day), tables)


def board_of(session: Session, chosen: str = "") -> Board:
    """The board of a day, of one department or of all; what changed after that day is not suspect yet."""
    register, day = session.register, session.today
    found = [
        each
        for memo in register.memoranda.values()
        for each in suspects(memo, register, session.history)
        if chosen in {"", memo.giver} and not _is_later(each, day)
    ]
    stands = [each for each in standings(register, day) if chosen in {"", each.department}]
    return Board(register, day, stands, found)


def _is_later(suspect: Suspect, day: date) -> bool:
    version = suspect.drift.version if suspect.drift else None
    return version is not None and version.day > day
