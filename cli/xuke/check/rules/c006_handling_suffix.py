"""C006."""

import re
from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.place import Pointer
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item

_SUFFIX = re.compile("[0-9]{2}")


@rule("C006", Kind.ITEM)
def handling_suffix(item: Item, context: Context) -> Iterator[Finding]:
    """The suffix of a handling has two digits and stands once in its item."""
    first: dict[str, Pointer] = {}
    for part in item.parts("handlings"):
        suffix, place = part.text("suffix"), (*part.pointer, "suffix")
        if not _SUFFIX.fullmatch(suffix):
            yield Finding(place, say("C006.shape", suffix=suffix, code=item.code))
        elif suffix in first:
            also = (item.record.locate(*first[suffix]),)
            yield Finding(place, say("C006.twice", suffix=suffix, code=item.code), also)
        else:
            first[suffix] = place
