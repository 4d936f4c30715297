"""F007."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Department

_SEES = {Kind.ITEM: "competent status disposition handlings", Kind.DEPARTMENT: "order adjustment"}


@rule("F007", Kind.DEPARTMENT, Kind.ITEM, beside=[Kind.DEPARTMENT], sees=_SEES)
def functions_adjusted(department: Department, context: Context) -> Iterator[Finding]:
    """A department that gives items has its functions adjusted by a day, and afterwards others on record.

    Where no department of the jurisdiction has such a day, none is asked for.
    """
    register, adjustment = context.register(department.jurisdiction), department.part("adjustment")
    due = adjustment.day("due")
    if not register.transferred_of(department.id):
        return
    if due and due < context.today and not adjustment.text("functions_after"):
        message = say("F007.functions", name=department.name, due=str(due))
        yield Finding(
            ("adjustment", "functions_after"), message, (department.record.locate("adjustment", "due"),)
        )
    dated = [each for each in register.departments.values() if each.day("adjustment", "due")]
    if due is None and dated:
        also = dated[0].record.locate("adjustment", "due")
        yield Finding(("adjustment", "due"), say("F007.undated", name=department.name), (also,))
