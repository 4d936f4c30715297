"""xuke memo sign."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path, PurePath

import click

from xuke.check.check import judged
from xuke.check.gathered import shown
from xuke.commands.base import argument, command, option
from xuke.commands.changing import carry_out, planned, settle
from xuke.commands.memo_draft import memo_named
from xuke.commands.memo_render import rendered, supplement_named
from xuke.commands.session import Session
from xuke.edit.rewrite import Step
from xuke.edit.supplement import Fields
from xuke.memo.docx import base_file
from xuke.memo.signing import digest, signed, supplement_signed, with_signature
from xuke.model.diagnostic import Diagnostic, Severity
from xuke.model.errors import CLEAN, FINDINGS, Refusal, UsageFault
from xuke.model.record import Key, Kind, Record
from xuke.model.views import Memo, day_of
from xuke.report.findings import finding_lines
from xuke.sources.inbox import read_input


@command(
    "memo.sign",
    argument("department"),
    option("--number", text="papers.help_number", metavar="cli.metavar.number", default=""),
    option("--effective", text="papers.help_effective", metavar="cli.metavar.day"),
    option("--supplement", text="papers.help_supplement", metavar="cli.metavar.id"),
    option("--scan", text="papers.help_scan", metavar="cli.metavar.file"),
    option("--keep-scan", text="papers.help_keep_scan", is_flag=True),
    option("--dry-run", text="papers.help_dry_run", is_flag=True),
)
def COMMAND(  # noqa: N802
    session: Session,
    department: str,
    number: str,
    effective: str | None,
    supplement: str | None,
    scan: str | None,
    keep_scan: bool,
    dry_run: bool,
) -> int:
    """Record that a memorandum or a supplement was signed; 1 where errors stand in the way."""
    settle(session, is_dry=dry_run)
    memo, image = memo_named(session, department), _scan(scan)
    digests = {"scan": digest(image), "scan_file": PurePath(scan).name} if image and scan else {}
    if supplement:
        fields = _supplement(session, memo, supplement, number, digests)
    else:
        fields = _memo(session, memo, number, _start(session, memo, effective), digests)
    steps = [Step(memo.record, Record(memo.key, fields, memo.record.home))]
    if found := _errors(session, memo, steps):
        click.echo("\n".join(line for each in found for line in finding_lines(each, session.language)))
        session.tell("papers.not_signed", count=len(found))
        return FINDINGS
    beside = {_place(memo, scan, supplement): image} if keep_scan and image and scan else {}
    carry_out(session, steps, is_dry=dry_run, beside=beside)
    return CLEAN


def _scan(file: str | None) -> bytes:
    return b"" if file is None else read_input(Path(file))


def _place(memo: Memo, scan: str, supplement: str | None) -> str:
    """Where a scan is kept: beside the memoranda, under the name of the department."""
    name = f"{memo.id}-{supplement}" if supplement else memo.id
    return f"memoranda/{memo.jurisdiction}/signed/{name}{PurePath(scan).suffix.lower()}"


def _start(session: Session, memo: Memo, given: str | None) -> date:
    """The day from which it binds: as given, as written, or the one day of all its items."""
    if given is not None:
        found = day_of(given)
        if found is None:
            raise UsageFault("cli.bad_day", day=given)
        return found
    listed = session.register.listed_items(memo)
    days = {each.effective for _, item in listed for each in item.transferred if each.effective}
    start = memo.day("effective") or (days.pop() if len(days) == 1 else None)
    if start is None:
        raise UsageFault("papers.which_day")
    return start


def _memo(session: Session, memo: Memo, number: str, start: date, digests: dict[str, str]) -> Fields:
    number = number or memo.text("number")
    if memo.text("status") != "draft":
        raise Refusal("papers.is_signed", title=memo.name)
    if not number:
        raise UsageFault("papers.which_number")
    fields = with_signature(signed(memo, session.register, session.today, number, start), **digests)
    # The paper as it reads once signed, on the base that ships with the tool.
    record = Record(memo.key, fields, memo.record.home)
    paper = rendered(session.register, Memo(fields, (), record), "docx", base_file())
    return with_signature(fields, document=digest(paper))


def _supplement(session: Session, memo: Memo, name: str, number: str, digests: dict[str, str]) -> Fields:
    if supplement_named(memo, name).has("date"):
        raise Refusal("papers.supplement_signed", name=name)
    return supplement_signed(memo, session.register, name, session.today, number, digests)


def _errors(session: Session, memo: Memo, steps: Sequence[Step]) -> list[Diagnostic]:
    """What would be wrong with the memorandum and its items once it is signed."""
    loaded = planned(session, steps)
    found = judged(loaded, session.today, history=session.history)
    codes = [each.text("code") for each in [*memo.entries, *memo.listed]]
    mine = {memo.key, *(Key(memo.jurisdiction, Kind.ITEM, code) for code in codes)}
    own = (each for each in found if each.record in mine and not each.suppressed)
    return shown([each for each in own if each.severity is Severity.ERROR])
