"""xuke memo status."""

from datetime import date

import click

from xuke.check.suspects import Suspect, suspects
from xuke.commands.base import choice, command, option
from xuke.commands.measures import department_of
from xuke.commands.session import Session
from xuke.figures.board import standings
from xuke.report.board import board_lines
from xuke.report.board_json import Board


@command(
    "memo.status",
    option("--department", text="cli.memo.status.department", metavar="cli.metavar.department"),
    option("--format", "form", text="cli.option.format", type=choice(("table", "json")), default="table"),
)
def COMMAND(session: Session, department: str | None, form: str) -> None:  # noqa: N802
    """Show how far every department's memorandum has come on a day."""
    for line in board_lines(
        board_of(session, department_of(session, department) if department else ""), form, session.language
    ):
        click.echo(line)


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
