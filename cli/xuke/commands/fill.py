"""xuke fill."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import click

from xuke.commands.base import argument, command, option
from xuke.commands.export import day_of_option, refusal, request_of
from xuke.commands.session import Session
from xuke.document.read import read
from xuke.model.diagnostic import say
from xuke.model.errors import CLEAN, FINDINGS, UsageFault, XukeError
from xuke.sources.output import write_output
from xuke.sources.tree import reason_of
from xuke.tables.book import CellRefusedError, open_book
from xuke.tables.filling import parts
from xuke.tables.filling.book import FormRefusedError, SheetFill, filled
from xuke.tables.filling.draft import draft
from xuke.tables.filling.mapping import FormMap, MapReader
from xuke.tables.filling.plan import fills_of, tables_of
from xuke.tables.layouts import TABLES
from xuke.tables.precheck import Format, UnreadableError
from xuke.tables.reading import read_book


@command(
    "fill",
    argument("form"),
    option("--map", "map_file", text="fill.map", metavar="cli.metavar.file"),
    option("--draft-map", "is_draft", text="fill.draft", is_flag=True),
    option("-o", "file", text="fill.output", metavar="cli.metavar.file"),
    option("--since", text="cli.export.since", metavar="cli.metavar.revision"),
    option("--filled-on", text="cli.export.filled_on", metavar="cli.metavar.day"),
    option("--force", text="cli.option.force", is_flag=True),
)
def COMMAND(  # noqa: N802
    session: Session,
    form: str,
    map_file: str | None,
    is_draft: bool,
    file: str | None,
    since: str | None,
    filled_on: str | None,
    force: bool,
) -> int:
    """Fill in a form that somebody else made, or propose the map for it."""
    if is_draft == (map_file is not None) or (map_file and not file) or (file and _same(form, file)):
        raise UsageFault("fill.how")
    data = _bytes(form)
    try:
        if map_file is None:
            return _propose(session, form, data, file, force=force)
        mapped = _mapped(session, map_file, form, data)
        if mapped is None:
            return FINDINGS
        fills = _fills(session, mapped, since, day_of_option(filled_on))
        write_output(Path(file or ""), filled(form, data, fills), force=force)
    except (UnreadableError, FormRefusedError) as error:
        session.hint(say("fill.refused", file=form, why=error.message))
        return FINDINGS
    session.tell("fill.done", path=str(file), rows=sum(len(each.rows) for each in fills))
    return CLEAN


def _same(form: str, file: str) -> bool:
    return Path(form).resolve() == Path(file).resolve()


def _bytes(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise XukeError("fill.missing", path=path) from None
    except OSError as error:
        raise XukeError("cli.unreadable", path=path, reason=reason_of(error)) from None


def _propose(session: Session, form: str, data: bytes, file: str | None, *, force: bool) -> int:
    lines = draft(read_book(form, data))
    if not lines:
        session.tell("fill.no_headings", file=form)
        return FINDINGS
    text = "".join(f"{line}\n" for line in lines)
    if file is None:
        click.echo(text, nl=False)
    else:
        write_output(Path(file), text.encode("utf-8"), force=force)
        session.tell("cli.written", path=file)
    return CLEAN


def _mapped(session: Session, path: str, form: str, data: bytes) -> FormMap | None:
    """The map; None where it has faults, which are told with their lines."""
    if read_book(form, data).format is not Format.XLSX:
        raise FormRefusedError("fill.not_xlsx")
    document, problems = read(path, _bytes(path))
    for each in problems:
        session.hint(say("fill.fault", place=str(each.location), why=each.message))
    if document is None or problems:
        return None
    with ZipFile(BytesIO(data)) as archive:
        reader = MapReader(parts.sheets(archive), parts.defined_names(archive))
    mapped = reader.read(document.value)
    for pointer, message in reader.faults:
        session.hint(say("fill.fault", place=str(document.locate(pointer)), why=message))
    return None if reader.faults else mapped


def _fills(session: Session, mapped: FormMap, since: str | None, day: date | None) -> Sequence[SheetFill]:
    tables = tables_of(mapped)
    for name in tables:
        if TABLES[name].needs_base and since is None:
            raise UsageFault("fill.needs_since", table=name)
    request = request_of(session, "filed", tables, since, day)
    try:
        return fills_of(mapped, open_book(request))
    except CellRefusedError as error:
        raise refusal(session, error) from None
