"""T005."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Handling, Item


@rule("T005", Kind.ITEM)
def service_kind_fits_promise(item: Item, context: Context) -> Iterator[Finding]:
    """An immediate case (即办件) promises the decision on the spot, a promised one (承诺件) more."""
    yield from dict.fromkeys(finding for each in item.active() for finding in _findings(each))


def _findings(handling: Handling) -> Iterator[Finding]:
    limit, kind = handling.stated("limit"), handling.stated_text("service_kind")
    promised, code = limit.limit("promised"), handling.code_by("service_kind", "limit")
    also = (handling.record.locate(*limit.pointer, "promised"),)
    if promised and kind == "immediate" and not promised.is_immediate:
        message = say("T005.immediate", code=code, limit=say(f"T.{promised.unit}", value=promised.value))
        yield Finding(handling.place("service_kind"), message, also)
    if promised and kind == "promised" and not promised.value:
        yield Finding(handling.place("service_kind"), say("T005.promised", code=code), also)
