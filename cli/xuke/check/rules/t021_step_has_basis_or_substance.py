"""T021."""

from collections.abc import Iterator

from xuke.check.steps import is_idle
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("T021", Kind.ITEM)
def step_has_basis_or_substance(item: Item, context: Context) -> Iterator[Finding]:
    """A step that no provision asks for and that examines nothing is cancelled."""
    for each in item.stating("steps"):
        for step in filter(is_idle, each.stated_parts("steps")):
            name = "T021.open" if step.get("substance") is None else "T021.idle"
            message = say(name, code=each.code_by("steps"), step=step.text("name"))
            yield Finding(step.pointer, message)
