"""L031."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, say
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Item, View


@rule("L031", Kind.BUNDLE, Kind.ITEM)
def bundle_has_lead_and_items(bundle: View, context: Context) -> Iterator[Finding]:
    """A bundle has one lead, and items that are still handled.

    An approval chain (审批链) leads through every item and has no lead of its own. What a published document
    names without either (探索建立) is announced, not set up.
    """
    codes, has_lead = bundle.texts("items"), bundle.has("lead")
    is_announced = bundle.record.provenance == "published" and not codes and not has_lead
    if bundle.text("kind") == "approval_chain" or is_announced:
        return
    if not has_lead:
        yield Finding(("lead",), say("L031.lead", name=bundle.name))
    elif not codes:
        yield Finding(("items",), say("L031.items", name=bundle.name))
    for index, code in enumerate(codes):
        record = context.snapshot.get(bundle.jurisdiction, Kind.ITEM, code)
        if record and Item(record.fields, (), record).is_over:
            message = say("L031.gone", name=bundle.name, code=code)
            yield Finding(("items", index), message, (record.locate(),))
