"""P007."""

import re
from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Part, View

#: Code of the issuer, year in tortoise-shell brackets, sequence number without leading zeros (GB/T 9704).
_SHAPE = re.compile("[^\\s〔〕]+〔[12][0-9]{3}〕[1-9][0-9]*号")

#: Numbers of orders (令), which have no year, and of announcements (公告、通告), which have no code.
_ORDER = re.compile(
    ".+令.*第.+号|[^〔﹝【［\\[]*[公通]告[^〔﹝【［\\[]*第.+号[)）]?|[12][0-9]{3}年第.+号[公通]告"
)

#: A number with other brackets, leading zeros or 第.
_NEAR = re.compile(
    "(\\S+?)\\s*[\\[(（【［﹝〔]([12][0-9]{3})(?:年)?[\\])）】］﹞〕]\\s*第?0*([1-9][0-9]*)\\s*号?"
)


@rule("P007", Kind.DOCUMENT)
def number_shape(document: View, context: Context) -> Iterator[Finding]:
    """A document number has the shape 姚政发〔2018〕9号; laws and orders are numbered otherwise."""
    for field in ("number", "alternative_number") if document.text("kind") != "law" else ():
        yield from _judge(document, field)


@rule("P007", Kind.FILING)
def filing_number_shape(filing: View, context: Context) -> Iterator[Finding]:
    """The number of a filing and that of the reply have the same shape."""
    yield from _judge(filing, "number")
    yield from _judge(filing.part("reply"), "number")


def _judge(part: Part, field: str) -> Iterator[Finding]:
    number = part.text(field)
    if number and not _SHAPE.fullmatch(number) and not _ORDER.fullmatch(number):
        near = _NEAR.fullmatch(number)
        place = (*part.pointer, field)
        if near:
            expected = "{}〔{}〕{}号".format(*near.groups())
            yield Finding(place, say("P007.near", number=number, expected=expected))
        else:
            yield Finding(place, say("P007.other", number=number))
