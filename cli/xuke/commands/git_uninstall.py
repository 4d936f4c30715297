"""xuke git uninstall."""

from xuke.commands.base import command
from xuke.commands.git_status import told
from xuke.commands.session import Session
from xuke.sources.drivers import uninstall


@command("git.uninstall", reads=False)
def COMMAND(session: Session) -> int:  # noqa: N802
    """Take out what ``git install`` wrote, and nothing else."""
    return told(session, uninstall(session.repository))
