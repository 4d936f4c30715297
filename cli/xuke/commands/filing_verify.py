"""xuke filing verify."""

from pathlib import Path

import click

from xuke import __version__
from xuke.commands.base import argument, choice, command, option
from xuke.commands.export import day_of_option
from xuke.commands.filings import bytes_of, snapshot_at
from xuke.commands.session import Session
from xuke.filing.bundle import LARGEST, NotABundle
from xuke.filing.screen import verified_lines
from xuke.filing.verify import Filed, Load, Outcome, Verdict, of_register, verified
from xuke.model.errors import CLEAN, FINDINGS, Refusal
from xuke.model.record import Snapshot
from xuke.model.register import Register
from xuke.tables.precheck import UnreadableError


@command(
    "filing.verify",
    argument("files", nargs=-1, required=True),
    option("--filled-on", text="filings.help_filled_on", metavar="cli.metavar.day"),
    option("--format", "form", text="cli.option.format", type=choice(("table", "json")), default="table"),
    keeps=False,
)
def COMMAND(session: Session, files: tuple[str, ...], filled_on: str | None, form: str) -> int:  # noqa: N802
    """Say whether files are what was filed, or which cells differ."""
    known = _known(session, filled_on)
    loaded: dict[str, Snapshot | None] = {}

    def load(commit: str) -> Snapshot | None:
        if commit not in loaded:
            loaded[commit] = snapshot_at(session, commit)
        return loaded[commit]

    found = [_verified(file, known, load) for file in files]
    for line in verified_lines(found, form, session.language):
        click.echo(line)
    is_sound = all(each.verdict in {Verdict.BYTES, Verdict.VALUES} for each in found)
    return CLEAN if is_sound else FINDINGS


def _known(session: Session, filled_on: str | None) -> list[Filed]:
    """The filings on record, or with ``--at`` that version alone."""
    if session.revision is not None:
        commit = session.repository.resolve(session.revision)
        day = day_of_option(filled_on)
        text = day.isoformat() if day else ""
        return [Filed(session.place, commit, filled_on=text, version=__version__)]
    places = [session.place] if session.jurisdiction else session.snapshot.jurisdictions
    return [each for place in places for each in of_register(Register(session.snapshot, place))]


def _verified(file: str, known: list[Filed], load: Load) -> Outcome:
    data = bytes_of(file, LARGEST)
    try:
        return verified(Path(file).name, data, known, load)
    except UnreadableError as error:
        raise Refusal("filings.unreadable", path=file, reason=error.message) from None
    except NotABundle:
        raise Refusal("filings.no_bundle", path=file) from None
