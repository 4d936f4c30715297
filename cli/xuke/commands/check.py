"""xuke check."""

import os
from collections.abc import Callable
from pathlib import Path

import click

from xuke.check.check import check
from xuke.commands.base import argument, choice, command, option
from xuke.commands.fixing import mend
from xuke.commands.session import Session
from xuke.model.diagnostic import Diagnostic, Severity
from xuke.model.errors import CLEAN, FINDINGS, UsageFault
from xuke.report.findings import FORMATS, Summary, summary_of
from xuke.report.pointers import rooted
from xuke.sources.output import write_output


@command(
    "check",
    argument("paths", nargs=-1),
    option("--format", "form", text="cli.check.format", type=choice(tuple(FORMATS)), default="table"),
    option("-o", "outputs", text="cli.check.output", metavar="cli.metavar.output", multiple=True),
    option("--fail-on", text="cli.check.fail_on", type=choice(("error", "warning")), default="error"),
    option("--show-suppressed", text="cli.check.show_suppressed", is_flag=True),
    option("--fix", text="cli.check.fix", is_flag=True),
    option("--dry-run", text="cli.check.dry_run", is_flag=True),
    option("--force", text="cli.option.force", is_flag=True),
)
def COMMAND(  # noqa: N802
    session: Session,
    paths: tuple[str, ...],
    form: str,
    outputs: tuple[str, ...],
    fail_on: str,
    show_suppressed: bool,
    fix: bool,
    dry_run: bool,
    force: bool,
) -> int:
    """Check the register; 1 when there are findings that fail."""
    targets = [_target(each) for each in outputs]
    if fix:
        mend(session, is_dry=dry_run)
    found = check(session.loaded, session.today, _covering(session.root, paths))
    open_ones = (each for each in found if show_suppressed or not each.suppressed)
    shown = list(rooted(open_ones, session.loaded.documents))
    summary = summary_of(found, session.loaded)
    click.echo(_report(form, shown, summary, session), nl=False)
    for name, file in targets:
        write_output(Path(file), _report(name, shown, summary, session).encode(), force=force)
    return _exit_code(found, fail_on)


def _report(form: str, shown: list[Diagnostic], summary: Summary, session: Session) -> str:
    return "".join(f"{line}\n" for line in FORMATS[form](shown, summary, session.language))


def _target(output: str) -> tuple[str, str]:
    name, colon, file = output.partition(":")
    if name not in FORMATS or not colon or not file:
        raise UsageFault("cli.bad_output", output=output, known=tuple(FORMATS))
    return name, file


def _covering(root: Path, paths: tuple[str, ...]) -> Callable[[str], bool] | None:
    if not paths:
        return None
    wanted = [_inside(root, path) for path in paths]
    return lambda path: any(each == "." or path == each or path.startswith(f"{each}/") for each in wanted)


def _inside(root: Path, path: str) -> str:
    full = Path(os.path.abspath(path))
    try:
        return full.relative_to(root).as_posix()
    except ValueError:
        raise UsageFault("cli.outside", path=path) from None


def _exit_code(found: list[Diagnostic], fail_on: str) -> int:
    failing = {Severity.ERROR, Severity.WARNING} if fail_on == "warning" else {Severity.ERROR}
    return FINDINGS if any(each.severity in failing and not each.suppressed for each in found) else CLEAN
