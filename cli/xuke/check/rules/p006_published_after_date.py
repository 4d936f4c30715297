"""P006."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import View


@rule("P006", Kind.DOCUMENT)
def published_after_date(document: View, context: Context) -> Iterator[Finding]:
    """A document is published on its date or later."""
    day, published = document.day("date"), document.day("published")
    if day and published and published < day:
        message = say("P006.before", published=str(published), date=str(day))
        yield Finding(("published",), message, (document.record.locate("date"),))
