"""L032."""

from collections.abc import Iterator

from xuke.check.intermediaries import is_ended
from xuke.model.diagnostic import Finding, Label, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View

_NEEDED = (("basis",), ("limit",))
_OF_FEE = (("fee", "basis"), ("fee", "standard"))


@rule("L032", Kind.INTERMEDIARY)
def intermediary_complete(service: View, context: Context) -> Iterator[Finding]:
    """An intermediary service has basis and limit, and its fee, if there is one, basis and standard."""
    needed = [*_NEEDED, *(_OF_FEE if service.has("fee") else ())] if not is_ended(service) else []
    missing = [path for path in needed if not service.has(*path)]
    if missing:
        fields = tuple(Label("lists/intermediary", path) for path in missing)
        yield Finding(missing[0], say("L032.missing", name=service.name, fields=fields))
