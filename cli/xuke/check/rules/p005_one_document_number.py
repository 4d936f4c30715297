"""P005."""

import re
from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View

#: A number of its own that a title bears: in brackets at its end, or before it.
_OWN = re.compile(
    "^(NUMBER)\\s|[(（](NUMBER)[)）]$".replace("NUMBER", "[^\\s〔〕()（）《》]+〔[12][0-9]{3}〕[0-9]+号")
)

#: Titles that end with the number of what they pass on.
_PASSED_ON = ("转发", "批转", "印转")


@rule("P005", Kind.DOCUMENT)
def one_document_number(document: View, context: Context) -> Iterator[Finding]:
    """A document bears one number wherever it is printed."""
    number, other = document.text("number"), document.text("alternative_number")
    if number and other and number != other:
        also = document.record.locate("alternative_number")
        yield Finding(("number",), say("P005.two", number=number, other=other), (also,))
    found = _OWN.search(document.text("title"))
    printed = (found[1] or found[2]) if found else ""
    if number and printed and printed != number and not any(map(document.text("title").count, _PASSED_ON)):
        also = document.record.locate("number")
        yield Finding(("title",), say("P005.title_number", number=number, other=printed), (also,))
