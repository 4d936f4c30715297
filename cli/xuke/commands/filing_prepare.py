"""xuke filing prepare."""

import re
from dataclasses import replace
from pathlib import Path, PurePath

import click

from xuke import __version__
from xuke.commands.base import choice, command, option
from xuke.commands.export import day_of_option, refusal
from xuke.commands.filings import bytes_of, fix_commit, libraries, refuse_faults
from xuke.commands.session import Session
from xuke.figures.filings import last_filing
from xuke.filing.bundle import LARGEST, Bundle, LostText, bundled
from xuke.filing.order import Order, next_tag, request_for
from xuke.filing.papers import WANTED, Paper, PaperKind
from xuke.filing.screen import prepared_lines
from xuke.memo.docx import base_file
from xuke.memo.paper import Faulty
from xuke.model.errors import Refusal, UsageFault
from xuke.sources.output import write_output
from xuke.sources.tags import is_tag_name, tagged
from xuke.tables.book import CellRefusedError

#: Endings of attached files that are kept.
_SUFFIX = re.compile(r"\.[0-9A-Za-z]{1,8}")


@command(
    "filing.prepare",
    option("-o", "file", text="cli.option.output", metavar="cli.metavar.file"),
    option("--tag", text="filings.help_tag", metavar="cli.metavar.name"),
    option("--kind", text="filings.help_kind", type=choice(tuple(WANTED))),
    option("--attach", text="filings.help_attach", metavar="filings.metavar_attach", multiple=True),
    option(
        "--except", "accepted", text="filings.help_except", metavar="filings.metavar_except", multiple=True
    ),
    option("--filled-on", text="cli.export.filled_on", metavar="cli.metavar.day"),
    option("--format", "form", text="cli.option.format", type=choice(("table", "json")), default="table"),
    option("--force", text="cli.option.force", is_flag=True),
    keeps=False,
)
def COMMAND(  # noqa: N802
    session: Session,
    file: str | None,
    tag: str | None,
    kind: str | None,
    attach: tuple[str, ...],
    accepted: tuple[str, ...],
    filled_on: str | None,
    form: str,
    force: bool,
) -> None:
    """Make the bundle of a filing from a clean commit."""
    fix_commit(session)
    papers = tuple(map(_paper, attach))
    name = _tag(session, tag or next_tag(session.register))
    order = _order(session, _kind(session, kind), name, papers, filled_on)
    refuse_faults(session, accepted)
    bundle = _made(session, order, tuple(sorted(set(accepted))))
    target = Path(file or f"{name.replace('/', '-')}.zip")
    write_output(target, bundle.data, force=force)
    for line in prepared_lines(bundle, form, session.language):
        click.echo(line)
    session.tell("cli.written", path=str(target))
    session.tell("filings.then_record", path=str(target))


def _kind(session: Session, kind: str | None) -> str:
    found = kind or session.register.policy.text("filing", "kind")
    if found not in WANTED:
        raise UsageFault("filings.which_kind", known=tuple(WANTED))
    return found


def _tag(session: Session, name: str) -> str:
    if not is_tag_name(name):
        raise UsageFault("filings.bad_tag", name=name)
    taken = tagged(session.root, name)
    if taken not in {None, session.revision}:
        raise UsageFault("filings.tag_taken", name=name, commit=str(taken)[:10])
    return name


def _paper(text: str) -> Paper:
    name, sign, file = text.partition("=")
    if not sign or not file or name not in set(PaperKind):
        raise UsageFault("filings.bad_attach", text=text, known=tuple(PaperKind))
    suffix = PurePath(file).suffix
    return Paper(PaperKind(name), suffix if _SUFFIX.fullmatch(suffix) else "", bytes_of(file, LARGEST))


def _order(session: Session, kind: str, tag: str, papers: tuple[Paper, ...], filled_on: str | None) -> Order:
    if sum(len(paper.data) for paper in papers) > LARGEST // 2:
        raise Refusal("filings.papers_large", most=LARGEST // 2 >> 20)
    former = last_filing(session.register)
    since = session.base(former.text("commit")).snapshot if former else None
    day = day_of_option(filled_on)
    request = request_for(session.register, str(session.revision), __version__, since, day)
    return Order(request, kind, tag, base_file(), former, papers)


def _made(session: Session, order: Order, accepted: tuple[str, ...]) -> Bundle:
    try:
        return bundled(replace(order, exceptions=accepted, libraries=libraries()))
    except CellRefusedError as error:
        raise refusal(session, error) from None
    except Faulty as fault:
        raise Refusal("papers.control", sign=fault.sign, text=fault.text[:40]) from None
    except LostText as fault:
        raise Refusal("filings.lost_text", text=str(fault)[:40]) from None
