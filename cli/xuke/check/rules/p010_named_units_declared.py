"""P010."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("P010", Kind.JURISDICTION)
def named_units_declared(reform: View, context: Context) -> Iterator[Finding]:
    """A group whose members are all settled names them, each a declared department or jurisdiction."""
    for group in reform.parts("groups"):
        is_named = group.texts("members") or group.texts("jurisdictions")
        if group.get("open") is False and not is_named:
            yield Finding((*group.pointer, "members"), say("P010.nobody", group=group.text("text")))
