"""M012."""

from collections.abc import Iterator

from xuke.check.agreements import Drift, drifts, is_settled_since
from xuke.check.explain import shown
from xuke.figures.fingerprint import fingerprint
from xuke.model.diagnostic import Finding, Message, say
from xuke.model.record import Kind, Record
from xuke.model.rule import Context, rule
from xuke.model.views import Memo, Part


@rule("M012", Kind.MEMORANDUM, Kind.ITEM)
def signed_item_unchanged(memo: Memo, context: Context) -> Iterator[Finding]:
    """What the parties agreed on about an item is as it was signed, supplemented or confirmed."""
    if memo.text("status") == "signed":
        for entry, item in context.register(memo.jurisdiction).listed_items(memo):
            if _is_suspect(entry, item.record):
                yield from _findings(memo, entry, item.record, context)


def _is_suspect(entry: Part, item: Record) -> bool:
    mark = entry.text("fingerprint")
    return bool(mark) and mark != fingerprint(item.fields, entry.texts("suffixes"))


def _findings(memo: Memo, entry: Part, item: Record, context: Context) -> Iterator[Finding]:
    versions = context.history.versions(item.key) if context.history else ()
    found = drifts(item, entry, versions)
    place = (*entry.pointer, "fingerprint")
    if found is None and not is_settled_since(memo, item, None):
        yield Finding(place, say("M012.suspect", code=item.key.id), (item.locate(),))
    for drift in found or ():
        if not is_settled_since(memo, item, drift):
            yield Finding(place, _told(item, drift), (item.locate(drift.edit.steps[0]),))


def _told(item: Record, drift: Drift) -> Message:
    code, field = item.key.id, drift.field
    old, new = shown(drift.edit.old), shown(drift.edit.new)
    if drift.version is None:
        return say("M012.uncommitted", code=code, field=field, old=old, new=new)
    commit, day = drift.version.commit[:10], str(drift.version.day)
    return say("M012.changed", code=code, field=field, old=old, new=new, commit=commit, day=day)
