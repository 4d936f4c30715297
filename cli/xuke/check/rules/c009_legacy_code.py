"""C009."""

from collections.abc import Iterator

from xuke.identifiers.legacy_code import expected_check, is_shaped
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Department


@rule("C009", Kind.DEPARTMENT)
def legacy_code(department: Department, context: Context) -> Iterator[Finding]:
    """A legacy organisation code has nine characters, the last one its check character."""
    text = department.text("legacy_code")
    if text and not is_shaped(text):
        yield Finding(("legacy_code",), say("C009.shape", code=text))
    elif text and text[-1] != expected_check(text):
        yield Finding(("legacy_code",), say("C009.check", code=text, expected=expected_check(text)))
