"""xuke check."""

import os
from pathlib import Path
from typing import cast

import click

from xuke.check.verdict import Verdict
from xuke.commands.base import argument, choice, command, option
from xuke.commands.covering import covering, refuse_contradictions
from xuke.commands.formatting import Context
from xuke.commands.session import Session
from xuke.commands.verdicts import verdict_on
from xuke.model.diagnostic import Severity, say
from xuke.model.errors import CLEAN, FINDINGS, UsageFault, XukeError
from xuke.model.folders import DATA_FOLDERS
from xuke.report.findings import Report, report_of
from xuke.report.formats import FORMATS
from xuke.sources.inbox import read_input
from xuke.sources.output import write_output
from xuke.sources.tree import reason_of


@command(
    "check",
    argument("paths", nargs=-1),
    option("--format", "form", text="cli.check.format", type=choice(tuple(FORMATS)), default="table"),
    option("-o", "outputs", text="cli.check.output", metavar="cli.metavar.output", multiple=True),
    option("--fail-on", text="cli.check.fail_on", type=choice(("error", "warning")), default="error"),
    option("--show-suppressed", text="cli.check.show_suppressed", is_flag=True),
    option("--since", text="cli.check.since", metavar="cli.metavar.revision"),
    option("--staged", text="cli.check.staged", is_flag=True),
    option("--baseline", text="cli.check.baseline", metavar="cli.metavar.file"),
    option("--fix", text="cli.check.fix", is_flag=True),
    option("--dry-run", text="cli.check.dry_run", is_flag=True),
    option("--force", text="cli.option.force", is_flag=True),
    option("--no-cache", text="cli.check.no_cache", is_flag=True),
)
def COMMAND(  # noqa: N802
    session: Session,
    paths: tuple[str, ...],
    form: str,
    outputs: tuple[str, ...],
    fail_on: str,
    show_suppressed: bool,
    since: str | None,
    staged: bool,
    baseline: str | None,
    fix: bool,
    dry_run: bool,
    force: bool,
    no_cache: bool,
) -> int:
    """Check the register; 1 when there are findings that fail."""
    session.keeps = not no_cache
    targets = _targets(session, outputs)
    refuse_contradictions(since=since, staged=staged, fix=fix, dry_run=dry_run)
    _mend(session, paths, since, is_staged=staged, fix=fix, is_dry=dry_run)
    verdict, files = verdict_on(session, since, is_staged=staged)
    verdict = _asked_for(session, verdict, paths, baseline)
    report = report_of(
        verdict,
        fail_on=Severity(fail_on),
        shows_suppressed=show_suppressed,
        is_complete=session.commit is None or not session.repository.is_shallow,
    )
    said = _deliver(report, form, session)
    for name, file in targets:
        write_output(Path(file), _text(name, report, session).encode(), force=force)
    code = FINDINGS if report.fails else CLEAN
    if files is not None and not (paths or targets or baseline or fix or form == "github"):
        _keep(session, said, code, files)
    return code


def _deliver(report: Report, form: str, session: Session) -> str:
    """Say it, and what reached the stream."""
    text = _painted(_text(form, report, session), form, session)
    click.echo(text, nl=False, color=session.is_colored)
    if form == "github":
        _summarise(report, session)
    return text if session.is_colored else click.unstyle(text)


def _keep(session: Session, said: str, code: int, files: dict[str, list[int]]) -> None:
    """Note what was said, for the same command line again; only where nothing else was said."""
    asked = cast("Context", click.get_current_context().find_root()).asked
    if asked is None or session.verbose or session.has_spoken or os.fspath(session.root) != asked.folder:
        return
    # Late: a plain folder needs no git.
    from xuke.sources.plumbing import program  # noqa: PLC0415

    git = program() if session.has_repository else ""
    asked.keep(said, code, git=git, commit=session.commit, files=files)


def _mend(
    session: Session, paths: tuple[str, ...], since: str | None, *, is_staged: bool, fix: bool, is_dry: bool
) -> None:
    if fix:
        # Late, like the baseline: both need the reader, which a check that was kept does without.
        from xuke.commands.fixing import mend  # noqa: PLC0415

        mend(session, paths, since, is_staged=is_staged, is_dry=is_dry)


def _asked_for(session: Session, verdict: Verdict, paths: tuple[str, ...], baseline: str | None) -> Verdict:
    """The findings of some files, without those that were accepted."""
    covers = covering(session, paths, verdict.paths, verdict.jurisdictions)
    found = verdict.covering(covers) if covers else verdict
    return _accepting(session, found, baseline) if baseline else found


def _accepting(session: Session, verdict: Verdict, file: str) -> Verdict:
    from xuke.check.baseline import accepted, entry_of, without  # noqa: PLC0415

    data = read_input(Path(file))
    entries, faults = accepted(file, data)
    judged = [*map(entry_of, faults), *without(verdict, entries, session.today)]
    return verdict._replace(entries=tuple(sorted(judged, key=lambda each: each.found.order)))


def _painted(text: str, form: str, session: Session) -> str:
    """Errors red and warnings yellow on a terminal; other formats and files stay plain."""
    if form != "table" or not session.is_colored:
        return text
    for level, color in ((Severity.ERROR, "red"), (Severity.WARNING, "yellow")):
        word = session.text(say(f"report.{level}"))
        text = text.replace(f": {word} ", f": {click.style(word, fg=color)} ")
    return text


def _text(form: str, report: Report, session: Session) -> str:
    return "".join(f"{line}\n" for line in FORMATS[form](report, session.language))


def _summarise(report: Report, session: Session) -> None:
    """Add the whole report to the summary of a run on GitHub, which has room for all of it."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    try:
        with Path(file).open("ab") as summary:
            summary.write(_text("markdown", report, session).encode())
    except OSError as error:
        raise XukeError("cli.unwritable", path=file, reason=reason_of(error)) from None


def _targets(session: Session, outputs: tuple[str, ...]) -> list[tuple[str, str]]:
    """Format and file of each report; no two in one file, and none where only the register belongs."""
    found = [_target(each) for each in outputs]
    known = [os.path.realpath(file) for _, file in found]
    for place, (_, file) in zip(known, found, strict=True):
        if known.count(place) > 1:
            raise UsageFault("cli.check.same_file", path=file)
        if any(Path(place).is_relative_to(session.root.resolve() / each) for each in DATA_FOLDERS):
            raise UsageFault("cli.check.data_folder", path=file)
    return found


def _target(output: str) -> tuple[str, str]:
    name, colon, file = output.partition(":")
    if name not in FORMATS or not colon or not file:
        raise UsageFault("cli.bad_output", output=output, known=tuple(FORMATS))
    if file == "-":
        raise UsageFault("cli.check.no_stream", form=name)
    return name, file
