"""xuke measures."""

import click

from xuke.commands.base import choice, command, option
from xuke.commands.next_filing import next_filing
from xuke.commands.session import Session
from xuke.figures.deadlines import owner, pushes_due
from xuke.figures.measures import Standing, open_groups, tasks
from xuke.model.errors import UsageFault
from xuke.report.measures import TaskList, measures_lines

FORMATS = ("table", "json", "csv", "markdown")


@command(
    "measures",
    option("--department", text="cli.measures.department", metavar="cli.metavar.department"),
    option("--overdue", text="cli.measures.overdue", is_flag=True),
    option("--format", "form", text="cli.option.format", type=choice(FORMATS), default="table"),
)
def COMMAND(session: Session, department: str | None, overdue: bool, form: str) -> None:  # noqa: N802
    """List the tasks of the reform with what is due and what is late."""
    chosen = department_of(session, department) if department else ""
    found = _found(session, chosen, overdue=overdue)
    for line in measures_lines(found, form, session.language):
        click.echo(line)
    if overdue:
        _remark_unreported(session, chosen)
    if chosen:
        _remark_groups(session, chosen)


def department_of(session: Session, given: str) -> str:
    """The id of a department that a user names by id, name or short name."""
    known = session.register.departments
    for name, each in known.items():
        if given in {name, each.name, each.text("short_name")} - {""}:
            return name
    raise UsageFault("cli.unknown_department", name=given, known=tuple(known))


def _found(session: Session, department: str, *, overdue: bool) -> TaskList:
    register = session.register
    found = tasks(register, session.today, department)
    if overdue:
        found = [each for each in found if each.standing is Standing.OVERDUE]
    pushes = [each for each in pushes_due(register) if not department or owner(each) == department]
    filing = None if department or overdue else next_filing(session)
    return TaskList(register, session.today, department, found, () if overdue else pushes, filing)


def _remark_unreported(session: Session, department: str) -> None:
    found = tasks(session.register, session.today, department)
    count = sum(each.standing is Standing.UNREPORTED for each in found)
    if count:
        session.tell("cli.measures.unreported", count=count)


def _remark_groups(session: Session, department: str) -> None:
    groups = open_groups(session.register, tasks(session.register, session.today, department))
    if groups:
        session.tell("cli.measures.open_groups", groups=tuple(groups))
