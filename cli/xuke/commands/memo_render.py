"""xuke memo render."""

from collections.abc import Sequence
from pathlib import Path

import click

from xuke.commands.base import argument, choice, command, option
from xuke.commands.memo_draft import memo_named
from xuke.commands.session import Session
from xuke.memo.compose import composed, supplement_paper
from xuke.memo.docx import BadBase, base_file, docx_of, docx_texts
from xuke.memo.paper import Block, Faulty, checked
from xuke.memo.proof import expected, missing, of_supplement
from xuke.memo.screen import html_of, html_texts, markdown_of, markdown_texts
from xuke.model.diagnostic import say
from xuke.model.errors import Refusal, UsageFault
from xuke.model.part import Part
from xuke.model.register import Register
from xuke.model.views import Memo
from xuke.sources.inbox import read_input
from xuke.sources.output import write_output


@command(
    "memo.render",
    argument("department"),
    option("-o", "file", text="cli.option.output", metavar="cli.metavar.file"),
    option(
        "--format",
        "form",
        text="cli.option.format",
        type=choice(("docx", "markdown", "html")),
        default="docx",
    ),
    option("--supplement", text="papers.help_supplement", metavar="cli.metavar.id"),
    option("--base", text="papers.help_base", metavar="cli.metavar.file"),
    option("--force", text="cli.option.force", is_flag=True),
)
def COMMAND(  # noqa: N802
    session: Session,
    department: str,
    file: str | None,
    form: str,
    supplement: str | None,
    base: str | None,
    force: bool,
) -> None:
    """Write a memorandum as a Word document, as Markdown or as a page for the screen."""
    memo = memo_named(session, department)
    part = supplement_named(memo, supplement) if supplement else None
    data = rendered(session.register, memo, form, _base(base), part)
    if file is None and form != "docx":
        click.echo(data.decode(), nl=False)
        return
    target = Path(file or f"{memo.name or memo.id}{supplement or ''}.docx")
    write_output(target, data, force=force)
    session.tell("cli.written", path=str(target))


def _base(file: str | None) -> bytes:
    return base_file() if file is None else read_input(Path(file))


def supplement_named(memo: Memo, name: str) -> Part:
    """A supplement of a memorandum by its id."""
    known = {each.text("id"): each for each in memo.parts("supplements")}
    if not known:
        raise UsageFault("papers.no_supplements", title=memo.name, department=memo.id)
    if name not in known:
        raise UsageFault("papers.unknown_supplement", name=name, known=tuple(known))
    return known[name]


def rendered(register: Register, memo: Memo, form: str, base: bytes, supplement: Part | None = None) -> bytes:
    """The paper in one form; refused where it does not hold every value of the record."""
    blocks = supplement_paper(memo, supplement, register) if supplement else composed(memo, register)
    try:
        data, texts = _made(checked(blocks), form, base)
    except Faulty as fault:
        raise Refusal("papers.control", sign=fault.sign, text=fault.text[:40]) from None
    except BadBase as fault:
        name = "papers.base_lacks" if fault.styles else "papers.bad_base"
        raise Refusal(name, **({"styles": fault.styles} if fault.styles else {})) from None
    wanted = of_supplement(supplement) if supplement else expected(memo, register)
    if lost := missing(wanted, texts):
        fields = tuple(say("papers.lost_field", field=each.field, text=each.text) for each in lost)
        raise Refusal("papers.lost", fields=fields)
    return data


def _made(blocks: Sequence[Block], form: str, base: bytes) -> tuple[bytes, list[str]]:
    """The bytes, and what a reader finds in them again."""
    if form == "docx":
        data = docx_of(blocks, base)
        return data, docx_texts(data)
    if form == "html":
        data = html_of(blocks)
        return data, html_texts(data)
    data = markdown_of(blocks)
    return data, markdown_texts(data)
