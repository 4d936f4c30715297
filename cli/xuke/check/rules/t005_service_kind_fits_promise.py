"""T005."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Message, say
from xuke.model.limit import Limit, limit_said
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Handling, Item


@rule("T005", Kind.ITEM)
def service_kind_fits_promise(item: Item, context: Context) -> Iterator[Finding]:
    """An immediate case (即办件) promises the decision on the spot, a promised one (承诺件) more."""
    yield from dict.fromkeys(finding for each in item.active() for finding in _findings(each))


def _findings(handling: Handling) -> Iterator[Finding]:
    limit, kind = handling.stated("limit"), handling.stated_text("service_kind")
    message = _message(limit.limit("promised"), kind, handling)
    if message:
        also = (handling.record.locate(*limit.pointer, "promised"),)
        yield Finding(handling.place("service_kind"), message, also)


def _message(promised: Limit | None, kind: str, handling: Handling) -> Message | None:
    code = handling.code_by("service_kind", "limit")
    if promised and kind == "immediate" and not promised.is_immediate:
        return say("T005.immediate", code=code, limit=limit_said(promised))
    if promised and kind == "promised" and not promised.value:
        return say("T005.promised", code=code)
    return None
