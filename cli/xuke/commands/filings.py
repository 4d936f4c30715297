"""What the commands of ``xuke filing`` share: versions, the check before a filing, earlier filings."""

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from xuke.check.check import judged
from xuke.check.gathered import shown
from xuke.commands.session import Session
from xuke.model.diagnostic import Diagnostic, Severity
from xuke.model.errors import Refusal, UsageFault, XukeError
from xuke.model.record import Snapshot
from xuke.report.findings import finding_lines
from xuke.sources.inbox import read_input
from xuke.sources.tree import WorkTree

#: Libraries that shape the bytes of a bundle.
LIBRARIES = ("openpyxl", "et_xmlfile", "python-docx", "lxml")


def fix_commit(session: Session) -> str:
    """The commit that is filed, which the run reads from now on; a work tree has to be clean for it."""
    if session.revision == "index":
        raise UsageFault("filings.commit_only")
    if session.revision is None:
        head = session.repository.head()
        if head is None:
            raise XukeError("cli.no_commit", revision="HEAD")
        if session.repository.is_dirty(WorkTree(session.root).files()):
            raise Refusal("filings.dirty")
    # Read from git and not from disk, where line endings differ between systems.
    session.revision = session.repository.resolve(session.revision or "HEAD")
    return session.revision


def refuse_faults(session: Session, accepted: Iterable[str]) -> None:
    """Errors that nobody accepted by name are shown and refused; so is a name that accepts nothing."""
    found = [
        each
        for each in judged(session.loaded, session.today, history=session.history)
        if _counts(session, each)
    ]
    named = set(accepted)
    unknown = sorted(named - {exception_of(each) for each in found})
    if unknown:
        raise UsageFault("filings.no_such_finding", names=tuple(unknown))
    # What is shown once stands for its cause wherever that shows.
    causes = {each.cause for each in found if exception_of(each) in named} - {""}
    open_ones = (each for each in found if exception_of(each) not in named and each.cause not in causes)
    rest = shown(list(open_ones))
    for each in rest:
        for line in finding_lines(each, session.language):
            click.echo(line, err=True)
    if rest:
        raise Refusal("filings.not_clean", count=len(rest), example=exception_of(rest[0]))


def _counts(session: Session, each: Diagnostic) -> bool:
    is_mine = each.record is None or each.record.jurisdiction in {"", session.place}
    return each.severity is Severity.ERROR and not each.suppressed and is_mine


def exception_of(each: Diagnostic) -> str:
    """How a finding is named to accept it: its code and its record, or its file."""
    return f"{each.code}:{each.record or each.location.path}"


def libraries() -> dict[str, str]:
    """Versions of the libraries that shape the bytes of a bundle."""
    found: dict[str, str] = {}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def snapshot_at(session: Session, commit: str) -> Snapshot | None:
    """The register at a commit; None where the repository does not have it."""
    try:
        return session.base(commit).snapshot
    except XukeError:
        return None


def bytes_of(file: str, most: int) -> bytes:
    """A file that a user hands in; one beyond a size is not read."""
    data = read_input(Path(file), most)
    if len(data) > most:
        raise XukeError("filings.too_large", path=file, most=most >> 20)
    return data
