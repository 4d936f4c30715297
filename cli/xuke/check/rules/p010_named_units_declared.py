"""P010."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("P010", Kind.JURISDICTION)
def named_units_declared(reform: View, context: Context) -> Iterator[Finding]:
    """A group whose members are all settled names them, so that each is a declared department."""
    for group in reform.parts("groups"):
        if group.get("open") is False and not group.texts("members"):
            yield Finding((*group.pointer, "members"), say("P010.nobody", group=group.text("text")))
