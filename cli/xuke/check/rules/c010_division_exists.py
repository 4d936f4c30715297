"""C010."""

from collections.abc import Iterator

from xuke.identifiers.division import division_name, is_below
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("C010", Kind.JURISDICTION, is_wide=True)
def division_exists(reform: View, context: Context) -> Iterator[Finding]:
    """The division of a jurisdiction exists and lies in its superior's."""
    code, superior = reform.text("jurisdiction", "division"), reform.text("jurisdiction", "superior")
    place = ("jurisdiction", "division")
    if code and not division_name(code):
        yield Finding(place, say("C010.unknown", code=code))
        return
    above = context.register(superior).reform.text("jurisdiction", "division") if superior else ""
    if code and above and not is_below(code, above):
        also = context.register(superior).place(Kind.JURISDICTION, superior, *place)
        yield Finding(place, say("C010.outside", code=code, superior=above), also)
