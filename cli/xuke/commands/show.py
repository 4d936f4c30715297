"""xuke show."""

from typing import Any

import click

from xuke.commands.base import argument, choice, command, option
from xuke.commands.session import Session
from xuke.model.diagnostic import Label, say
from xuke.model.record import Record
from xuke.model.register import Register
from xuke.report.json import json_lines, place_json
from xuke.report.show import field_lines
from xuke.words.render import label


@command(
    "show",
    argument("key"),
    option("--format", "form", text="cli.option.format", type=choice(("text", "json")), default="text"),
)
def COMMAND(session: Session, key: str, form: str) -> None:  # noqa: N802
    """Show all fields of one record."""
    record = session.record(key)
    place = str(record.locate())
    if form == "json":
        lines = list(json_lines(_whole(record)))
    else:
        origin = (
            label(Label("items", ("provenance",), record.provenance), session.language)
            if record.provenance
            else ""
        )
        head = {"key": str(record.key), "where": place, "provenance": origin}
        lines = [f"{session.text(say(f'report.{name}'))}: {value}" for name, value in head.items() if value]
        names = Register(session.snapshot, record.key.jurisdiction).printed_name
        lines += ["", *field_lines(record.key.kind, record.fields, session.language, names)]
    click.echo("\n".join(lines))


def _whole(record: Record) -> dict[str, Any]:
    return {
        "kind": str(record.key.kind),
        "record": str(record.key),
        **place_json(record.locate()),
        "provenance": record.provenance or None,
        "fields": record.fields,
    }
