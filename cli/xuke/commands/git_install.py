"""xuke git install."""

from xuke.commands.base import command
from xuke.commands.git_status import told
from xuke.commands.session import Session
from xuke.sources.drivers import install


@command("git.install", reads=False)
def COMMAND(session: Session) -> int:  # noqa: N802
    """Tell this repository about merge driver, differences and check; 1 when a part cannot be had."""
    return told(session, install(session.repository), wants_all=True)
