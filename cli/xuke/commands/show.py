"""xuke show."""

from collections.abc import Iterator
from typing import Any

import click

from xuke.commands.base import argument, choice, command, option
from xuke.commands.session import Session
from xuke.commands.then import Then, then
from xuke.model.diagnostic import Label, Word, say
from xuke.model.register import Register
from xuke.report.json import json_lines, place_json
from xuke.report.show import field_lines, names_in


@command(
    "show",
    argument("key"),
    option("--format", "form", text="cli.option.format", type=choice(("text", "json")), default="text"),
)
def COMMAND(session: Session, key: str, form: str) -> None:  # noqa: N802
    """Show all fields of one record."""
    found = then(session, key)
    lines = json_lines(_whole(found)) if form == "json" else _lines(session, found)
    click.echo("\n".join(lines))


def _lines(session: Session, found: Then) -> Iterator[str]:
    record, commit = found.record, found.commit
    origin = Label("items", ("provenance",), record.provenance) if record.provenance else None
    where = str(record.locate())
    head: dict[str, Word | None] = {"key": str(record.key), "where": where, "provenance": origin}
    for name, value in head.items():
        if value:
            yield f"{session.text(say(f'report.{name}'))}: {session.text(say('past.key', key=value))}"
    if commit:
        yield session.text(say("past.revision", commit=commit.name[:10], day=str(commit.day)))
    yield ""
    names = names_in(Register(session.snapshot, record.key.jurisdiction))
    yield from field_lines(record.key.kind, record.fields, session.language, names)


def _whole(found: Then) -> dict[str, Any]:
    record, commit = found.record, found.commit
    return {
        "kind": str(record.key.kind),
        "record": str(record.key),
        **place_json(record.locate()),
        "provenance": record.provenance or None,
        **({"commit": commit.name, "date": str(commit.day)} if commit else {}),
        "fields": record.fields,
    }
