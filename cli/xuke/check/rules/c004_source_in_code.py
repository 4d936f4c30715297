"""C004."""

from collections.abc import Iterator

from xuke.identifiers.item_code import basic_code
from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item


@rule("C004", Kind.ITEM, Kind.JURISDICTION)
def source_in_code(item: Item, context: Context) -> Iterator[Finding]:
    """Digits 1 and 2 of a basic code are 00 (national) or the own province."""
    register = context.register(item.jurisdiction)
    province = register.reform.text("jurisdiction", "division")[:2]
    code = basic_code(item.code)
    if code and province and code.source not in {"00", province}:
        words = {"code": item.code, "found": code.source, "province": province}
        also = register.place(Kind.JURISDICTION, item.jurisdiction, "jurisdiction", "division")
        yield Finding(("code",), say("C004.source", **words), also)
