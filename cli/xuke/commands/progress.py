"""How far a long run has come: on a terminal only, and only after a second."""

import sys
import time

import click

from xuke.commands.session import Session
from xuke.model.diagnostic import say

#: Seconds for which nothing is shown.
PATIENCE = 1.0


class Progress:
    """One line on the error stream that is written over, and gone at the end."""

    def __init__(self, total: int, session: Session) -> None:
        self._total, self._session = total, session
        self._done, self._is_shown = 0, False
        self._start = time.monotonic()

    def step(self) -> None:
        """Begin the next of the parts."""
        self._done += 1
        is_late = time.monotonic() - self._start > PATIENCE
        if is_late and sys.stderr.isatty() and not self._session.quiet:
            text = self._session.text(say("books.progress", done=self._done, total=self._total))
            click.echo(f"\r{text}", err=True, nl=False)
            self._is_shown = True

    def end(self) -> None:
        """Wipe the line."""
        if self._is_shown:
            click.echo("\r\033[K", err=True, nl=False)
