"""C003."""

from collections.abc import Iterator

from xuke.identifiers.item_code import basic_code
from xuke.model.diagnostic import Finding, say
from xuke.model.files import seat
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("C003", Kind.ITEM, Kind.DEPARTMENT)
def competence_digits(item: Item, context: Context) -> Iterator[Finding]:
    """Digits 5 and 6 of a basic code are those of the competent department, where it declares them."""
    register = context.register(item.jurisdiction)
    department = register.departments.get(item.competent)
    expected = department.text("competence_digits") if department else ""
    code = basic_code(item.code)
    # An item in another department's file has the wrong department rather than the wrong code: K003 speaks.
    owner = seat(item.record.path)
    if code and expected and code.department != expected and owner and owner.department == item.competent:
        words = {"code": item.code, "digits": code.department, "expected": expected, "others": ""}
        name = register.department_name(item.competent)
        also = register.place(Kind.DEPARTMENT, item.competent, "competence_digits")
        message = say("C003.digits", department=name, **words)
        yield Finding(("code",), message, also, cause=f"{item.jurisdiction}/{item.competent}/{expected}")
