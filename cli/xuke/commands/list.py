"""xuke list."""

from collections.abc import Iterator, Sequence

import click

from xuke.commands.base import argument, choice, command, option
from xuke.commands.naming import field_named
from xuke.commands.session import Session
from xuke.figures.dues import Due, due_of, with_day
from xuke.model.document import Value
from xuke.model.errors import UsageFault
from xuke.model.record import Kind, Record
from xuke.model.views import at, view
from xuke.report.grid import csv_lines, grid_lines
from xuke.report.json import json_lines
from xuke.report.show import field, names_in, shown
from xuke.words.render import Language
from xuke.words.schemas import property_of, schema_of_kind

#: The columns that are shown unless others are asked for.
_COLUMNS = {
    Kind.ITEM: ("code", "name", "competent", "organ", "disposition.state", "limit.promised"),
    Kind.DEPARTMENT: ("id", "name", "kind", "in_reform"),
    Kind.MEASURE: ("id", "number", "title", "lead", "due"),
    Kind.MEMORANDUM: ("giver", "taker", "status", "title"),
    Kind.JURISDICTION: ("jurisdiction.name", "jurisdiction.level", "jurisdiction.division"),
    Kind.POST: ("id", "from_department", "kind", "posts", "persons"),
    Kind.HELPER: ("id", "engaged_by", "persons", "tasks"),
    Kind.SUPERVISION: ("id", "name", "supervisor", "section", "items"),
    Kind.POWER: ("code", "name", "type", "department"),
    Kind.DOCUMENT: ("id", "title", "number", "date", "kind"),
    Kind.FILING: ("id", "kind", "number", "on"),
}

#: The field of a task that may be computed from others.
_DUE = ("due",)

#: Cells of the screen that a column takes at the most.
_WIDEST = 36


@command(
    "list",
    argument("kind"),
    option("--where", text="cli.list.where", metavar="cli.metavar.condition", multiple=True),
    option("--columns", text="cli.list.columns", metavar="cli.metavar.fields"),
    option(
        "--format", "form", text="cli.option.format", type=choice(("table", "json", "csv")), default="table"
    ),
)
def COMMAND(session: Session, kind: str, where: tuple[str, ...], columns: str | None, form: str) -> None:  # noqa: N802
    """List the records of a kind in the jurisdiction that is meant."""
    wanted = session.kind(kind)
    named = [each.strip() for each in columns.split(",")] if columns else _default(wanted)
    names = [field_named(wanted, each) for each in named]
    conditions = [_condition(wanted, each) for each in where]
    found = [
        each
        for each in _records(session, wanted)
        if all(_holds(session, each, *condition) for condition in conditions)
    ]
    for line in _lines(session, wanted, names, found, form):
        click.echo(line)


def _default(kind: Kind) -> Sequence[str]:
    titled = ("id", "name") if property_of(schema_of_kind(kind), ("name",)) else ("id", "title")
    return _COLUMNS.get(kind, titled)


def _condition(kind: Kind, text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise UsageFault("cli.bad_where", where=text)
    return field_named(kind, name), value


def _records(session: Session, kind: Kind) -> list[Record]:
    if kind is Kind.ITEM:
        return [each.record for each in session.register.items]
    if kind is Kind.DEPARTMENT:
        return [each.record for each in session.register.departments.values()]
    return list(session.snapshot.of(kind, session.place))


def _holds(session: Session, record: Record, name: str, value: str) -> bool:
    """Whether a field, or an element of its list, is so: as it is written, or as it is read."""
    found = _value(session, record, name)
    values = found if isinstance(found, list) else [found]
    return any(value == _plain(each) or value in _readings(session, record, name, each) for each in values)


def _readings(session: Session, record: Record, name: str, value: Value) -> list[str]:
    if value is None:
        return []
    kind, path, names = record.key.kind, tuple(name.split(".")), names_in(session.register)
    return [shown(kind, path, value, language, names) for language in Language]


def _plain(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _lines(
    session: Session, kind: Kind, names: Sequence[str], found: Sequence[Record], form: str
) -> Iterator[str]:
    if form == "json":
        rows = [{"record": str(each.key), "fields": _plain_fields(session, each, names)} for each in found]
        return json_lines({"kind": str(kind), "columns": list(names), "records": rows})
    headings = [field(kind, tuple(name.split(".")), session.language) for name in names]
    cells = [[_cell(session, each, name) for name in names] for each in found]
    return csv_lines(headings, cells) if form == "csv" else grid_lines(headings, cells, _WIDEST)


def _plain_fields(session: Session, record: Record, names: Sequence[str]) -> dict[str, Value]:
    return {name: _value(session, record, name) for name in names}


def _value(session: Session, record: Record, name: str) -> Value:
    """A field as written; a deadline that is computed as its day."""
    path = tuple(name.split("."))
    known = _computed(session, record).known if path == _DUE else None
    return str(known) if known else at(record.fields, *path)


def _cell(session: Session, record: Record, name: str) -> str:
    path = tuple(name.split("."))
    words = with_day(_computed(session, record)) if path == _DUE else None
    value = at(record.fields, *path)
    if words or value is None:
        return session.text(words) if words else ""
    return shown(record.key.kind, path, value, session.language, names_in(session.register))


def _computed(session: Session, record: Record) -> Due:
    """The deadline of a task; nothing for other records."""
    is_task = record.key.kind is Kind.MEASURE
    return due_of(session.register, view(record)) if is_task else Due(None)
