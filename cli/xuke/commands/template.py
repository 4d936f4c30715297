"""xuke template."""

from pathlib import Path

from xuke import __version__
from xuke.commands.base import argument, command, option
from xuke.commands.export import version_of
from xuke.commands.session import Session
from xuke.model.diagnostic import Label, say
from xuke.model.errors import CLEAN, FINDINGS, UsageFault
from xuke.sources.output import write_output
from xuke.tables.inputs import INPUTS
from xuke.tables.inputs.names import Names
from xuke.tables.layouts import TABLES
from xuke.tables.template import Template, TemplateRequest

#: So many fields that do not fit are told.
TOLD = 10


@command(
    "template",
    argument("table"),
    option("-o", "file", text="cli.option.output", metavar="cli.metavar.file"),
    option("--department", text="inputs.department", metavar="cli.metavar.department"),
    option("--blank", "is_blank", text="inputs.blank", is_flag=True),
    option("--force", text="cli.option.force", is_flag=True),
)
def COMMAND(  # noqa: N802
    session: Session, table: str, file: str | None, department: str | None, is_blank: bool, force: bool
) -> int:
    """Write the workbook in which departments fill in a table."""
    importable(table)
    request = TemplateRequest(
        session.snapshot,
        session.place,
        table,
        _department(session, department),
        is_blank,
        *version_of(session),
        __version__,
    )
    made = Template(request)
    if _refused(session, made):
        return FINDINGS
    target = Path(file or f"{made.title}{session.text(say('inputs.file_name'))}.xlsx")
    write_output(target, made.book(), force=force)
    session.tell("inputs.done", path=str(target), rows=made.count)
    return CLEAN


def importable(table: str) -> None:
    """Refuse a table that is computed, or that nobody knows."""
    if table in INPUTS:
        return
    name = "inputs.derived" if table in TABLES else "inputs.unknown_table"
    raise UsageFault(name, table=table, known=tuple(INPUTS))


def _department(session: Session, name: str | None) -> str:
    if not name:
        return ""
    found = Names(session.register).found("department", name)
    known = [each for each in found if each in session.register.departments]
    if len(known) != 1:
        raise UsageFault("inputs.no_department", name=name)
    return known[0]


def _refused(session: Session, made: Template) -> bool:
    """Whether a value would be lost in its cell; such are told, with the field."""
    found = made.unfit()
    for each in found[:TOLD]:
        label = Label(each.field.schema, each.field.path)
        session.hint(say("inputs.unfit", record=str(each.record.key), field=label))
    if found:
        session.hint(say("inputs.refused", count=len(found)))
    return bool(found)
