"""Days as documents print them in words, and the document that a text is taken from."""

import re
from calendar import monthrange
from datetime import date, timedelta
from operator import methodcaller

from xuke.model.record import Kind
from xuke.model.rule import Context
from xuke.model.views import Part, View, at, day_of

_HALF_A_YEAR = timedelta(days=183)

_MONTH = re.compile("(?:([12][0-9]{3})年)?([0-9]{1,2})月(?:([0-9]{1,2})日)?")

#: Signs of a span of days, which has no one last day to read off.
_SPANS = ("至", "—", "～", "~")


def last_day(text: str, near: date) -> date | None:
    """The last day that a printed date allows (``3月底``: the 31st); None where none is printed.

    Without a year it is that of the text, or the next where the day would be long past.
    """
    match = _MONTH.search(text)
    if match is None or any(sign in text for sign in _SPANS):
        return day_of(text)
    year, month, day = (int(part or 0) for part in match.groups())
    years = [year] if year else [near.year, near.year + 1]
    days = [found for each in years if (found := _day(each, month, day))]
    recent = (found for found in days if year or found >= near - _HALF_A_YEAR)
    return next(recent, None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None


def source_of(it: View, part: Part, context: Context) -> View | None:
    """The document that a part is taken from: its source, its file's, else the earliest dated plan."""
    name = part.text("source", "document") or at(it.record.home.document.value, "document")
    register = context.register(it.jurisdiction)
    if name:
        return register.document(str(name))
    documents = register.of(Kind.DOCUMENT)
    plans = [each for each in documents if each.text("kind") == "plan" and each.day("date")]
    return min(plans, key=methodcaller("text", "date"), default=None)
