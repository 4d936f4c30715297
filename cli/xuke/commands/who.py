"""xuke who."""

import click

from xuke.commands.base import argument, choice, command, option
from xuke.commands.session import Session
from xuke.figures.answers import shares
from xuke.model.errors import UsageFault
from xuke.model.record import Kind, Record
from xuke.model.register import Register
from xuke.model.views import Item
from xuke.report.who import Inquiry, who_lines


@command(
    "who",
    argument("item"),
    option("--format", "form", text="cli.option.format", type=choice(("table", "json")), default="table"),
)
def COMMAND(session: Session, item: str, form: str) -> None:  # noqa: N802
    """Show who answers for an item on a day: each stage, the party, and the paper behind it."""
    record = item_named(session, item)
    register = Register(session.snapshot, record.key.jurisdiction)
    found = Item(record.fields, (), record)
    inquiry = Inquiry(found, register, session.today, shares(found, register, session.today))
    for line in who_lines(inquiry, form, session.language):
        click.echo(line)


def item_named(session: Session, name: str) -> Record:
    """The item that a user names by its code, key or printed name."""
    register = session.register
    found = [each.record for each in register.items if name in {each.code, each.name}]
    if len(found) == 1:
        return found[0]
    record = session.record(name)
    if record.key.kind is not Kind.ITEM:
        raise UsageFault("papers.not_item", key=str(record.key))
    return record
