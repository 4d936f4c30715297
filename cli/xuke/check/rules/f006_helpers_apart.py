"""F006."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View

#: How tasks end that only officials may do, unless they are said to assist.
OFFICIAL = ("审查", "审核", "审批", "核准", "批准", "决定", "签发", "盖章", "用印")
ASSISTING = ("协助", "辅助", "配合")

#: Units that count people.
PEOPLE = ("人", "名")


@rule("F006", Kind.HELPER, beside=[Kind.HELPER, Kind.POST])
def helpers_apart(helper: View, context: Context) -> Iterator[Finding]:
    """Helpers do auxiliary tasks; they neither examine nor decide."""
    for index, task in enumerate(helper.texts("tasks")):
        if task.endswith(OFFICIAL) and not task.startswith(ASSISTING):
            yield Finding(("tasks", index), say("F006.task", task=task))


@rule("F006", Kind.JURISDICTION, Kind.POST, Kind.HELPER)
def helpers_not_counted_in(reform: View, context: Context) -> Iterator[Finding]:
    """No stated number of people is that of the staff and the helpers together."""
    register = context.register(reform.jurisdiction)
    staff, helpers = (_persons(register.of(kind)) for kind in (Kind.POST, Kind.HELPER))
    for figure in reform.parts("stated"):
        if figure.text("unit") in PEOPLE and staff and helpers and figure.number("count") == staff + helpers:
            words: dict[str, float] = {"staff": staff, "helpers": helpers, "total": staff + helpers}
            message = say("F006.counted", subject=figure.text("subject"), **words)
            yield Finding((*figure.pointer, "count"), message)


def _persons(records: list[View]) -> float:
    return sum(each.number("persons") or 0 for each in records)
