"""xuke split."""

from collections.abc import Iterable

from xuke.commands.base import argument, command, option
from xuke.commands.changing import settle
from xuke.commands.session import Session
from xuke.commands.steps import desk, finish, shared
from xuke.edit.split import split
from xuke.model.errors import UsageFault


@command(
    "split",
    argument("item"),
    option("--into", text="edits.help_into", metavar="edits.metavar_named", multiple=True, required=True),
    *shared(),
)
def COMMAND(  # noqa: N802
    session: Session, item: str, into: tuple[str, ...], reason: str, dry_run: bool, form: str
) -> None:
    """Divide an item into several."""
    settle(session, is_dry=dry_run)
    steps = split(desk(session, reason), item, list(_named(into)))
    finish(session, steps, dry_run=dry_run, form=form)


def _named(given: Iterable[str]) -> Iterable[tuple[str, str]]:
    for each in given:
        code, sign, name = each.partition("=")
        if not (code.strip() and sign and name.strip()):
            raise UsageFault("edits.bad_result", text=each)
        yield code.strip(), name.strip()
