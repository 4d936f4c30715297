"""C008."""

from collections.abc import Iterator

from xuke.identifiers.credit_code import LENGTH, CreditCode
from xuke.model.diagnostic import Finding, Message, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Department


@rule("C008", Kind.DEPARTMENT)
def credit_code(department: Department, context: Context) -> Iterator[Finding]:
    """A credit code has its alphabet, capitals, check digit, and 11 or 12 for an organ."""
    text = department.text("credit_code")
    if text:
        for message in _faults(CreditCode(text), department.text("kind") != "enterprise"):
            yield Finding(("credit_code",), message)


def _faults(code: CreditCode, is_organ: bool) -> Iterator[Message]:
    if not code.has_length:
        yield say("C008.length", count=len(code.text), length=LENGTH)
        return
    if code.foreign:
        yield say("C008.alphabet", code=code.text, characters=code.foreign)
    elif not code.is_checked:
        yield say("C008.check_digit", code=code.text, found=code.text[-1], expected=code.expected)
    if code.small:
        yield say("C008.case", code=code.text, characters=code.small)
    if is_organ and not code.is_of_organ:
        yield say("C008.organ", code=code.text, found=code.text[:2])
