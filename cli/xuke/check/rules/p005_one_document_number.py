"""P005."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("P005", Kind.DOCUMENT)
def one_document_number(document: View, context: Context) -> Iterator[Finding]:
    """A document bears one number wherever it is printed."""
    number, other = document.text("number"), document.text("alternative_number")
    if number and other and number != other:
        also = document.record.locate("alternative_number")
        yield Finding(("number",), say("P005.two", number=number, other=other), (also,))
