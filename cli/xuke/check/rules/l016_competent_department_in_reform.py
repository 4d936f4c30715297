"""L016."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("L016", Kind.ITEM, Kind.DEPARTMENT, Kind.JURISDICTION)
def competent_department_in_reform(item: Item, context: Context) -> Iterator[Finding]:
    """The competent department takes part in the reform, or stands in one of its batches.

    Silent where no department says whether it takes part.
    """
    register = context.register(item.jurisdiction)
    departments, own = register.departments, {register.bureau, register.predecessor}
    competent = departments.get(item.competent)
    if not competent or item.competent in own or not item.active():
        return
    is_named = competent.get("in_reform") is True or competent.has("batch")
    if not is_named and any(each.has("in_reform") for each in departments.values()):
        message = say("L016.outside", code=item.code, department=competent.name, others="")
        also = (competent.record.locate("in_reform"),)
        yield Finding(("competent",), message, also, cause=f"{item.jurisdiction}/{item.competent}")
